import { css } from 'lit';
import { buttonStyles, staffStyles } from '../tokens/base.styles.ts';

/** On a screen a page to look at; on paper black on white, every row whole, whose it is on top of every page. */
export const daySheetStyles = [
  ...staffStyles,
  buttonStyles,
  css`
    .root {
      padding: var(--_2);
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      gap: 0 var(--_2);
    }
    h2 {
      font-size: 1.25em;
    }
    table {
      inline-size: 100%;
      border-collapse: collapse;
      table-layout: fixed;
    }
    th {
      padding: 0.25em 0.4em;
      border-block-end: 2px solid var(--_line-strong);
      font-weight: 600;
      text-align: start;
    }
    td {
      padding: 0.4em;
      border-block-end: 1px solid var(--_line-strong);
      vertical-align: top;
    }
    tr {
      break-inside: avoid;
    }
    .code {
      inline-size: 4.5em;
    }
    .who {
      inline-size: 22%;
    }
    .came {
      inline-size: 32%;
    }
    .free {
      inline-size: 16%;
    }
    .sign {
      font: 700 1.125em ui-monospace, 'Cascadia Mono', Consolas, 'Liberation Mono', monospace;
      letter-spacing: 0.05em;
    }
    .name {
      font-weight: 600;
    }
    .boxes {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      align-items: start;
      gap: 0.15em 0.5em;
      font-size: 0.9375em;
      hyphens: auto;
    }
    .box {
      display: flex;
      gap: 0.35em;
      align-items: baseline;
      line-height: 1.25;
    }
    .box::before {
      content: '';
      flex: none;
      align-self: center;
      inline-size: 0.85em;
      block-size: 0.85em;
      border: 1px solid var(--_text);
    }
    .line {
      display: flex;
      gap: 0.35em;
      align-items: baseline;
      margin-block-start: 0.3em;
    }
    .line::after {
      content: '';
      flex: 1;
      border-block-end: 1px solid var(--_text);
    }
    .foot {
      margin-block-start: var(--_1);
    }
    @container (inline-size < 44em) {
      table,
      tbody,
      tr,
      td {
        display: block;
      }
      thead {
        display: none;
      }
      tr {
        padding-block: 0.5em;
        border-block-end: 1px solid var(--_line-strong);
      }
      .code,
      .who,
      .came {
        inline-size: auto;
      }
      td {
        padding: 0.2em 0;
        border: 0;
      }
      .free {
        display: none;
      }
    }
    @media print {
      :host {
        container-type: normal !important;
        break-after: page;
        color-scheme: only light !important;
        --_text: #000;
        --_muted: #000;
        --_surface: #fff;
        --_line: #000;
        --_line-strong: #000;
        --_accent: #000;
      }
      :host([empty]) {
        display: none !important;
      }
      .root {
        padding: 0;
        border: 0;
        background: none;
        font-size: 9.5pt;
        line-height: 1.3;
      }
      .screen {
        display: none;
      }
      thead {
        display: table-header-group;
      }
    }
  `,
];
