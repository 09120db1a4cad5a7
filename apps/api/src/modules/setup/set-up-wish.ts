import {
  compileStoreCalendar,
  DAY_24H,
  DEPARTMENT_KINDS,
  type DepartmentKind,
  dayOfNumber,
  type Instant,
  type OpenSpan,
  type StoreHours,
  type Weekday,
} from '@beback/core';
import { z } from 'zod';
import { InputError } from '../../graphql/errors.ts';
import { PASSWORD_LENGTH } from '../../server/auth.ts';
import { emailInput, orEmpty, phoneInput } from '../customer/contact-input.ts';

const name = (allowed: string) => z.string().trim().min(1, allowed).max(200, allowed);
const PASSWORD = `${PASSWORD_LENGTH.least} to ${PASSWORD_LENGTH.most} characters`;

/** Somebody who signs in with a password. */
export const signInWish = {
  name: name('a name, 1 to 200 characters'),
  email: emailInput,
  password: z.string().min(PASSWORD_LENGTH.least, PASSWORD).max(PASSWORD_LENGTH.most, PASSWORD),
} as const;

/** What somebody tells who sets a server up. */
export const setUpWish = z.object({
  token: z.string().max(200, 'the token that the server printed when it started'),
  groupName: name('the group’s name, 1 to 200 characters'),
  store: z.object({
    name: name('the store’s name, 1 to 200 characters'),
    zone: z.string(),
    country: z.enum(['US', 'CA'], 'US or CA'),
    phone: orEmpty(phoneInput),
    email: orEmpty(emailInput),
    hours: z
      .array(
        z.object({
          weekday: z
            .int('1 (Monday) to 7 (Sunday)')
            .min(1, '1 (Monday) to 7 (Sunday)')
            .max(7, '1 (Monday) to 7 (Sunday)'),
          opens: z.string(),
          closes: z.string(),
        }),
      )
      .max(28, 'at most 28 spans'),
    departments: z.array(z.enum(DEPARTMENT_KINDS)).min(1, 'at least one department').nullish(),
  }),
  administrator: z.object(signInWish),
});
export type SetUpWish = z.output<typeof setUpWish>;

/** What a store has unless it says otherwise: people who sell, and somebody who answers the Internet's leads. */
export const USUAL_DEPARTMENTS: readonly DepartmentKind[] = ['sales', 'internet'];

/**
 * The opening hours of a wish, checked.
 *
 * @throws InputError naming the span (`store.hours.2.closes`) or the zone.
 */
export function hoursOf({ zone, hours }: SetUpWish['store'], now: Instant): StoreHours {
  const weekly: Partial<Record<Weekday, OpenSpan[]>> = {};
  for (const [weekday, spans] of Map.groupBy(hours, (span) => span.weekday as Weekday)) {
    weekly[weekday] = spans.map(({ opens, closes }) => ({ opens, closes }));
  }
  const today = dayOfNumber(Math.floor(now / DAY_24H));
  const compiled = compileStoreCalendar({ zone, weekly }, { from: today, to: today });
  if (compiled.ok) return { zone, weekly };
  const { path, allowed } = compiled.refusals[0].data;
  throw new InputError(fieldOf(String(path), hours), String(allowed));
}

/** Core counts the spans of each weekday, the caller all of them. */
function fieldOf(path: string, hours: SetUpWish['store']['hours']): string {
  const [, weekday, nth, field] = /^weekly\.(\d)\[(\d+)\]\.(\w+)$/.exec(path) ?? [];
  if (field === undefined) return path === 'zone' ? 'store.zone' : 'store.hours';
  const places = hours.flatMap((span, place) => (String(span.weekday) === weekday ? [place] : []));
  return `store.hours.${places[Number(nth)]}.${field}`;
}
