/**
 * A slider whose drag is a preview and whose release is one step. Built on Base UI's; knows nothing of what it moves.
 */
import { Slider as Base } from '@base-ui/react/slider';
import { type KeyboardEvent, useRef } from 'react';
import styles from '@/ui/slider.module.css';

/** A slider's scale, value and gestures. Values are numbers of the unit shown. */
export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly largeStep: number;
  /** What the value is called: number first, then what it means. */
  readonly valueText: string;
  /** Where the slider rests when nothing is changed. */
  readonly home: number;
  readonly isDisabled?: boolean;
  readonly onDrag: (value: number) => void;
  /** The end of a drag, or of a key held down. */
  readonly onRelease: (isByKey: boolean) => void;
  /** Back to where nothing is changed: the key 0, or a double click. */
  readonly onReset: () => void;
  /** Any other key: what it did at once, what it showed until it comes up again, or nothing. */
  readonly onKey?: (key: string) => 'done' | 'shown' | null;
  /** Values that a drag or a press lands on exactly when it comes near; keys pass them by. */
  readonly snaps?: readonly number[];
}

/** Pixels within which a pointer is taken to a value to snap to. */
const snapReach = 5;

/** One slider; a value beyond its ends is pinned to them. */
export function Slider(props: SliderProps) {
  const { label, min, max, step, largeStep, home, valueText, onDrag, onRelease, onReset } = props;
  const isByKey = useRef(false);
  const control = useRef<HTMLDivElement>(null);
  /** Pixels of the scale, measured once for each press. */
  const width = useRef(0);
  const pinned = Math.min(max, Math.max(min, props.value));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '0') {
      event.preventDefault();
      onReset();
      return;
    }
    const used = props.onKey?.(event.key) ?? null;
    if (used === null) return;
    event.preventDefault();
    if (used === 'shown') isByKey.current = true;
  };
  const snapped = (value: number) => {
    const reach = width.current === 0 ? 0 : ((max - min) * snapReach) / width.current;
    return (props.snaps ?? []).reduce(
      (best, snap) => {
        const distance = Math.abs(snap - value);
        return distance <= best.distance ? { value: snap, distance } : best;
      },
      { value, distance: reach },
    ).value;
  };
  // A key held down is one gesture: it ends when the key comes up or the slider is left.
  const endKeys = () => {
    if (isByKey.current) onRelease(true);
    isByKey.current = false;
  };

  const position = (value: number) => `${((value - min) / (max - min)) * 100}%`;
  const [from, to] = pinned < home ? [pinned, home] : [home, pinned];

  return (
    <Base.Root
      className={styles.root}
      value={pinned}
      min={min}
      max={max}
      step={step}
      largeStep={largeStep}
      disabled={props.isDisabled ?? false}
      onValueChange={(value, { reason }) => {
        isByKey.current = reason === 'keyboard' || reason === 'input-change';
        onDrag(isByKey.current ? value : snapped(value));
      }}
      onValueCommitted={(_value, { reason }) => {
        if (reason !== 'keyboard' && reason !== 'input-change') onRelease(false);
      }}
      onDoubleClick={onReset}
      onKeyUp={endKeys}
      onBlur={endKeys}
    >
      <Base.Control
        ref={control}
        className={styles.control}
        onPointerDown={() => {
          width.current = control.current?.clientWidth ?? 0;
        }}
      >
        <Base.Track className={styles.track}>
          <span
            className={styles.band}
            style={{ left: position(from), width: `calc(${position(to)} - ${position(from)})` }}
          />
          <span className={styles.home} style={{ left: position(home) }} />
          <Base.Thumb
            className={styles.thumb}
            aria-label={label}
            getAriaValueText={() => valueText}
            onKeyDown={onKeyDown}
          />
        </Base.Track>
      </Base.Control>
    </Base.Root>
  );
}
