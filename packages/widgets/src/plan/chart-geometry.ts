/** Where things stand in a chart of so many columns side by side, in per cent of its frame. */
export interface Plot {
  /** The value at the top of the columns. */
  readonly top: number;
  /** Middle of a column, from the start. */
  xOf(column: number): number;
  /** Height of a value, from above; values beyond the frame stay in it. */
  yOf(value: number): number;
}

/** Above the columns there is room for a line of words, in per cent of the frame. */
const HEAD = 18;

/** @param limit - a line that has to be in sight, whatever the values are */
export function plotOf(values: readonly number[], limit: number, foot = 0): Plot {
  const top = Math.max(limit, ...values) || 1;
  return {
    top,
    xOf: (column) => round(((column + 0.5) / Math.max(1, values.length)) * 100),
    yOf: (value) => round(HEAD + (1 - Math.min(1, Math.max(0, value / top))) * (100 - HEAD - foot)),
  };
}

/** The outline of columns that touch each other, a unit wide each, in the plot's heights; closed at the bottom. */
export function stepPath(values: readonly number[], { yOf }: Plot): string {
  const bottom = yOf(0);
  return `M0 ${bottom}${values.map((value, column) => `V${yOf(value)}H${column + 1}`).join('')}V${bottom}Z`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
