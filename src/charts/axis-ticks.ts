// How the charts of excess equity write the figures along their axes.

/** The look of a figure at an axis. */
export const tickStyle = { fill: 'var(--muted)', fontSize: '0.75rem' };

const compact = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 2 });

/** Dollars at an axis, short and with their sign: "$20K", "−$5K". */
export function formatDollarTick(dollars: number): string {
  return `${dollars < 0 ? '−' : ''}$${compact.format(Math.abs(dollars))}`;
}
