import type { Carrier, PlanState, Trigger } from '@beback/client';
import type { StaffWords } from '../staff/staff-words.ts';
import type { ChangeKind } from './plan-changes.ts';
import type { SigningWords } from './signing-words.ts';

/** The words of the plan, in one language. A name may be missing where nobody is known to have done it. */
export interface PlanWords extends StaffWords, SigningWords {
  readonly titleOf: (version: number) => string;
  readonly store: string;
  readonly version: string;
  readonly versionOption: (version: number, state: string) => string;
  readonly states: Readonly<Record<PlanState, string>>;
  readonly beingWritten: string;
  readonly retired: string;
  readonly drafted: (date: string, name: string | undefined) => string;
  readonly inForceSince: (date: string, name: string | undefined) => string;
  readonly wasInForce: (date: string, name: string | undefined) => string;
  readonly wasRetired: (date: string, name: string | undefined) => string;
  readonly loading: string;
  readonly failed: string;
  readonly gone: string;
  readonly showLatest: string;
  readonly noStore: string;
  readonly noPlan: string;

  readonly fits: string;
  readonly tooMuch: string;
  readonly firstDayOver: (day: string) => string;
  readonly guilty: (count: number) => string;
  readonly stepOf: (trigger: string, number: number) => string;
  readonly somebody: string;
  readonly signedFor: (name: string, time: string) => string;

  readonly signInstead: string;
  readonly signHint: string;
  readonly note: string;
  readonly noteFault: string;
  readonly tick: (name: string) => string;
  readonly tickFault: string;
  readonly sign: string;
  readonly activate: (version: number) => string;
  readonly activateAsk: string;
  readonly activateNow: string;
  readonly notYet: string;
  readonly discard: string;
  readonly discardAsk: string;
  readonly discardNow: string;
  readonly keep: string;
  readonly retire: (version: number) => string;
  readonly retireHint: string;
  readonly why: string;
  readonly retireNow: string;
  readonly edit: string;
  readonly rewrite: (version: number) => string;
  readonly newDraft: (version: number) => string;
  readonly whatToDo: string;
  readonly whoMay: string;
  readonly doing: Readonly<Record<ChangeKind, string>>;
  readonly done: Readonly<Record<ChangeKind, (version: number) => string>>;
  readonly notDone: string;

  readonly load: string;
  readonly loadHint: string;
  readonly carriers: Readonly<Record<Carrier, string>>;
  readonly people: (count: number) => string;
  readonly tasksOf: (capacity: string) => string;
  readonly callsOf: (capacity: string) => string;
  readonly expectedCalls: (expected: string, calls: string, callCapacity: string) => string;
  readonly expectedTasks: (expected: string, tasks: string, taskCapacity: string) => string;
  readonly over: string;
  readonly fitsThem: string;
  readonly nothingAsked: string;
  readonly singleDays: (day: string) => string;
  readonly atMost: string;
  readonly expected: string;
  readonly atMostMeans: string;
  readonly expectedMeans: string;
  readonly capacity: string;
  readonly getDone: (capacity: string) => string;
  readonly weekdays: string;
  readonly chartOf: (carrier: string, most: string, expected: string, capacity: string) => string;
  readonly table: string;
  readonly day: string;
  readonly tasks: string;
  readonly calls: string;

  readonly expectedOf: (expected: string) => string;
  readonly split: string;
  readonly splitOf: string;
  readonly splitPeople: string;
  readonly splitManagers: string;
  readonly splitAutomation: string;

  readonly leads: string;
  readonly aMonth: string;
  readonly triggers: Readonly<Record<Trigger, string>>;
  readonly measured: string;
  readonly named: string;
  readonly whatIf: string;
  readonly whatIfHint: string;
  readonly countFault: string;
  readonly reckon: string;

  readonly plan: string;
  readonly after: Readonly<Record<Trigger, string>>;
  readonly steps: (count: number) => string;
  readonly tooMany: string;
}
