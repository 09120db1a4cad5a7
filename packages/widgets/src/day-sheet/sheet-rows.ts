import type { DaySheetResult } from '@beback/client';
import { DISPOSITIONS_OF_CHANNEL } from '@beback/core';
import { html, nothing, type TemplateResult } from 'lit';
import { phoneInWords } from '../format/phone.ts';
import { dayAndTime, timeNear } from '../format/time.ts';
import { outcomeNumber } from '../paper/outcome-numbers.ts';
import type { DaySheetWords } from './day-sheet-words.ts';

export type PrintedDay = DaySheetResult['workPlan'];
type PrintedTask = PrintedDay['tasks'][number];

/** What the rows of a sheet are told with. */
export interface SheetTelling {
  readonly texts: DaySheetWords;
  readonly tag: string;
  /** When the list was asked for, in epoch milliseconds. */
  readonly asOf: number;
}

/** A row stays on its page: of last words so much is printed as helps before a call. */
const LONGEST_NOTE = 160;

/** One task with its code, who it is about, why, boxes for what came of it, and room for a note. */
export function renderSheetRow(task: PrintedTask, telling: SheetTelling): TemplateResult {
  const { texts } = telling;
  const { customerName, vehicle, channel, phone, email } = task;
  const address = channel === 'email' ? email : phone;
  return html`<tr>
    <td class="code"><span class="sign">${task.sheetCode}</span></td>
    <td class="who">
      <p class="name">${customerName ?? texts.nobodyNamed}</p>
      ${address === null ? nothing : html`<p>${channel === 'email' ? address : phoneInWords(address)}</p>`}
      ${vehicle === null ? nothing : html`<p>${vehicle}</p>`}
    </td>
    <td>
      <p class="name">${texts.channels[channel]}</p>
      ${whyOf(task, telling).map((line) => html`<p>${line}</p>`)}
    </td>
    <td class="came">
      <div class="boxes">
        ${DISPOSITIONS_OF_CHANNEL[channel].map(
          (outcome) => html`<span class="box">${outcomeNumber(outcome)} ${texts.outcomes[outcome]}</span>`,
        )}
      </div>
      <p class="line">${texts.time}</p>
      <p class="line">${texts.appointment}</p>
      <p class="line">${texts.callAgain}</p>
    </td>
    <td class="free"></td>
  </tr>`;
}

/** The first reason, what the law allows, what was agreed, and the last words that were spoken. */
function whyOf(task: PrintedTask, { texts, tag, asOf }: SheetTelling): readonly string[] {
  const { reasons, lawfulUntil, nextLawful, appointmentAt, lastActivity, zone } = task;
  const style = { tag, zone };
  const near = (at: string): string => timeNear(Date.parse(at), asOf, style);
  const lines = reasons.slice(0, 1).map(({ text }) => text);
  if (lawfulUntil !== null) lines.push(texts.until(near(lawfulUntil)));
  if (nextLawful !== null) lines.push(texts.notBefore(near(nextLawful)));
  if (appointmentAt !== null) lines.push(texts.comesIn(dayAndTime(Date.parse(appointmentAt), style)));
  if (lastActivity !== null) {
    const { at, disposition, note } = lastActivity;
    lines.push(texts.last(texts.dispositions[disposition], near(at)));
    if (note !== null) lines.push(`“${shortened(note)}”`);
  }
  return lines;
}

function shortened(note: string): string {
  const signs = [...note];
  return signs.length <= LONGEST_NOTE ? note : `${signs.slice(0, LONGEST_NOTE).join('').trimEnd()} …`;
}
