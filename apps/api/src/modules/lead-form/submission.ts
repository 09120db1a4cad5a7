import { CHANNELS } from '@beback/core';
import { z } from 'zod';
import type { Inquiry } from '../lead/inquiry.ts';
import type { ConsentDraft } from '../lead/open-inquiry.ts';
import type { StoreRules } from '../store/store-rules.ts';
import { consentDrafts } from './consent-wording.ts';

const short = (most: number) => z.string().trim().max(most, `at most ${most} characters`).nullish();

/** What a lead form hands in. */
export const submission = z.object({
  firstName: short(100),
  lastName: short(100),
  phone: short(40),
  email: short(254),
  preferredChannel: z.enum(CHANNELS).nullish(),
  vehicle: z.object({ vin: short(40), stock: short(60), description: short(200) }).nullish(),
  comment: short(5_000),
  consentTicked: z.boolean(),
  consentVersion: z.string().max(100, 'at most 100 characters'),
  pageUrl: short(2_000),
});
export type Submission = z.output<typeof submission>;

export function readSubmission(bytes: Uint8Array): Submission {
  return submission.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
}

/** Who sends leads by our form, as sources are named. */
export const LEAD_FORM_SOURCE = 'Lead form';

/** A submission as a lead, with what the customer agreed to. */
export function inquiryOfSubmission(
  given: Submission,
  { phone, email }: StoreRules,
): { readonly inquiry: Inquiry; readonly consents: readonly ConsentDraft[] } {
  const inquiry: Inquiry = {
    origin: 'internet',
    source: LEAD_FORM_SOURCE,
    name: { ...(given.firstName && { first: given.firstName }), ...(given.lastName && { last: given.lastName }) },
    phones: given.phone ? [given.phone] : [],
    emails: given.email ? [given.email] : [],
    ofBusinesses: { phones: phone === undefined ? [] : [phone], emails: email === undefined ? [] : [email] },
    place: {},
    vehicles: vehiclesOf(given),
    trades: [],
    ...(given.preferredChannel != null && { preferredChannel: given.preferredChannel }),
    comment: given.comment ?? '',
  };
  return { inquiry, consents: given.consentTicked ? consentDrafts(given.consentVersion) : [] };
}

function vehiclesOf({ vehicle }: Submission): Inquiry['vehicles'] {
  if (vehicle == null || !(vehicle.vin || vehicle.stock || vehicle.description)) return [];
  return [
    {
      interest: 'buy',
      ...(vehicle.vin && { vin: vehicle.vin.toUpperCase() }),
      ...(vehicle.stock && { stock: vehicle.stock }),
      ...(vehicle.description && { description: vehicle.description }),
    },
  ];
}
