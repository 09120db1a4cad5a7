import { css } from 'lit';

/** What a board draws: figures, bars, the map of stores, the course of days. */
export const boardFigureStyles = css`
  .figures {
    position: relative;
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow: hidden;
  }
  .figure {
    padding: var(--_2);
    border-block-start: 1px solid var(--_line);
    border-inline-start: 1px solid var(--_line);
    margin-block-start: -1px;
    margin-inline-start: -1px;
  }
  .figure.wide {
    grid-column: 1 / -1;
  }
  .figure h3 {
    font-size: 0.875em;
    font-weight: 500;
    color: var(--_muted);
  }
  .value {
    font-size: 1.5em;
    font-weight: 600;
    line-height: 1.3;
  }
  .bar {
    display: block;
    inline-size: 100%;
    block-size: 12px;
    margin-block: var(--_1);
    border-radius: 3px;
    background: var(--_sunken);
  }
  .bar:dir(rtl) {
    transform: scaleX(-1);
  }
  rect.documented {
    fill: var(--_accent);
  }
  rect.undocumented {
    fill: var(--_alarm);
  }
  rect.excused {
    stroke: var(--_line-strong);
  }
  .hatch {
    stroke: var(--_muted);
    stroke-width: 1.5;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em var(--_2);
  }
  .legend li,
  .scale li {
    display: flex;
    align-items: baseline;
    gap: 0.4em;
  }
  .key {
    flex: none;
    inline-size: 0.75em;
    block-size: 0.75em;
    border: 1px solid var(--_line-strong);
    border-radius: 2px;
  }
  .key.documented {
    background: var(--_accent);
    border-color: var(--_accent);
  }
  .key.undocumented {
    background: var(--_alarm);
    border-color: var(--_alarm);
  }
  .key.pending {
    background: repeating-linear-gradient(-45deg, var(--_muted) 0 1.5px, transparent 1.5px 4px);
  }
  .map {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(2.75em, 1fr));
    gap: 4px;
    margin-block: var(--_1);
  }
  .map a {
    display: block;
    color: inherit;
    text-decoration: none;
    border-radius: 4px;
  }
  .cell {
    position: relative;
    display: grid;
    place-items: center;
    block-size: 2.75em;
    border: 1px solid var(--_line);
    border-radius: 4px;
    font-size: 0.9375em;
  }
  .cell .icon {
    position: absolute;
    inset-block-start: 2px;
    inset-inline-end: 2px;
    inline-size: 0.75em;
    block-size: 0.75em;
    stroke-width: 2;
  }
  .map a:hover .cell {
    border-color: var(--_text);
  }
  .step-none {
    background: var(--_sunken);
    color: var(--_muted);
  }
  /* The more calls are missing, the warmer: what needs no look is plain. */
  .step-4 {
    background: var(--_surface);
  }
  .step-3 {
    background: color-mix(in srgb, var(--_wait) 12%, var(--_surface));
  }
  .step-2 {
    background: color-mix(in srgb, var(--_wait) 32%, var(--_surface));
  }
  .step-1 {
    background: var(--_wait);
    color: light-dark(#ffffff, #2a1d05);
  }
  .step-0 {
    background: var(--_alarm);
    color: light-dark(#ffffff, #2a0c09);
    font-weight: 700;
  }
  .scale {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em var(--_2);
    color: var(--_muted);
  }
  .spark {
    display: block;
    inline-size: 96px;
    block-size: 24px;
  }
  .spark:dir(rtl) {
    transform: scaleX(-1);
  }
  .spark polyline {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 1.5;
    stroke-linejoin: round;
  }
  .spark circle {
    fill: var(--_accent);
  }
  @container (inline-size >= 40em) {
    .figures {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }
  @container (inline-size >= 64em) {
    .figures {
      grid-template-columns: minmax(0, 2.2fr) repeat(4, minmax(0, 1fr));
    }
    .figure.wide {
      grid-column: auto;
    }
  }
`;
