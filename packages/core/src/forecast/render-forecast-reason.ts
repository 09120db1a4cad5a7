import type { Reason } from '../spine/reason.ts';
import type { Locale } from '../spine/reason-texts.ts';
import { createReasonRenderer, type ReasonRenderer } from '../spine/render-reason.ts';
import { type ForecastRefusal, REASON_TEXTS } from './reason-texts.ts';

let renderer: ReasonRenderer | undefined;

/**
 * Puts a forecast's refusal in words, as `renderReason` does, without the sentences of the other folders: for a page
 * that forecasts a load while a plan is written.
 *
 * @param zone - IANA zone in which times are told, usually the store's
 *
 * @example
 * if (!verdict.ok) console.log(verdict.refusals.map((why) => renderForecastReason(why, 'en', calendar.zone)));
 */
export function renderForecastReason(reason: Reason<ForecastRefusal>, locale: Locale, zone: string): string {
  renderer ??= createReasonRenderer([REASON_TEXTS]);
  return renderer(reason, locale, zone);
}
