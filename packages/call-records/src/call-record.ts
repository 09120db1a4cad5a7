import type { CallOutcome, Direction, Instant } from '@beback/core';

/** A phone number in E.164 form: a plus sign, the country code, the national number. */
export type E164 = `+${string}`;

/**
 * One call with a customer as a phone system tells it, in the one form that all systems are brought to.
 *
 * It holds a phone number as it is; who stores records keeps its keyed hash instead. The JSON form is the object
 * itself, `startedAt` in epoch milliseconds UTC.
 */
export interface CallRecord {
  /** Which reader made it: `twilio`. */
  readonly source: string;
  /** The phone system's id of the customer's leg: the same call comes again under the same id. */
  readonly externalId: string;
  /** The phone system's id of the call that this leg was bridged to. */
  readonly legOf?: string;
  readonly direction: Direction;
  /** The person's user, client or SIP name in the phone system, as far as the record names one. */
  readonly agentRef?: string;
  /** The person's own phone, where the call was bridged to one. */
  readonly agentNumber?: E164;
  readonly customerNumber: E164;
  /** The dealership's number: the caller id shown, or the line that was called. */
  readonly lineNumber?: E164;
  readonly startedAt: Instant;
  /** Seconds before the call was taken, where the record tells. */
  readonly ringSeconds?: number;
  /** Seconds after the call was taken; absent when it was not. */
  readonly talkSeconds?: number;
  readonly totalSeconds: number;
  readonly outcome: CallOutcome;
  /** The rows that the record was made of, by the names of our fields; personal data. */
  readonly raw: readonly Readonly<Record<string, string>>[];
}

/** What a phone system's file holds, and what of it could not be used. */
export interface CallRecordFile {
  readonly source: string;
  /** In the order of their start, then of their id. */
  readonly records: readonly CallRecord[];
  /** In the order of the file. */
  readonly problems: readonly CallRecordProblem[];
  /** Rows with anything in them, the header not counted. */
  readonly rows: number;
  /** Rows that repeat the id of another row. */
  readonly repeated: number;
  /** Rows that are a leg of a call whose record was made of another leg. */
  readonly legs: number;
}

/** Why a row, or the whole file, gave no record. Names and numbers of people are never quoted. */
export interface CallRecordProblem {
  readonly code: keyof typeof CALL_RECORD_PROBLEMS;
  /** Line in the file, 1 for the header; `null`: the file as a whole. */
  readonly row: number | null;
  /** The phone system's name of the field. */
  readonly field: string | null;
  /** What is allowed there. */
  readonly allowed: string;
}

/** Codes and their meaning. */
export const CALL_RECORD_PROBLEMS = {
  'file.empty': 'There is no header, or no row below it.',
  'file.columnMissing': 'A column that every record needs is not there.',
  'row.malformed': 'The row cannot be taken apart into fields.',
  'field.missing': 'A field that the record needs is empty.',
  'field.invalid': 'A field holds something that it cannot hold.',
  'call.notFinished': 'The call was not over when the file was made. Upload it again later.',
  'call.blockedNumber': 'The customer hid the number; nothing can be matched by it.',
  'call.noCustomer': 'No leg of the call has a customer at its end.',
} as const;
