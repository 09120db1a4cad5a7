import type { CallOutcome, Direction, Instant } from '@beback/core';
import type { CallRecordProblem, E164 } from './call-record.ts';
import { readTime } from './read-time.ts';
import {
  ANSWERED_BY_OUTCOMES,
  DIRECTION_NAMES,
  HIDDEN_NUMBERS,
  MESSAGE_SECONDS,
  STATUS_OUTCOMES,
  type TwilioField,
} from './twilio-tables.ts';

/** One end of a leg. */
export type LegEnd =
  | { readonly kind: 'number'; readonly number: E164 }
  | { readonly kind: 'client'; readonly name: string }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'none' };

/** One row: a leg of a call. */
export interface Leg {
  readonly row: number;
  readonly sid: string;
  readonly parent: string | undefined;
  readonly direction: Direction;
  readonly from: LegEnd;
  readonly to: LegEnd;
  readonly startedAt: Instant;
  /** From the start to the end, ringing included where the system tells. */
  readonly totalSeconds: number;
  /** As the status says; absent when the call was not taken. */
  readonly talkSeconds: number | undefined;
  /** null: not over yet. */
  readonly outcome: CallOutcome | null;
  readonly recordingUrl: string | undefined;
  readonly raw: Readonly<Record<string, string>>;
}

export type ReadLeg =
  | { readonly ok: true; readonly leg: Leg }
  | { readonly ok: false; readonly problem: CallRecordProblem };

type Fields = Readonly<Partial<Record<TwilioField, string>>>;

/** Reads one row into a leg, or tells the first field that stands in the way and what it may hold. */
export function readLeg(row: number, fields: Fields, readPhone: (text: string) => E164 | undefined): ReadLeg {
  const refuse = (code: CallRecordProblem['code'], field: TwilioField, allowed: string): ReadLeg => ({
    ok: false,
    problem: { code, row, field, allowed },
  });
  const text = (field: TwilioField): string => (fields[field] ?? '').trim();

  const sid = text('sid');
  if (sid === '') return refuse('field.missing', 'sid', 'the id of the call');
  const direction = named(DIRECTION_NAMES, text('direction'));
  if (direction === undefined) return refuse('field.invalid', 'direction', 'inbound, outbound-api or outbound-dial');
  const status = named(STATUS_OUTCOMES, text('status'));
  if (status === undefined) {
    return refuse(
      'field.invalid',
      'status',
      'queued, ringing, in-progress, canceled, completed, failed, busy or no-answer',
    );
  }
  const answeredBy = named(ANSWERED_BY_OUTCOMES, text('answered_by'));
  if (answeredBy === undefined)
    return refuse('field.invalid', 'answered_by', 'empty, human, machine_…, fax or unknown');
  const startedAt = readTime(text('start_time'));
  if (startedAt === undefined) {
    // A call that was never dialled has no start.
    return text('start_time') === '' && status === null
      ? refuse('call.notFinished', 'status', 'completed, failed, busy, no-answer or canceled')
      : refuse(
          text('start_time') === '' ? 'field.missing' : 'field.invalid',
          'start_time',
          'an RFC 2822 or ISO 8601 time',
        );
  }
  const endedAt = text('end_time') === '' ? undefined : readTime(text('end_time'));
  if (endedAt === undefined && text('end_time') !== '')
    return refuse('field.invalid', 'end_time', 'empty, or an RFC 2822 or ISO 8601 time');
  const duration = text('duration') === '' ? undefined : readSeconds(text('duration'));
  if (duration === undefined && text('duration') !== '')
    return refuse('field.invalid', 'duration', 'empty, or whole seconds');
  const ends: Partial<Record<'from' | 'to', LegEnd>> = {};
  for (const field of ['from', 'to'] as const) {
    const end = readEnd(text(field), readPhone);
    if (end === undefined) return refuse('field.invalid', field, 'a phone number with country code, client:… or sip:…');
    ends[field] = end;
  }

  const span = endedAt === undefined ? undefined : Math.max(0, Math.round((endedAt - startedAt) / 1000));
  const seconds = duration ?? (status === 'completed' ? (span ?? 0) : 0);
  const outcome = status === 'completed' ? completedOutcome(answeredBy, seconds) : status;
  return {
    ok: true,
    leg: {
      row,
      sid,
      parent: text('parent_call_sid') || undefined,
      direction,
      from: ends.from ?? { kind: 'none' },
      to: ends.to ?? { kind: 'none' },
      startedAt,
      totalSeconds: Math.max(seconds, span ?? 0),
      talkSeconds: status === 'completed' ? seconds : undefined,
      outcome,
      recordingUrl: /^https:\/\/\S{1,2000}$/.exec(text('recording_url'))?.[0],
      raw: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')),
    },
  };
}

/** A row of a table by a word that may be written with other case, hyphens, underscores or spaces. */
function named<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  const key = word.toLowerCase().replace(/[\s_-]/g, '');
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function completedOutcome(answeredBy: CallOutcome | 'greetingEnded', seconds: number): CallOutcome {
  if (answeredBy !== 'greetingEnded') return answeredBy;
  return seconds >= MESSAGE_SECONDS ? 'voicemailLeft' : 'voicemailBox';
}

/** Whole seconds; the console also writes `1 min 5 sec` and `00:01:05`. */
function readSeconds(text: string): number | undefined {
  const words = /^(?:(\d{1,3})\s*h\w*)?\s*(?:(\d{1,4})\s*m\w*)?\s*(?:(\d{1,6})\s*(?:s\w*)?)?$/.exec(text.toLowerCase());
  const clock = /^(?:(\d{1,3}):)?(\d{1,3}):(\d\d)$/.exec(text);
  const found = clock ?? words;
  if (found === null || found[0] === '') return undefined;
  return Number(found[1] ?? 0) * 3600 + Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0);
}

function readEnd(text: string, readPhone: (text: string) => E164 | undefined): LegEnd | undefined {
  if (text === '') return { kind: 'none' };
  if (HIDDEN_NUMBERS.has(text.toLowerCase())) return { kind: 'hidden' };
  const client = /^(?:client|sip|sips):([^;?]{1,200})/i.exec(text);
  if (client !== null) return { kind: 'client', name: client[1] ?? '' };
  const number = readPhone(text);
  return number === undefined ? undefined : { kind: 'number', number };
}
