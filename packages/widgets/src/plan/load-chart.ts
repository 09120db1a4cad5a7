import { html, nothing, svg, type TemplateResult } from 'lit';
import type { CarrierLoad } from './carrier-load.ts';
import { type Plot, plotOf, stepPath } from './chart-geometry.ts';
import { type PlanTelling, tellDay, tellLoad, tellWeekday } from './plan-telling.ts';

/** Under the columns of weekdays stand their letters, in per cent of the frame. */
const FOOT = 18;

/** In this part of the frame's start and end a label would stick out, were it centred. */
const EDGE = 20;

/**
 * The course of a load: at most as outline, as expected filled, what gets done as a line, the first day over marked and
 * named. Drawn by geometry and not by style attributes, which a strict page forbids; columns stretch, words do not.
 */
export function renderSeries(load: CarrierLoad, telling: PlanTelling): TemplateResult {
  const { texts } = telling;
  const { series, capacity, firstDayOver, steady } = load;
  const plot = plotOf(
    series.map(({ atMost }) => atMost),
    capacity,
  );
  const first = series.findIndex(({ day }) => day === firstDayOver);
  const told = (value: number): string => tellLoad(value, telling);
  const name = texts.carriers[load.carrier];
  const label = texts.chartOf(name, tellLoad(steady.atMost, telling, capacity), told(steady.expected), told(capacity));
  const over = firstDayOver === null ? '' : ` ${texts.firstDayOver(tellDay(firstDayOver, telling))}.`;
  return html`<svg class="series" role="img" aria-label="${label}${over}">
    <svg viewBox="0 0 ${series.length} 100" width="100%" height="100%" preserveAspectRatio="none">
      <path
        class="expected"
        d=${stepPath(
          series.map(({ expected }) => expected),
          plot,
        )}
      />
      <path
        class="most"
        d=${stepPath(
          series.map(({ atMost }) => atMost),
          plot,
        )}
      />
    </svg>
    ${renderCapacity(plot, capacity, texts.getDone(told(capacity)))}
    ${first === -1 || firstDayOver === null ? nothing : renderFirst(plot.xOf(first), tellDay(firstDayOver, telling))}
  </svg>`;
}

function renderCapacity(plot: Plot, capacity: number, label: string): TemplateResult {
  const y = `${plot.yOf(capacity)}%`;
  return svg`<line class="limit" x1="0" x2="100%" y1=${y} y2=${y} /><text x="0" y=${y} dy="-0.4em">${label}</text>`;
}

function renderFirst(x: number, label: string): TemplateResult {
  const anchor = x < EDGE ? 'start' : x > 100 - EDGE ? 'end' : 'middle';
  const at = anchor === 'start' ? 0 : anchor === 'end' ? 100 : x;
  return svg`<line class="first" x1="${x}%" x2="${x}%" y1="14%" y2="100%" />
    <svg x="${x}%" y="14%" overflow="visible"><path class="mark" d="M-5 -4H5L0 5Z" /></svg>
    <text class="named" x="${at}%" y="0" dy="0.8em" text-anchor=${anchor}>${label}</text>`;
}

/** The mean of each weekday: a closed Sunday's steps stand on Monday. */
export function renderWeekdays({ weekdays, capacity }: CarrierLoad, telling: PlanTelling): TemplateResult {
  const plot = plotOf(
    weekdays.map(({ atMost }) => atMost),
    capacity,
    FOOT,
  );
  const y = `${plot.yOf(capacity)}%`;
  const label = weekdays
    .map(({ weekday, atMost }) => `${tellWeekday(weekday, 'long', telling)} ${tellLoad(atMost, telling)}`)
    .join(', ');
  const columns = weekdays.map(({ weekday, atMost, expected }, column) => {
    const x = `${plot.xOf(column)}%`;
    const over = atMost - capacity > 1e-6;
    return {
      bars: svg`${bar('expected', column, expected, plot)}${bar('most', column, atMost, plot)}`,
      words: svg`<text class=${over ? 'named' : nothing} x=${x} y="${plot.yOf(atMost)}%" dy="-0.4em" text-anchor="middle">${tellLoad(Math.round(atMost), telling)}</text>
        <text x=${x} y="100%" dy="-0.15em" text-anchor="middle">${tellWeekday(weekday, 'narrow', telling)}</text>`,
    };
  });
  return html`<svg class="weekdays" role="img" aria-label="${telling.texts.weekdays}: ${label}">
    <svg viewBox="0 0 ${weekdays.length} 100" width="100%" height="100%" preserveAspectRatio="none">
      ${columns.map(({ bars }) => bars)}
    </svg>
    <line class="limit" x1="0" x2="100%" y1=${y} y2=${y} />
    ${columns.map(({ words }) => words)}
  </svg>`;
}

function bar(kind: 'expected' | 'most', column: number, value: number, { yOf }: Plot): TemplateResult {
  const [top, bottom] = [yOf(value), yOf(0)];
  return svg`<rect class=${kind} x=${column + 0.15} y=${top} width="0.7" height=${Math.max(0, bottom - top)} />`;
}
