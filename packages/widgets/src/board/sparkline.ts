import { html, nothing, type TemplateResult } from 'lit';
import { percent } from '../format/number.ts';
import type { BoardTelling } from './board-telling.ts';

const WIDTH = 96;
const HEIGHT = 24;

/** The course of a daily share from 0 to 1, oldest first; what it says is said in words, too. */
export function renderSparkline(
  trend: readonly number[],
  { texts, tag }: BoardTelling,
): TemplateResult | typeof nothing {
  const [first] = trend;
  const last = trend.at(-1);
  if (first === undefined || last === undefined || trend.length < 2) return nothing;
  const label = texts.trendOf(trend.length, percent(first, tag), percent(last, tag));
  return html`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${label}>
    <polyline points=${sparklinePoints(trend)} />
    <circle cx=${WIDTH - 2} cy=${heightOf(last)} r="2" />
  </svg>`;
}

/** The corners of the line: left to right, 1 at the top. */
export function sparklinePoints(trend: readonly number[]): string {
  const step = (WIDTH - 4) / Math.max(1, trend.length - 1);
  return trend.map((share, index) => `${round(2 + index * step)},${heightOf(share)}`).join(' ');
}

function heightOf(share: number): number {
  return round(2 + (1 - Math.min(1, Math.max(0, share))) * (HEIGHT - 4));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
