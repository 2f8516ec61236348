/**
 * Reads decimal text into quantities and says what is wrong with it. Used wherever figures enter the engine.
 */
import { type Bare, bare, type Quantity, type Unit } from '@/engine/quantity';
import { type Issue, issue } from '@/engine/result';

/** Decimals that a figure may have after the point: rates and moves 30, everything else 18. */
export type DecimalPlaces = 18 | 30;

const patterns = {
  18: /^-?\d{1,15}(\.\d{1,18})?$/,
  30: /^-?\d{1,15}(\.\d{1,30})?$/,
} as const;

/** The range a figure must lie in, as decimal text; `above` excludes the bound itself. */
export interface Range {
  readonly atLeast?: string;
  readonly above?: string;
  readonly atMost?: string;
}

/** Collects issues while a larger thing is read, so that all of them are reported and not only the first. */
export class Reader {
  readonly issues: Issue[] = [];
  /** Every text is made a number once: in a long list the same rates and betas come again and again. */
  private readonly known = new Map<string, Bare>();

  /** Notes an issue. */
  report(code: string, path: string, figures: Readonly<Record<string, string>> = {}): void {
    this.issues.push(issue(code, path, figures));
  }

  /** Takes over what another reading found. */
  add(issues: readonly Issue[]): void {
    for (const found of issues) this.issues.push(found);
  }

  /** The quantity in a text, or 0 with an issue noted: whatever was read is thrown away when there is any issue. */
  quantity<U extends Unit>(
    text: string,
    path: string,
    range: Range = {},
    places: DecimalPlaces = 18,
  ): Quantity<U> {
    if (!patterns[places].test(text)) {
      this.report('not-a-decimal', path, { text: text.slice(0, 40), decimals: String(places) });
      return this.of<U>('0');
    }
    const value = this.of<U>(text);
    const { atLeast, above, atMost } = range;
    const isOutside =
      (atLeast !== undefined && value.isBelow(this.of<U>(atLeast))) ||
      (above !== undefined && !value.isAbove(this.of<U>(above))) ||
      (atMost !== undefined && value.isAbove(this.of<U>(atMost)));
    if (isOutside) this.report('out-of-range', path, { value: value.toText(), ...range });
    return value;
  }

  private of<U extends Unit>(text: string): Quantity<U> {
    const number = this.known.get(text) ?? bare(text);
    this.known.set(text, number);
    return number.as<U>();
  }

  /** As `quantity`, or null when the text is left out. */
  optional<U extends Unit>(
    text: string | undefined,
    path: string,
    range: Range = {},
    places: DecimalPlaces = 18,
  ): Quantity<U> | null {
    return text === undefined ? null : this.quantity<U>(text, path, range, places);
  }
}
