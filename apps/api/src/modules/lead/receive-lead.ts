import { type Instant, type Reason, reason, reviewLead } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { newId } from '../../database/new-id.ts';
import { type JudgedPerson, judgePerson } from '../customer/judge-person.ts';
import type { StoreRules } from '../store/store-rules.ts';
import type { Inquiry } from './inquiry.ts';
import { insertLead, type LeadStatus, type NewLead } from './lead-row.ts';
import { type ConsentDraft, type LeadTools, openInquiry } from './open-inquiry.ts';

/** One lead as it arrived. */
export interface Arrival {
  readonly inquiry: Inquiry;
  readonly intakeDocumentId: string | null;
  readonly rawTextId: string;
  /** Its place in the document. */
  readonly index: number;
  readonly consents: readonly ConsentDraft[];
  /** Why a person has to look at it whatever it says; absent: its own words decide. */
  readonly suspicion?: Reason;
}

/** What an answer to a sender tells of one lead. */
export interface LeadReceipt {
  readonly index: number;
  readonly id: string;
  readonly status: LeadStatus;
}

/**
 * Names that two requests about the same person, the same lead or the same store's people have in common: lock them
 * before reading. Leads of one store go one after the other: two at once would both see the last free place of a day.
 */
export function lockNamesOf(inquiry: Inquiry, person: JudgedPerson | undefined, storeId: string): readonly string[] {
  const { source, externalId } = inquiry;
  return [
    `route|${storeId}`,
    ...(person?.phones ?? []).map(({ key }) => `phone|${key}`),
    ...(person?.emails ?? []).map(({ key }) => `email|${key}`),
    ...(externalId === undefined ? [] : [`lead|${storeId}|${source}|${externalId}`]),
  ];
}

/** The person of an inquiry, as core's rules see it. */
export function personOf(inquiry: Inquiry, groupId: string, { matchKeys }: LeadTools): JudgedPerson | undefined {
  return judgePerson(inquiry, groupId, matchKeys);
}

/**
 * Takes one lead in: a person looks at it where nobody can be found in it or where it looks like no sales lead; else
 * it goes its way at once. It is kept in any case.
 */
export async function receiveLead(
  tx: GroupTransaction,
  tools: LeadTools,
  rules: StoreRules,
  { inquiry, ...arrival }: Arrival,
  now: Instant,
): Promise<LeadReceipt> {
  const id = newId();
  const person = personOf(inquiry, tx.groupId, tools);
  const lead = {
    id,
    storeId: rules.storeId,
    intakeDocumentId: arrival.intakeDocumentId,
    rawTextId: arrival.rawTextId,
    index: arrival.index,
    origin: inquiry.origin,
    source: inquiry.source,
    externalId: inquiry.externalId ?? null,
    vehicles: { vehicles: inquiry.vehicles, trades: inquiry.trades },
    comment: inquiry.comment,
    preferredChannel: inquiry.preferredChannel ?? null,
    receivedAt: new Date(now),
  };
  const held = holdOf(inquiry, person, arrival.suspicion);
  if (held !== undefined || person === undefined) {
    const { status, reasons } = held ?? NOBODY_FOUND;
    await insertLead(tx, tools.seal, { ...lead, status, reasons, customerId: null, opportunityId: null });
    return { index: arrival.index, id, status };
  }
  const found = { leadId: id, inquiry, person, receivedAt: now, consents: arrival.consents };
  const opened = await openInquiry(tx, tools, rules, found, now);
  await insertLead(tx, tools.seal, { ...lead, ...opened, reasons: [] });
  return { index: arrival.index, id, status: opened.status };
}

type Hold = Pick<NewLead, 'status' | 'reasons'>;

const NOBODY_FOUND: Hold = { status: 'needsEyes', reasons: [reason('identity.nameMissing') satisfies Reason] };

function holdOf(inquiry: Inquiry, person: JudgedPerson | undefined, suspicion: Reason | undefined): Hold | undefined {
  if (person === undefined) return NOBODY_FOUND;
  if (suspicion !== undefined) return { status: 'awaitsReview', reasons: [suspicion] };
  const review = reviewLead([inquiry.comment]);
  return review.awaitsReview ? { status: 'awaitsReview', reasons: [review.reason] } : undefined;
}
