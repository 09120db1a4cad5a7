import { css } from 'lit';
import { ledgerParts } from '../ledger/ledger.styles.ts';

export const evidenceStyles = [
  ...ledgerParts,
  css`
    form {
      margin-block: var(--_2);
    }
    form button {
      align-self: end;
    }
    .ask p {
      margin-block-start: 0.25em;
    }
    .person > section > h2 {
      font-size: 1em;
    }
    .field {
      max-inline-size: 26em;
    }
    .file {
      border-block-start: 1px solid var(--_line);
    }
    .buttons {
      margin-block: var(--_1);
    }
    h3 {
      margin-block: var(--_3) var(--_1);
    }
    .channel h3 {
      margin-block: 0;
    }
    .entry {
      display: grid;
      gap: 0.25em var(--_2);
    }
    .when {
      color: var(--_muted);
    }
    .law {
      margin-block-start: var(--_1);
    }
    .law > p {
      font-weight: 500;
    }
    .reasons {
      padding-inline-start: 1.5em;
    }
    .raw > summary {
      padding-block: 0.5em;
      color: var(--_accent);
      cursor: pointer;
    }
    pre {
      margin: 0;
      padding: var(--_1);
      overflow-x: auto;
      background: var(--_sunken);
    }
    .person {
      margin-block-start: var(--_2);
      padding: 0 var(--_2) var(--_2);
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
    }
    @container (inline-size >= 40em) {
      .entry {
        grid-template-columns: 15em minmax(0, 1fr);
      }
    }
    @media print {
      .ask,
      .buttons,
      .raw,
      .no-print {
        display: none;
      }
      .root {
        color: #000;
        font-size: 10pt;
      }
      .lines,
      .person {
        border-color: #999;
      }
      .entry {
        break-inside: avoid;
      }
    }
  `,
];
