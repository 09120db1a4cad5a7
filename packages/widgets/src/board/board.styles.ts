import { css } from 'lit';
import { iconStyles } from '../icons/icons.styles.ts';
import { buttonStyles, staffStyles } from '../tokens/base.styles.ts';
import { boardFigureStyles } from './board-figures.styles.ts';

export const boardStyles = [
  ...staffStyles,
  buttonStyles,
  iconStyles,
  boardFigureStyles,
  css`
    .root {
      display: flex;
      flex-direction: column;
      gap: var(--_3);
    }
    h1 {
      font-size: 1.75em;
      letter-spacing: -0.01em;
    }
    h1:focus {
      outline: none;
    }
    h1:focus-visible {
      outline: 2px solid var(--_focus);
      outline-offset: 4px;
      border-radius: 2px;
    }
    h2 {
      font-size: 1.125em;
      margin-block-end: 0.25em;
    }
    header .button {
      margin-block-start: var(--_1);
    }
    .crumbs {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25em 0.5em;
      font-size: 0.9375em;
    }
    .crumbs li {
      display: inline-flex;
      align-items: center;
      gap: 0.5em;
      min-block-size: 24px;
    }
    .crumbs a {
      display: inline-flex;
      align-items: center;
      min-block-size: 24px;
    }
    .waiting {
      display: flex;
      flex-direction: column;
      align-items: start;
      gap: var(--_2);
      min-block-size: 24em;
      padding-block: var(--_3);
    }
    .needs {
      display: grid;
      gap: var(--_1);
    }
    .need {
      display: flex;
      flex-direction: column;
      gap: var(--_1);
      padding: var(--_2);
      border: 1px solid var(--_line);
      border-inline-start: 4px solid var(--_alarm);
      border-radius: var(--_radius);
      background: var(--_surface);
    }
    .need h2 {
      margin: 0;
      font-size: 1.0625em;
    }
    .findings {
      display: flex;
      flex-direction: column;
      gap: var(--_1);
    }
    .states {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.25em var(--_1);
      margin-block-start: 0.25em;
    }
    .manager {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--_1);
      margin-block-start: auto;
      padding-block-start: var(--_1);
    }
    .manager .button,
    header .button {
      border-color: var(--_accent);
      color: var(--_accent);
      font-weight: 600;
    }
    .chip {
      display: inline-flex;
      align-items: center;
      gap: 0.35em;
      padding: 0 0.5em;
      border-radius: 4px;
      font-size: 0.9375em;
      align-self: start;
      background: var(--_sunken);
      color: var(--_text);
    }
    .small .chip {
      font-size: 1em;
      align-self: center;
    }
    .chip.alarm {
      background: var(--_alarm-soft);
      color: var(--_alarm);
    }
    .chip.wait {
      background: var(--_wait-soft);
      color: var(--_wait);
    }
    .chip.good {
      background: var(--_good-soft);
      color: var(--_good);
    }
    .feeds li,
    .list > li {
      padding-block: 0.6em;
      border-block-start: 1px solid var(--_line);
    }
    .feeds li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--_2);
    }
    .list .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.25em var(--_2);
    }
    .list a,
    .feeds a {
      display: inline-block;
      min-block-size: 24px;
    }
    .paging {
      display: flex;
      gap: var(--_1);
      padding-block-start: var(--_1);
    }
    summary {
      padding-block: 0.75em;
      color: var(--_accent);
      cursor: pointer;
    }
    .scroll {
      overflow-x: auto;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
    }
    table {
      inline-size: 100%;
      border-collapse: collapse;
      font-size: 0.9375em;
    }
    th,
    td {
      padding: 0.5em 0.75em;
      text-align: start;
      vertical-align: middle;
      white-space: nowrap;
    }
    thead th {
      white-space: normal;
      font-size: 0.875em;
      font-weight: 500;
      color: var(--_muted);
      vertical-align: bottom;
    }
    tbody tr {
      border-block-start: 1px solid var(--_line);
    }
    tbody th {
      position: sticky;
      inset-inline-start: 0;
      background: var(--_surface);
      font-weight: 500;
      max-inline-size: 14em;
      white-space: normal;
    }
    tbody a {
      display: inline-block;
      min-block-size: 24px;
    }
    .number {
      text-align: end;
    }
    .verdict .chip {
      font-size: 1.125em;
      padding: 0.25em 0.75em;
    }
    .sides {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 20em), 1fr));
      gap: var(--_2);
    }
    .sides section {
      padding: var(--_2);
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
    }
    dl > div {
      display: grid;
      grid-template-columns: minmax(6em, 1fr) 2fr;
      gap: var(--_1);
      padding-block: 0.35em;
      border-block-start: 1px solid var(--_line);
    }
    dt {
      color: var(--_muted);
    }
    @container (inline-size >= 48em) {
      .needs .need {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 var(--_3);
        align-items: center;
      }
      .manager {
        grid-column: 2;
        grid-row: 1 / span 2;
        flex-direction: column;
        align-items: stretch;
        text-align: end;
        margin: 0;
        padding: 0;
      }
    }
    @container (inline-size >= 64em) {
      .needs .need {
        padding-block: var(--_1);
      }
      .manager {
        flex-direction: row;
        align-items: center;
        gap: var(--_2);
      }
    }
  `,
];
