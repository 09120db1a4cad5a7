import {
  type ActivityLogged,
  type AskedFor,
  dayOfNumber,
  type Id,
  type Instant,
  instantAt,
  type NotedTime,
  type PaperTime,
  parseTimeOfDay,
  timeOnPaper,
} from '@beback/core';
import { InputError, NotAllowedError, NotFoundError, RefusedError } from '../../graphql/errors.ts';
import { hasCapability, seesStore, type Viewer } from '../access/viewer.ts';
import type { Agreed } from '../appointment/agreed-facts.ts';
import { contextAt, type StoreRules } from '../store/store-rules.ts';

/** What somebody noted on a day sheet about one task. Times are the store's own. */
export interface PaperNote {
  /** Whose sheet it is: who did it. */
  readonly memberId: string;
  readonly done: NotedTime;
  /** When the appointment is that was set. */
  readonly appointment: Required<NotedTime> | undefined;
  /** When the customer was promised a call. */
  readonly promise: Required<NotedTime> | undefined;
}

/** What the fact of an activity holds of having been on paper. */
export type OnPaper = Pick<ActivityLogged['data'], 'doneFrom' | 'doneUntil' | 'keyedInById'>;

/** A note read in the store's calendar. */
export interface ReadNote {
  readonly time: PaperTime;
  readonly memberId: Id<'Member'>;
  readonly agreed: Agreed;
  readonly onPaper: OnPaper;
}

const TIME_ALLOWED = 'HH:MM from 00:00 to 23:59, by the store’s clock';
const MINUTES_OF_DAY = 24 * 60;

/**
 * Reads `HH:MM` off a sheet.
 *
 * @throws InputError that names the field.
 */
export function readMinutes(field: string, text: string): number {
  const minutes = parseTimeOfDay(text);
  if (minutes === undefined || minutes >= MINUTES_OF_DAY) throw new InputError(field, TIME_ALLOWED);
  return minutes;
}

/**
 * When it was done and what was agreed, by the store's calendar.
 *
 * @param keyedInById - who types
 * @param task - when the task arose, and when what it belonged to ended
 * @throws RefusedError for a time that cannot be: ahead, before the task arose, too long ago; InputError.
 */
export function readPaper(
  { memberId, done, appointment, promise }: PaperNote,
  keyedInById: Id<'Member'>,
  task: AskedFor,
  rules: StoreRules,
  now: Instant,
): ReadNote {
  const time = timeOnPaper(done, task, contextAt(rules, now));
  if (!time.ok) throw new RefusedError(time.refusals, rules.zone);
  const { at: _, ...span } = time.value;
  const agreed = {
    appointmentAt: instantOf('appointment', appointment, rules),
    promiseAt: instantOf('promise', promise, rules),
    confirmed: false,
  };
  return { time: time.value, memberId: memberId as Id<'Member'>, agreed, onPaper: { ...span, keyedInById } };
}

function instantOf(
  field: string,
  noted: Required<NotedTime> | undefined,
  { calendar }: Pick<StoreRules, 'calendar'>,
): Instant | undefined {
  if (noted === undefined) return undefined;
  const [first, last] = [dayOfNumber(calendar.firstDay), dayOfNumber(calendar.lastDay)];
  if (noted.day < first || noted.day > last) throw new InputError(field, `a day from ${first} to ${last}`);
  return instantAt(calendar, noted.day, noted.minutes);
}

interface KeyedTouch {
  readonly memberId: string | null;
  readonly alsoMemberId: string | null;
}

/**
 * Everybody keys in what stands on the own sheet; any other sheet is keyed in by who runs the store's days, also what a
 * colleague did for another. To be allowed to look at somebody's day is not enough: this writes in that person's name.
 *
 * @throws NotFoundError, NotAllowedError
 */
export function assertMayKeyIn(
  viewer: Viewer,
  touch: KeyedTouch,
  { storeId, history }: { readonly storeId: string; readonly history: { readonly ownerId?: string } },
  { memberId }: PaperNote,
): void {
  const onSheet = [touch.memberId, touch.alsoMemberId, history.ownerId].includes(memberId);
  if (onSheet && memberId === viewer.memberId) return;
  if (!seesStore(viewer, storeId)) throw new NotFoundError('Task');
  if (!hasCapability(viewer, 'manageDay')) throw new NotAllowedError('This task is somebody else’s');
}
