import type { MutatedFolder } from './folders.ts';

/** A mutant that no test can notice, since the mutated code does the same. */
export interface AcceptedMutant {
  readonly folder: MutatedFolder;
  /** Name of the file in the folder. */
  readonly file: string;
  readonly original: string;
  readonly replacement: string;
  readonly why: string;
}

export const acceptedMutants: readonly AcceptedMutant[] = [
  {
    folder: 'consent',
    file: 'consent-for.ts',
    original: "act.act !== 'given'",
    replacement: 'false',
    why: 'a revocation that covers the question is never later than the last one that does: the next line leaves it out',
  },
  {
    folder: 'consent',
    file: 'consent-for.ts',
    original: 'compareMarks(act, revoked) <= 0',
    replacement: 'compareMarks(act, revoked) < 0',
    why: 'two acts are never at one place: of equal instants the fact decides, and a history holds a fact once',
  },
  {
    folder: 'consent',
    file: 'consent-for.ts',
    original: 'compareMarks(inquiry, revoked) > 0',
    replacement: 'compareMarks(inquiry, revoked) >= 0',
    why: 'an inquiry and a revocation are two facts, never at one place',
  },
  {
    folder: 'consent',
    file: 'revocation-in.ts',
    original: "''",
    replacement: '"Stryker was here!"',
    why: 'where no line says anything, a first line that is no demand does as well as an empty one',
  },
  {
    folder: 'calendar',
    file: 'compile-zone.ts',
    original: '{\n    if (error instanceof RangeError) return undefined;\n    throw error;\n  }',
    replacement: '{}',
    why: 'given a text, `Intl` throws nothing but a RangeError',
  },
  {
    folder: 'calendar',
    file: 'compile-zone.ts',
    original: 'error instanceof RangeError',
    replacement: 'true',
    why: 'given a text, `Intl` throws nothing but a RangeError',
  },
  {
    folder: 'calendar',
    file: 'compile-zone.ts',
    original: "'0'",
    replacement: '""',
    why: 'this engine tells hours and minutes of every offset, and an empty text is the number 0 as well',
  },
  {
    folder: 'calendar',
    file: 'open-time.ts',
    original: 'i >= 0',
    replacement: 'true',
    why: 'before the first opening there is no closing, and no instant is before none',
  },
  {
    folder: 'calendar',
    file: 'open-time.ts',
    original: 'next === undefined',
    replacement: 'false',
    why: 'the span found is one of the calendar: it closes',
  },
  {
    folder: 'calendar',
    file: 'open-table.ts',
    original: 'days - 1',
    replacement: 'days + 1',
    why: 'a typed array takes no notice of what is written beyond its end',
  },
  {
    folder: 'calendar',
    file: 'zone-day.ts',
    original: 'Number.isNaN(midnight)',
    replacement: 'true',
    why: 'the table says the same of any day, only slower',
  },
  {
    folder: 'calendar',
    file: 'zone-day.ts',
    original: 'midnight >= (changes[stretch] as number) + DAY_24H',
    replacement: 'midnight > (changes[stretch] as number) + DAY_24H',
    why: 'a midnight that is left to the table is the same one',
  },
  {
    folder: 'routing',
    file: 'absence.ts',
    original: 'backOn !== undefined',
    replacement: 'true',
    why: 'nothing is before or after what is not there: the next comparison is false',
  },
  {
    folder: 'routing',
    file: 'absence.ts',
    original: 'a === undefined',
    replacement: 'false',
    why: 'where only the other day is known, no comparison with it holds: it is taken',
  },
  {
    folder: 'routing',
    file: 'absence.ts',
    original: 'a < b',
    replacement: 'a <= b',
    why: 'of two equal days either is the earlier one',
  },
  {
    folder: 'routing',
    file: 'candidate.ts',
    original: 'rule?.code',
    replacement: 'rule.code',
    why: 'two people differ by their ids at the latest: some rule decides',
  },
  {
    folder: 'routing',
    file: 'decide-absence.ts',
    original: 'until !== undefined',
    replacement: 'true',
    why: 'nothing is before what is not there',
  },
  {
    folder: 'routing',
    file: 'decide-absence.ts',
    original: 'backOn !== undefined',
    replacement: 'true',
    why: 'nothing is before or after what is not there: the next comparison is false',
  },
  {
    folder: 'routing',
    file: 'hand-on.ts',
    original: 'call.handedTo !== undefined',
    replacement: 'true',
    why: 'nobody present is called nothing',
  },
  {
    folder: 'first-response',
    file: 'first-response.ts',
    original: 'end !== undefined',
    replacement: 'true',
    why: 'nothing is before what is not there',
  },
  {
    folder: 'first-response',
    file: 'first-response.ts',
    original: 'stageBegins(lead.at, firstCallHours(lead, customer, context), context)[0]?.at',
    replacement: 'stageBegins(lead.at, firstCallHours(lead, customer, context), context)[0].at',
    why: 'there is always a first stage, with or without an instant',
  },
  {
    folder: 'first-response',
    file: 'first-response.ts',
    original: 'at !== undefined',
    replacement: 'true',
    why: 'nothing is before or after what is not there: the next comparison is false',
  },
  {
    folder: 'first-response',
    file: 'response-stages.ts',
    original: 'false',
    replacement: 'true',
    why: 'hours and caps are the same for a call of a machine: only its ground is another, and no hour asks for that',
  },
  {
    folder: 'first-response',
    file: 'response-stages.ts',
    original: 'at !== undefined',
    replacement: 'true',
    why: 'a stage without an instant begins at none, named or not',
  },
];
