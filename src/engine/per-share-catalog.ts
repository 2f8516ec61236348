/** The pieces of what shorts need a share, made once for each rate and minimum. Serves rules of rules.md. */
import type { Position } from '@/engine/account';
import { listPerSharePieces, type PerSharePiece } from '@/engine/per-share';
import type { Price, Ratio } from '@/engine/quantity';

/** Supplies per-share pieces by rate, so that shorts of one rate share them. */
export class PerShareCatalog {
  private readonly known = new Map<string, readonly PerSharePiece[]>();
  private last: {
    readonly rate: Ratio;
    readonly minimum: Price | null;
    readonly pieces: readonly PerSharePiece[];
  } | null = null;

  constructor(private readonly hasFinraTable: boolean) {}

  /** The pieces of a short's requirement a share at a rate. */
  pieces(position: Position, rate: Ratio): readonly PerSharePiece[] {
    const minimum = position.perShareMinimum;
    if (this.last?.rate === rate && this.last.minimum === minimum) return this.last.pieces;
    const pieces = this.find(rate, minimum);
    this.last = { rate, minimum, pieces };
    return pieces;
  }

  private find(rate: Ratio, minimum: Price | null): readonly PerSharePiece[] {
    const key = `${rate.toText()} ${minimum?.toText() ?? ''}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const made = listPerSharePieces({ rate, minimum, hasFinraTable: this.hasFinraTable });
    this.known.set(key, made);
    return made;
  }
}
