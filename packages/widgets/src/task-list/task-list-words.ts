import type { Purpose } from '@beback/client';
import type { StaffWords } from '../staff/staff-words.ts';

/** The words of this element, in one language. */
export interface TaskListTexts extends StaffWords {
  readonly title: string;
  readonly done: (count: number) => string;
  readonly left: (count: number) => string;
  readonly asOf: (time: string) => string;
  readonly due: (time: string, left: string) => string;
  readonly late: (time: string, late: string) => string;
  readonly dueBrief: (time: string) => string;
  readonly lateBrief: (time: string) => string;
  readonly bestBrief: (time: string) => string;
  readonly from: (time: string) => string;
  readonly why: string;
  readonly moreReasons: string;
  readonly aroseUnder: (version: number) => string;
  readonly toLedger: string;
  readonly last: string;
  readonly lastNone: string;
  readonly lawfulUntil: (time: string) => string;
  readonly notLawful: string;
  readonly notLawfulUntil: (time: string) => string;
  readonly dial: (number: string) => string;
  readonly write: (address: string) => string;
  readonly noAddress: string;
  readonly disposition: string;
  readonly moreDispositions: string;
  readonly note: string;
  readonly log: string;
  readonly logAs: (disposition: string) => string;
  readonly chooseFirst: string;
  readonly logged: (disposition: string, name: string) => string;
  readonly unsent: (disposition: string, name: string) => string;
  readonly refused: (name: string) => string;
  readonly drop: string;
  readonly elsewhere: string;
  readonly goOn: string;
  readonly newer: (name: string) => string;
  readonly show: string;
  readonly next: string;
  readonly more: (count: number) => string;
  readonly emptyTitle: string;
  readonly emptyText: (done: number) => string;
  readonly loading: string;
  readonly failed: string;
  readonly reconnecting: string;
  readonly polling: string;
  readonly overload: string;
  readonly overloadText: string;
  readonly whyNot: string;
  readonly whyNotField: string;
  readonly whyNotAsk: string;
  readonly whyNotWait: string;
  readonly whyNotFound: (count: number) => string;
  readonly whyNotMost: string;
  readonly whyNotNone: (asked: string) => string;
  readonly whyNotShort: string;
  readonly whyNotFailed: string;
  readonly sum: string;
  readonly sumText: (count: number) => string;
  readonly sumWait: string;
  readonly sumFailed: string;
  readonly places: PlaceWords;
  readonly purposes: Readonly<Record<Purpose, string>>;
}

/** Where a step stands: {@link Place}. */
interface PlaceWords {
  readonly here: string;
  readonly givenHere: string;
  readonly bdc: (name: string) => string;
  readonly manager: (name: string) => string;
  readonly colleague: (name: string) => string;
  readonly system: string;
  readonly later: (day: string) => string;
  readonly notDue: (day: string) => string;
  readonly unplanned: string;
  readonly forbidden: string;
  readonly done: string;
  readonly missed: string;
  readonly cancelled: string;
  readonly nothing: string;
}
