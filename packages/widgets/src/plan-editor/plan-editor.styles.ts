import { css } from 'lit';
import { planStyles } from '../plan/plan.styles.ts';

/** What the plan's page looks like, with forms in it. */
export const planEditorStyles = [
  ...planStyles,
  css`
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      justify-content: space-between;
      gap: var(--_1);
    }
    .choices {
      display: flex;
      flex-direction: column;
      align-items: stretch;
      gap: var(--_1);
      max-inline-size: 30em;
    }
    .note {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--_1);
      padding: var(--_1) var(--_2);
      border-radius: var(--_radius);
      background: var(--_wait-soft);
    }
    .note > span {
      flex: 1 1 12em;
    }
    .root > .note,
    .root > .changes,
    .root > .meanwhile,
    .root > .trouble {
      order: 2;
    }
    .meanwhile {
      display: flex;
      flex-direction: column;
      gap: var(--_1);
    }
    .sentences li {
      grid-template-columns: auto minmax(0, 1fr) auto;
    }
    .sentences section > button {
      margin-block-start: var(--_1);
    }
    .toggle {
      min-inline-size: 5.5em;
    }
    .form {
      grid-column: 1 / -1;
      display: flex;
      flex-direction: column;
      gap: var(--_2);
      padding-block: var(--_1);
    }
    fieldset {
      display: flex;
      flex-direction: column;
      gap: 0.25em;
    }
    legend {
      font-weight: 600;
      padding-block-end: 0.25em;
    }
    .fields {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 7.5em), 1fr));
      gap: var(--_1) var(--_2);
    }
    .field {
      justify-content: end;
    }
    .field > label {
      overflow-wrap: anywhere;
    }
    .wide,
    .group {
      grid-column: 1 / -1;
    }
    .words {
      grid-column: span 2;
    }
    .ticks {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 14em), 1fr));
      gap: 0 var(--_2);
    }
    .entries {
      display: flex;
      flex-direction: column;
      gap: var(--_2);
    }
    .entries li {
      padding: var(--_1) var(--_2) var(--_2);
      border-radius: var(--_radius);
      background: var(--_sunken);
    }
    .entries .buttons {
      margin-block-start: var(--_1);
    }
    .wide > button {
      align-self: start;
    }
    input[type='text'],
    input[type='time'] {
      inline-size: 100%;
      min-inline-size: 0;
      min-block-size: var(--_touch);
      padding: 0.35em 0.6em;
      border: 1px solid var(--_line-strong);
      border-radius: var(--_radius);
      background: var(--_surface);
    }
    .part {
      border-block-start: 1px solid var(--_line);
    }
    .part summary {
      min-block-size: var(--_touch);
      font-weight: 600;
    }
    .part > ul {
      padding-block: var(--_1);
    }
    .part > ul li {
      padding-block: 0.25em;
      border: 0;
    }
    .bar[role='region'] {
      position: sticky;
      inset-block-end: 0;
      order: 3;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.25em var(--_1);
      block-size: auto;
      margin: 0;
      padding: var(--_1);
      border: 1px solid var(--_line-strong);
      border-radius: var(--_radius);
      background: var(--_surface);
      z-index: 1;
    }
    .now {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.25em var(--_1);
    }
    .bar .buttons {
      gap: 0.25em;
    }
    .sentences li,
    .part,
    .field > * {
      scroll-margin-block: 6em;
    }
    @container (inline-size < 34em) {
      .words {
        grid-column: 1 / -1;
      }
      .sentences li {
        grid-template-columns: auto minmax(0, 1fr);
      }
      .sentences .toggle {
        grid-column: 2;
        justify-self: start;
      }
      .bar[role='region'] .buttons {
        inline-size: 100%;
      }
      .bar button {
        flex: 1 1 auto;
        padding-inline: 0.5em;
      }
    }
    @container (inline-size >= 62em) {
      .columns {
        grid-template-columns: minmax(0, 7fr) minmax(0, 5fr);
        align-items: start;
      }
      .beside {
        position: sticky;
        inset-block-start: var(--_1);
        max-block-size: calc(100vh - 7em);
        overflow-y: auto;
      }
      .beside .carriers {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
];
