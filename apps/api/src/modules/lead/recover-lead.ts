import { parseAdf } from '@beback/adf';
import type { Instant, Origin } from '@beback/core';
import { inquiryOfProspect } from '../intake/inquiry-of-prospect.ts';
import { inquiryOfSubmission, readSubmission } from '../lead-form/submission.ts';
import type { StoreRules } from '../store/store-rules.ts';
import { type Inquiry, numbersOfStore } from './inquiry.ts';
import type { ConsentDraft } from './open-inquiry.ts';

/** A lead that was held, read anew from what arrived. */
export interface RecoveredLead {
  readonly inquiry: Inquiry;
  readonly consents: readonly ConsentDraft[];
}

/** What is known of a held lead beside its text. */
export interface HeldLead {
  /** Null: of our own form. */
  readonly intakeDocumentId: string | null;
  /** Its place in the document. */
  readonly index: number;
  readonly origin: Origin;
  readonly source: string;
  readonly externalId: string | null;
  readonly receivedAt: Instant;
}

/** @param bytes - what arrived; undefined where it was erased: then nobody is found in it. */
export function recoverLead(bytes: Uint8Array | undefined, lead: HeldLead, rules: StoreRules): RecoveredLead {
  if (bytes === undefined) return { inquiry: nobodys(lead, rules), consents: [] };
  if (lead.intakeDocumentId === null) return inquiryOfSubmission(readSubmission(bytes), rules);
  const { country, zone } = rules;
  const { prospects } = parseAdf(bytes, { country, zone, receivedAt: new Date(lead.receivedAt).toISOString() });
  const prospect = prospects[lead.index];
  return { inquiry: prospect === undefined ? nobodys(lead, rules) : inquiryOfProspect(prospect, rules), consents: [] };
}

function nobodys({ origin, source, externalId }: HeldLead, rules: StoreRules): Inquiry {
  return {
    origin,
    source,
    ...(externalId !== null && { externalId }),
    name: {},
    phones: [],
    emails: [],
    ofBusinesses: numbersOfStore(rules),
    place: {},
    vehicles: [],
    trades: [],
    comment: '',
  };
}
