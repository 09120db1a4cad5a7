import { css } from 'lit';
import { iconStyles } from '../icons/icons.styles.ts';
import { leadClockStyles } from '../lead-clock/lead-clock.styles.ts';
import { buttonStyles, staffStyles } from '../tokens/base.styles.ts';
import { agreementStyles } from './agreement.styles.ts';
import { taskCardStyles } from './task-card.styles.ts';
import { whyNotStyles } from './why-not.styles.ts';

export const taskListStyles = [
  ...staffStyles,
  buttonStyles,
  iconStyles,
  taskCardStyles,
  agreementStyles,
  leadClockStyles,
  whyNotStyles,
  css`
    .root {
      max-inline-size: 40em;
      margin-inline: auto;
    }
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      justify-content: space-between;
      gap: 0 var(--_2);
    }
    h2 {
      font-size: 1.25em;
    }
    .counts {
      display: flex;
      gap: var(--_2);
    }
    progress {
      appearance: none;
      display: block;
      inline-size: 100%;
      block-size: 4px;
      margin-block: var(--_1) 0;
      border: 0;
      border-radius: 2px;
      background: var(--_line);
      overflow: hidden;
    }
    progress::-webkit-progress-bar {
      background: var(--_line);
    }
    progress::-webkit-progress-value {
      background: var(--_accent);
    }
    progress::-moz-progress-bar {
      background: var(--_accent);
    }
    .line {
      min-block-size: 1.5em;
      margin-block: 0.25em;
      font-size: 0.875em;
    }
    .card,
    .waiting {
      border: 1px solid var(--_line);
      border-radius: calc(var(--_radius) * 1.5);
      background: var(--_surface);
      padding: var(--_2);
    }
    .waiting {
      display: flex;
      flex-direction: column;
      align-items: start;
      justify-content: center;
      gap: var(--_2);
      min-block-size: 34em;
      margin-block-start: var(--_2);
    }
    /* What changes on the card moves nothing else about, and what is out of sight waits till it is not. */
    .card {
      contain: content;
    }
    .beside {
      content-visibility: auto;
      contain-intrinsic-block-size: auto 24em;
      overflow-clip-margin: 8px;
    }
    .settled,
    .newer,
    .entry {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--_1) var(--_2);
      padding: var(--_1) var(--_2);
      margin-block: var(--_1);
      border: 1px solid var(--_line-strong);
      border-radius: var(--_radius);
      background: var(--_surface);
    }
    .settled p,
    .newer span,
    .entry > p,
    .entry > div {
      flex: 1 1 12em;
    }
    .entry {
      border-inline-start: 4px solid var(--_alarm);
    }
    .newer {
      border-inline-start: 4px solid var(--_accent);
    }
    .label {
      margin-block: var(--_3) var(--_1);
      font-size: 0.875em;
      color: var(--_muted);
    }
    .rows {
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
      overflow: hidden;
    }
    .rows li {
      content-visibility: auto;
      contain-intrinsic-block-size: auto 4.75em;
    }
    .rows li + li {
      border-block-start: 1px solid var(--_line);
    }
    .row {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: 0 0.75em;
      inline-size: 100%;
      padding: 0.6em var(--_2);
      border: 0;
      border-radius: 0;
      background: transparent;
      text-align: start;
      font-weight: 400;
      justify-items: start;
      align-items: baseline;
    }
    .row:focus-visible {
      outline-offset: -2px;
    }
    .who {
      display: grid;
      min-inline-size: 0;
    }
    .name {
      font-weight: 500;
    }
    .when {
      grid-column: 2;
    }
    .when .state {
      margin: 0;
    }
    summary {
      padding-block: 0.75em;
      color: var(--_accent);
      cursor: pointer;
    }
    @container (inline-size >= 34em) {
      .card,
      .waiting {
        padding: var(--_3);
      }
      fieldset > .dispositions {
        grid-template-columns: repeat(4, minmax(0, 1fr));
      }
      .close {
        grid-template-columns: 1fr auto;
      }
      .close button {
        min-inline-size: 14em;
      }
      .row {
        grid-template-columns: auto 1fr auto;
      }
      .when {
        grid-column: 3;
      }
    }
    /* At a desk the next ones stand beside the card, so that all of it is above the fold. */
    @container (inline-size >= 58em) {
      .root {
        display: grid;
        grid-template-columns: minmax(0, 38em) minmax(0, 22em);
        grid-template-rows: repeat(6, auto) 1fr;
        column-gap: var(--_4);
        justify-content: center;
        align-items: start;
        max-inline-size: none;
      }
      .root > * {
        grid-column: 1;
      }
      .root > .beside {
        grid-column: 2;
        grid-row: 4 / span 4;
      }
      .beside > section:first-child .label {
        margin-block-start: 0;
      }
      .row {
        grid-template-columns: auto 1fr;
      }
      .when {
        grid-column: 2;
      }
    }
  `,
];
