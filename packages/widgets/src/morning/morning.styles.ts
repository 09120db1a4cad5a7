import { css } from 'lit';
import { boardStyles } from '../board/board.styles.ts';
import { leadClockStyles } from '../lead-clock/lead-clock.styles.ts';

export const morningStyles = [
  ...boardStyles,
  leadClockStyles,
  css`
    h3 {
      margin-block: var(--_2) 0.25em;
      font-size: 0.9375em;
      color: var(--_muted);
    }
    h4 {
      font-size: 1em;
      font-weight: 600;
    }
    h4:focus {
      outline: none;
    }
    .told:empty {
      display: none;
    }
    .told {
      min-block-size: 1.5em;
    }
    .people {
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
    }
    .waiting-lead {
      padding: var(--_1) var(--_2);
    }
    .dial {
      display: inline-block;
      padding-block: 0.25em;
      white-space: nowrap;
    }
    .glance {
      display: flex;
      flex-wrap: wrap;
      gap: var(--_1);
      margin-block-start: var(--_1);
    }
    button.chip {
      min-block-size: var(--_touch);
      padding-inline: 0.75em;
      border: 0;
      font-weight: 500;
    }
    h2:focus {
      outline: none;
    }
    .waiting-lead + .waiting-lead {
      border-block-start: 1px solid var(--_line);
    }
    .person {
      display: grid;
      grid-template:
        'name state' auto
        'load act' auto / minmax(0, 1fr) auto;
      gap: 0.25em var(--_2);
      align-items: center;
      padding: var(--_1) var(--_2);
    }
    .person + .person {
      border-block-start: 1px solid var(--_line);
    }
    .person:focus {
      outline: none;
    }
    .name {
      grid-area: name;
      font-weight: 600;
    }
    .absent .name {
      color: var(--_muted);
    }
    .state {
      grid-area: state;
      justify-self: end;
      text-align: end;
    }
    .load {
      grid-area: load;
    }
    .counts {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--_2);
    }
    .track {
      display: block;
      inline-size: 100%;
      block-size: 0.625em;
      border-radius: 2px;
    }
    :host(:dir(rtl)) .track {
      transform: scaleX(-1);
    }
    .track .room {
      fill: var(--_sunken);
    }
    .track .open {
      fill: color-mix(in srgb, var(--_accent) 45%, var(--_surface));
    }
    .track .done {
      fill: var(--_accent);
    }
    .track .over {
      fill: var(--_alarm);
    }
    .track .mark {
      fill: var(--_line-strong);
    }
    .act {
      grid-area: act;
      display: flex;
      flex-wrap: wrap;
      justify-content: end;
      gap: var(--_1);
    }
    .wide {
      grid-column: 1 / -1;
    }
    .away {
      display: flex;
      flex-direction: column;
      gap: var(--_1);
      padding: var(--_2);
      margin-block: var(--_1);
      border: 1px solid var(--_line);
      border-inline-start: 4px solid var(--_accent);
      border-radius: var(--_radius);
    }
    .away .waiting {
      min-block-size: 0;
      padding: 0;
    }
    .targets li {
      padding-inline-start: 1em;
      font-weight: 500;
    }
    .moves li {
      padding-block: 0.5em;
      border-block-start: 1px solid var(--_line);
    }
    .fields,
    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: var(--_1) var(--_2);
    }
    .field {
      display: flex;
      flex-direction: column;
    }
    .field label {
      font-size: 0.875em;
      color: var(--_muted);
    }
    .field input,
    select {
      min-block-size: var(--_touch);
      padding: 0.25em 0.5em;
      border: 1px solid var(--_line-strong);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: inherit;
      font: inherit;
    }
    @container (inline-size >= 44em) {
      .waiting-lead {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) minmax(0, 14em);
        gap: 0 var(--_2);
        align-items: center;
      }
      .waiting-lead .lead-clock {
        margin: 0;
      }
      .waiting-lead > :last-child {
        text-align: end;
      }
      .person {
        grid-template: 'name load state act' auto / minmax(8em, 12em) minmax(0, 1fr) minmax(9em, auto) minmax(9em, auto);
      }
    }
  `,
];
