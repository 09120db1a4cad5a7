import type { DraftWish } from './draft-wishes.ts';

/** The rules of a plan between its fields, by what a form can say about each. */
export type RuleFault =
  | 'clockAscends'
  | 'clockAndFirstCall'
  | 'automationSends'
  | 'unitFits'
  | 'untilAppointment'
  | 'stopsOfAppointments'
  | 'comesRoundLater'
  | 'oneOfADay'
  | 'untilLater'
  | 'callsAmongTasks'
  | 'lowBelowScale'
  | 'usedOnce';

/** The words of the plan's editor, in one language. */
export interface EditorWords {
  readonly editorTitle: (version: number) => string;
  readonly beginTitle: string;
  readonly beginHint: string;
  readonly beginFrom: (version: number, state: string) => string;
  readonly beginFromShipped: string;
  readonly goOn: (version: number) => string;
  readonly notYours: string;
  readonly noDraft: (version: number) => string;
  readonly asPlan: string;
  readonly draftFrom: (date: string, name: string | undefined) => string;

  readonly atHand: string;
  readonly undo: string;
  readonly redo: string;
  readonly save: string;
  readonly handIn: string;
  readonly saved: string;
  readonly unsaved: string;
  readonly handedIn: string;
  readonly wishing: Readonly<Record<DraftWish, string>>;
  readonly granted: Readonly<Record<DraftWish, (version: number) => string>>;
  readonly keptBack: (time: string) => string;
  readonly dropMine: string;
  readonly takesBack: (signed: number) => string;
  readonly mend: (count: number) => string;
  readonly staleLoad: string;

  readonly stepsAnd: string;
  readonly addStep: string;
  readonly addedStep: string;
  readonly removedStep: string;
  readonly movedStep: (place: number) => string;
  readonly change: string;
  readonly close: string;
  readonly up: string;
  readonly down: string;
  readonly copy: string;
  readonly remove: string;
  readonly add: string;
  readonly minusIsBefore: string;
  readonly unsound: string;
  readonly stepNumber: (trigger: string, number: number) => string;
  readonly entry: (number: number) => string;

  readonly sections: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
  readonly days: readonly [string, string, string, string, string, string, string];
  readonly numberFault: (from: string, to: string) => string;
  readonly timeFault: string;
  readonly textFault: string;
  readonly otherFault: (allowed: string) => string;
  readonly ruleFaults: Readonly<Record<RuleFault, string>>;

  readonly handInTitle: (version: number) => string;
  readonly handInMeans: string;
  readonly handInOver: string;
  readonly handInNow: (version: number) => string;
  readonly signAndHandIn: string;
  readonly goOnWriting: string;

  readonly meanwhileTitle: (name: string) => string;
  readonly meanwhileLost: string;
  readonly theirChanges: string;
  readonly bothChanged: (count: number) => string;
  readonly together: string;
  readonly togetherMine: string;
  readonly togetherTheirs: string;
  readonly onlyTheirs: string;
}
