import { html, nothing, type TemplateResult } from 'lit';
import { shortDay } from '../format/time.ts';
import { icon } from '../icons/icons.ts';
import type { CarrierLoad } from './carrier-load.ts';
import { renderSeries, renderWeekdays } from './load-chart.ts';
import { type PlanTelling, tellDay, tellLoad, tellWeekday } from './plan-telling.ts';

/** What the plan asks of each kind of people, drawn, with the table behind it. */
export function renderLoads(loads: readonly CarrierLoad[], telling: PlanTelling): TemplateResult {
  const { texts } = telling;
  return html`<section class="loads" aria-labelledby="load">
    <h2 id="load">${texts.load}</h2>
    <ul class="legend small">
      <li class="muted">${texts.loadHint}</li>
      <li><span class="key most"></span>${texts.atMostMeans}</li>
      <li><span class="key expected"></span>${texts.expectedMeans}</li>
      <li><span class="key limit"></span>${texts.capacity}</li>
    </ul>
    <div class="carriers">${loads.map((load) => renderCarrier(load, telling))}</div>
  </section>`;
}

function renderCarrier(load: CarrierLoad, telling: PlanTelling): TemplateResult {
  const { texts } = telling;
  const { carrier, people, over } = load;
  const id = `load-${carrier}`;
  const idle = load.steady.atMost === 0 && load.other.atMost === 0;
  return html`<section class=${over ? 'carrier over' : 'carrier'} aria-labelledby=${id}>
    <div class="line">
      <h3 id=${id}>${texts.carriers[carrier]} <span class="muted">${texts.people(people)}</span></h3>
      ${
        over
          ? html`<span class="chip alarm">${icon('alarm')} ${texts.over}</span>`
          : html`<span class="chip good">${icon('done')} ${texts.fitsThem}</span>`
      }
    </div>
    ${idle ? html`<p class="small muted">${texts.nothingAsked}</p>` : renderDrawn(load, telling)}
  </section>`;
}

function renderDrawn(load: CarrierLoad, telling: PlanTelling): TemplateResult {
  const { texts, tag } = telling;
  const { steady, capacity, other, unit, over, firstDayOver, series } = load;
  const told = (value: number): string => tellLoad(value, telling);
  const limit = told(capacity);
  const beside = [
    told(steady.expected),
    tellLoad(other.atMost, telling, other.capacity),
    told(other.capacity),
  ] as const;
  const [first, last] = [series[0]?.day, series.at(-1)?.day];
  return html`
    <p>
      <b class="value">${tellLoad(steady.atMost, telling, capacity)}</b>
      ${unit === 'tasks' ? texts.tasksOf(limit) : texts.callsOf(limit)}
      <span class="small muted">${unit === 'tasks' ? texts.expectedCalls(...beside) : texts.expectedTasks(...beside)}</span>
    </p>
    ${!over && firstDayOver !== null ? html`<p class="small">${texts.singleDays(tellDay(firstDayOver, telling))}</p>` : nothing}
    <div class="charts">
      <div>
        ${renderSeries(load, telling)}
        <p class="axis small muted" aria-hidden="true">
          <span>${first && shortDay(first, tag)}</span><span>${last && shortDay(last, tag)}</span>
        </p>
      </div>
      ${renderWeekdays(load, telling)}
    </div>
    <details>
      <summary>${texts.table}</summary>
      ${renderTable(load, telling)}
    </details>
  `;
}

/** The weekdays' means, then every day. Narrow screens scroll the table, never the page. */
function renderTable(load: CarrierLoad, telling: PlanTelling): TemplateResult {
  const { texts } = telling;
  const { capacity, weekdays, series, unit, carrier } = load;
  const row = (name: string, { atMost, expected }: { readonly atMost: number; readonly expected: number }) => html`<tr>
    <th scope="row">${name}</th>
    <td class="number">
      ${atMost - capacity > 1e-6 ? html`<span class="alarm">${icon('alarm')}<span class="said">${texts.over}</span></span>` : nothing}
      ${tellLoad(atMost, telling, capacity)}
    </td>
    <td class="number">${tellLoad(expected, telling)}</td>
  </tr>`;
  const table = (heading: string, rows: readonly TemplateResult[]) => html`<table>
    <thead>
      <tr>
        <th scope="col">${heading}</th>
        <th scope="col" class="number">${texts.atMost}, ${unit === 'tasks' ? texts.tasks : texts.calls}</th>
        <th scope="col" class="number">${texts.expected}</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${texts.table}: ${texts.carriers[carrier]}">
    ${table(
      texts.weekdays,
      weekdays.map((one) => row(tellWeekday(one.weekday, 'long', telling), one)),
    )}
    ${table(
      texts.day,
      series.map((one) => row(tellDay(one.day, telling), one)),
    )}
  </div>`;
}
