import { REASON_TEXTS as CADENCE } from './cadence/reason-texts.ts';
import { REASON_TEXTS as CALENDAR } from './calendar/reason-texts.ts';
import { REASON_TEXTS as CONTACT } from './contact/reason-texts.ts';
import { REASON_TEXTS as FINDINGS } from './findings/reason-texts.ts';
import { REASON_TEXTS as FIRST_RESPONSE } from './first-response/reason-texts.ts';
import { REASON_TEXTS as FORECAST } from './forecast/reason-texts.ts';
import { REASON_TEXTS as IDENTITY } from './identity/reason-texts.ts';
import { REASON_TEXTS as OPPORTUNITY } from './opportunity/reason-texts.ts';
import { REASON_TEXTS as PAPER } from './paper/reason-texts.ts';
import { REASON_TEXTS as PLAN } from './plan/reason-texts.ts';
import { REASON_TEXTS as PROOF } from './proof/reason-texts.ts';
import { REASON_TEXTS as ROUTING } from './routing/reason-texts.ts';
import { FACT_TEXTS } from './spine/fact-texts.ts';
import type { Instant } from './spine/instant.ts';
import type { Reason } from './spine/reason.ts';
import type { Locale, ReasonTexts } from './spine/reason-texts.ts';
import { createReasonRenderer, type ReasonRenderer } from './spine/render-reason.ts';
import { REASON_TEXTS as SURVEY } from './survey/reason-texts.ts';
import { REASON_TEXTS as WORKDAY } from './workday/reason-texts.ts';

/** Every folder's sentences. Lives beside index.ts because it alone may look into all folders. */
export const ALL_REASON_TEXTS: readonly ReasonTexts[] = [
  ...[FACT_TEXTS, CALENDAR, CONTACT, PLAN, OPPORTUNITY, CADENCE],
  ...[FIRST_RESPONSE, ROUTING, WORKDAY, FORECAST, PROOF, FINDINGS, IDENTITY, SURVEY, PAPER],
];

let renderer: ReasonRenderer | undefined;

/**
 * Puts any reason of core in words: plain text, one sentence, no name or number of a person in it.
 *
 * @param reason - of a decision, a verdict or a refusal
 * @param locale - the reader's language
 * @param zone - IANA zone in which times are told, usually the store's
 * @param now - where it is given, times of that day are told without the day
 *
 * @example
 * renderReason(verdict.reasons[0], 'en', store.zone, now);
 * // 'Lawful until 9:00 PM (us.federal.hours; 47 CFR 64.1200(c)(1)).'
 */
export function renderReason(reason: Reason, locale: Locale, zone: string, now?: Instant): string {
  renderer ??= createReasonRenderer(ALL_REASON_TEXTS);
  return renderer(reason, locale, zone, now);
}
