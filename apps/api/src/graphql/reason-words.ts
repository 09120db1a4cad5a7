import { type Instant, type Locale, MINUTE, type Reason, renderReason } from '@beback/core';
import { apiReasonText } from './reason-texts.ts';

/** Who is told, and when. */
interface Reader {
  readonly locale: Locale;
  /** IANA zone in which times are told. */
  readonly zone: string;
  readonly now: Instant;
}

interface Told {
  readonly locale: Locale;
  readonly zone: string;
  readonly day: string;
  readonly text: string;
}

/** By the very reason: statements hand out again the ones that they read before. */
const told = new WeakMap<Reason, Told>();

/**
 * The sentence of a reason, core's or the server's own. What changes with time in a sentence is whether a time lies on the
 * reader's present day: so a sentence holds for a day.
 */
export function reasonText(reason: Reason, { locale, zone, now }: Reader): string {
  const day = dayIn(zone, now);
  const known = told.get(reason);
  if (known !== undefined && known.day === day && known.zone === zone && known.locale === locale) return known.text;
  const text = apiReasonText(reason, locale) ?? renderReason(reason, locale, zone, now);
  told.set(reason, { locale, zone, day, text });
  return text;
}

// Helpers

interface ZoneDay {
  readonly format: Intl.DateTimeFormat;
  minute: number;
  text: string;
}

const days = new Map<string, ZoneDay>();

/** The calendar day; looked up once a minute, for a day begins at a full one. */
function dayIn(zone: string, now: Instant): string {
  const known = days.get(zone) ?? {
    format: new Intl.DateTimeFormat('en-CA', { timeZone: zone }),
    minute: -1,
    text: '',
  };
  const minute = Math.floor(now / MINUTE);
  if (known.minute === minute) return known.text;
  known.minute = minute;
  known.text = known.format.format(now);
  days.set(zone, known);
  return known.text;
}
