import { z } from 'zod';
import { type Inquiry, numbersOfStore } from '../lead/inquiry.ts';
import type { ConsentDraft } from '../lead/open-inquiry.ts';
import type { StoreRules } from '../store/store-rules.ts';
import { consentDrafts, storeNameIn } from './consent-wording.ts';

const short = (most: number) => z.string().trim().max(most, `at most ${most} characters`).nullish();

const ANSWER_CHANNELS = ['call', 'text', 'email'] as const;

/** What a visitor fills in. */
export const submission = z.object({
  firstName: short(100),
  lastName: short(100),
  phone: short(40),
  phoneIsWork: z.boolean().nullish(),
  email: short(254),
  preferredChannel: z.enum(ANSWER_CHANNELS, ANSWER_CHANNELS.join(', ')).nullish(),
  vehicle: z.object({ vin: short(40), stock: short(60), description: short(200) }).nullish(),
  comment: short(5_000),
  consentTicked: z.boolean(),
  consentVersion: z.string().max(100, 'at most 100 characters'),
});
export type Submission = z.output<typeof submission>;

const kept = submission.extend({ evidence: z.object({ wording: z.string().nullable() }) });

/** A submission, with the store's name as it stood beside the box; undefined where it is not known. */
export interface KeptSubmission {
  readonly given: Submission;
  readonly storeName: string | undefined;
}

/** Reads what {@link submitLead} has kept: the store may bear another name by now. */
export function readSubmission(bytes: Uint8Array): KeptSubmission {
  const { evidence, ...given } = kept.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  const { wording } = evidence;
  return { given, storeName: wording === null ? undefined : storeNameIn(given.consentVersion, wording) };
}

/** Who sends leads by our form, as sources are named. */
export const LEAD_FORM_SOURCE = 'Lead form';

/** A submission as a lead, with what the customer agreed to. */
export function inquiryOfSubmission(
  { given, storeName }: KeptSubmission,
  rules: StoreRules,
): { readonly inquiry: Inquiry; readonly consents: readonly ConsentDraft[] } {
  const inquiry: Inquiry = {
    origin: 'internet',
    source: LEAD_FORM_SOURCE,
    name: { ...(given.firstName && { first: given.firstName }), ...(given.lastName && { last: given.lastName }) },
    phones: given.phone ? [given.phone] : [],
    workPhones: given.phone && given.phoneIsWork === true ? [given.phone] : [],
    emails: given.email ? [given.email] : [],
    ofBusinesses: numbersOfStore(rules),
    place: {},
    vehicles: vehiclesOf(given),
    trades: [],
    ...(given.preferredChannel != null && { preferredChannel: given.preferredChannel }),
    comment: given.comment ?? '',
  };
  const consents = given.consentTicked ? consentDrafts(given.consentVersion, storeName, inquiry) : [];
  return { inquiry, consents };
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
