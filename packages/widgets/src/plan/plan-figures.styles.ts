import { css } from 'lit';

/** What a plan draws: the course of a load, weekdays, the split. In writing from right to left, time runs so, too. */
export const planFigureStyles = css`
  .carriers {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_1);
  }
  .carrier.over {
    border-inline-start: 4px solid var(--_alarm);
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25em var(--_1);
  }
  .value {
    font-size: 1.5em;
    line-height: 1.3;
  }
  .charts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_1) var(--_2);
    margin-block-start: var(--_1);
  }
  .charts > div {
    min-inline-size: 0;
  }
  svg.series,
  svg.weekdays {
    display: block;
    inline-size: 100%;
    block-size: 5em;
    overflow: visible;
    font-size: 0.8125em;
  }
  svg.weekdays {
    block-size: 6.5em;
  }
  .over svg.series,
  .over svg.weekdays {
    block-size: 9em;
  }
  svg:dir(rtl).series,
  svg:dir(rtl).weekdays,
  svg:dir(rtl).bar {
    transform: scaleX(-1);
  }
  svg:dir(rtl) text {
    transform: scaleX(-1);
    transform-box: fill-box;
    transform-origin: center;
  }
  /* A label begins at the start of its frame, which is mirrored for itself. */
  svg text {
    direction: ltr;
    fill: var(--_text);
    stroke: var(--_surface);
    stroke-width: 3px;
    paint-order: stroke;
  }
  svg .named {
    fill: var(--_alarm);
    font-weight: 700;
  }
  svg .expected {
    fill: color-mix(in srgb, var(--_accent) 40%, var(--_surface));
  }
  svg .most {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 1.5;
    vector-effect: non-scaling-stroke;
  }
  svg .limit {
    stroke: var(--_text);
    stroke-width: 1.5;
    stroke-dasharray: 5 3;
  }
  svg .first {
    stroke: var(--_alarm);
    stroke-width: 1.5;
  }
  svg .mark {
    fill: var(--_alarm);
  }
  .axis {
    display: flex;
    justify-content: space-between;
  }
  .legend {
    order: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_2);
  }
  .legend li {
    display: flex;
    align-items: baseline;
    gap: 0.4em;
  }
  .key {
    flex: none;
    display: inline-block;
    inline-size: 0.75em;
    block-size: 0.75em;
    border: 1.5px solid var(--_accent);
    border-radius: 2px;
  }
  .key.expected {
    background: color-mix(in srgb, var(--_accent) 40%, var(--_surface));
    border-color: transparent;
  }
  .key.limit {
    block-size: 0;
    border-width: 1.5px 0 0;
    border-color: var(--_text);
    border-style: dashed;
    align-self: center;
  }
  .key.people {
    background: var(--_accent);
  }
  .key.managers {
    background: repeating-linear-gradient(-45deg, var(--_accent) 0 1.5px, transparent 1.5px 4px);
  }
  .bar {
    display: block;
    inline-size: 100%;
    block-size: 14px;
    margin-block: var(--_1) 0.25em;
    border: 1px solid var(--_accent);
    border-radius: 3px;
  }
  rect.people {
    fill: var(--_accent);
  }
  .hatch {
    stroke: var(--_accent);
    stroke-width: 1.5;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0.3em 0.5em 0.3em 0;
    text-align: start;
    font-weight: 400;
  }
  thead th {
    font-size: 0.875em;
    color: var(--_muted);
    vertical-align: bottom;
  }
  tbody tr {
    border-block-start: 1px solid var(--_line);
  }
  .number {
    text-align: end;
    font-weight: 600;
  }
  thead .number {
    font-weight: 400;
  }
  .scroll {
    overflow-x: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding-inline: 0.75em;
  }
  td .alarm {
    color: var(--_alarm);
  }
  .scroll td.number {
    font-weight: 500;
    white-space: nowrap;
  }
  .scroll table + table {
    margin-block-start: var(--_2);
  }
  @container (inline-size >= 34em) {
    .charts {
      grid-template-columns: minmax(0, 5fr) minmax(0, 3fr);
    }
  }
  @container (inline-size >= 62em) {
    .legend {
      order: 0;
    }
    .carriers {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      align-items: start;
    }
    .carrier.over {
      grid-column: 1 / -1;
    }
    .carrier:not(.over) .charts {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
