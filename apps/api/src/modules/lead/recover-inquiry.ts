import { parseAdf } from '@beback/adf';
import type { Instant } from '@beback/core';
import { inquiryOfProspect } from '../intake/inquiry-of-prospect.ts';
import { inquiryOfSubmission, readSubmission } from '../lead-form/submission.ts';
import type { StoreRules } from '../store/store-rules.ts';
import type { Inquiry } from './inquiry.ts';
import type { ConsentDraft } from './open-inquiry.ts';

/** A lead that was held, read anew from what arrived. */
export interface RecoveredLead {
  readonly inquiry: Inquiry;
  readonly consents: readonly ConsentDraft[];
}

/** Where in what kind of text a lead stands. */
export interface LeadPlace {
  /** Of our own form: no document. */
  readonly intakeDocumentId: string | null;
  readonly index: number;
  readonly receivedAt: Instant;
}

/** Undefined when the text holds no such lead. */
export function recoverInquiry(bytes: Uint8Array, place: LeadPlace, rules: StoreRules): RecoveredLead | undefined {
  if (place.intakeDocumentId === null) return inquiryOfSubmission(readSubmission(bytes), rules);
  const { country, zone } = rules;
  const { prospects } = parseAdf(bytes, { country, zone, receivedAt: new Date(place.receivedAt).toISOString() });
  const prospect = prospects[place.index];
  return prospect === undefined ? undefined : { inquiry: inquiryOfProspect(prospect, rules), consents: [] };
}
