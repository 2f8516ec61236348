/**
 * Excess equity over the market's move for paper: one still drawing that needs no size of the window and no time, as a
 * print is laid out at once. The screen's chart is `excess-chart.tsx`.
 */
import type { Axis, CurveLine } from '@/charts/series';

/** What is drawn. Moves are ratios, amounts dollars. */
export interface PaperChartProps {
  readonly line: CurveLine;
  readonly axis: Axis;
  readonly from: number;
  readonly to: number;
  /** Upright lines with a word each: today, the what-if, where a call begins or ends. */
  readonly marks: readonly { readonly x: number; readonly label: string; readonly isCall: boolean }[];
  readonly zone: string;
  /** The drawing in one sentence. */
  readonly summary: string;
  readonly formatX: (x: number) => string;
  readonly formatY: (y: number) => string;
}

const size = { width: 700, height: 126, left: 52, right: 12, top: 16, bottom: 16 } as const;
/** As much room as the name of the zone takes. */
const zoneRoom = 130;

/** The drawing, as wide as its box. */
export function PaperChart(props: PaperChartProps) {
  const { line, axis, from, to, marks, zone, summary, formatX, formatY } = props;
  const [right, bottom] = [size.width - size.right, size.height - size.bottom];
  const x = (move: number) => size.left + ((move - from) / (to - from)) * (right - size.left);
  const y = (dollars: number) =>
    bottom - ((dollars - axis.from) / (axis.to - axis.from)) * (bottom - size.top);
  const ticks = [...new Set([axis.from, 0, axis.to])];
  // The zone's name stands at the right, or at the left where a mark would run through it.
  const isRightTaken = marks.some((mark) => x(mark.x) > right - zoneRoom);
  return (
    <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={summary} fontSize={10}>
      {axis.from < 0 && (
        <>
          <rect
            x={size.left}
            y={y(0)}
            width={right - size.left}
            height={bottom - y(0)}
            fill="var(--call-zone)"
          />
          <text
            x={isRightTaken ? size.left + 4 : right - 4}
            y={bottom - 4}
            textAnchor={isRightTaken ? 'start' : 'end'}
            fill="var(--call)"
          >
            {zone}
          </text>
        </>
      )}
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={size.left}
            x2={right}
            y1={y(tick)}
            y2={y(tick)}
            stroke={tick === 0 ? 'var(--ink)' : 'var(--line)'}
          />
          <text x={size.left - 4} y={y(tick) + 3} textAnchor="end" fill="var(--muted)">
            {formatY(tick)}
          </text>
        </g>
      ))}
      {[from, to].map((end) => (
        <text
          key={end}
          x={x(end)}
          y={size.height - 4}
          textAnchor={end === from ? 'start' : 'end'}
          fill="var(--muted)"
        >
          {formatX(end)}
        </text>
      ))}
      {line.map((piece, index) => (
        <polyline
          key={index}
          points={piece.map((point) => `${x(point.x)},${y(point.y)}`).join(' ')}
          fill="none"
          stroke="var(--ink)"
          strokeWidth={1.5}
        />
      ))}
      {marks.map((mark) => (
        <g key={mark.label} stroke={mark.isCall ? 'var(--call)' : 'var(--ink)'}>
          <line x1={x(mark.x)} x2={x(mark.x)} y1={size.top} y2={bottom} strokeDasharray="3 3" />
          <text
            x={x(mark.x)}
            y={mark.isCall ? size.top - 5 : size.height - 4}
            textAnchor={x(mark.x) > right - 60 ? 'end' : x(mark.x) < size.left + 60 ? 'start' : 'middle'}
            stroke="none"
            fill={mark.isCall ? 'var(--call)' : 'var(--ink)'}
          >
            {mark.label}
          </text>
        </g>
      ))}
    </svg>
  );
}
