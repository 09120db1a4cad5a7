import type { Channel, Purpose } from '../spine/words.ts';
import { type Law, law } from './law.ts';

/** What can make a contact lawful in the first place. */
export type Basis =
  | { readonly kind: 'consent' }
  /** In writing in the law's sense: clearly shown, signed or ticked by the customer, no condition of the sale. */
  | { readonly kind: 'writtenConsent' }
  | { readonly kind: 'inquiry' | 'purchase'; readonly months: number };

/** A contact that the row is about needs one of these. All rows that are about it hold together. */
export interface BasisLaw extends Law {
  readonly channels: readonly Channel[];
  readonly purposes: readonly Purpose[];
  /** Only of what no person sends or dials. */
  readonly automatedOnly?: true;
  readonly anyOf: readonly Basis[];
}

const CONSENT: Basis = { kind: 'consent' };
const WRITTEN: Basis = { kind: 'writtenConsent' };
const inquiry = (months: number): Basis => ({ kind: 'inquiry', months });
const purchase = (months: number): Basis => ({ kind: 'purchase', months });

/**
 * Which contacts need a basis. What no row is about needs none but that the customer did not forbid it: appointments
 * and transactions that he asked for, surveys, e-mail under the opt-out rule of CAN-SPAM.
 *
 * A reply to an inquiry is no solicitation while the inquiry is fresh; afterwards it counts as marketing. Numbers on
 * the national do-not-call register are open to a business relationship and to permission only; since we cannot know who
 * is on it, marketing calls always need one of the two. Video goes by e-mail.
 */
export const BASIS_LAWS: readonly BasisLaw[] = [
  {
    ...law('us.federal.reply', 'USA', '2003-10-01', '47 CFR 64.1200(f)(5), (f)(15): three months from an inquiry'),
    channels: ['call', 'text'],
    purposes: ['replyToInquiry'],
    anyOf: [inquiry(3), CONSENT],
  },
  {
    ...law('us.federal.relationship', 'USA', '2003-10-01', '47 CFR 64.1200(c)(2), (f)(5): relationship or permission'),
    channels: ['call'],
    purposes: ['marketing'],
    anyOf: [CONSENT, purchase(18), inquiry(3)],
  },
  {
    ...law('us.federal.marketingTexts', 'USA', '2013-10-16', '47 CFR 64.1200(a)(2), (f)(9); fisherphillips.com'),
    channels: ['text'],
    purposes: ['marketing'],
    anyOf: [WRITTEN],
  },
  {
    ...law('us.federal.artificialVoice', 'USA', '2024-02-08', '47 CFR 64.1200(a)(3); FCC 24-17', 'medium'),
    channels: ['call'],
    purposes: ['replyToInquiry', 'appointment', 'transaction', 'survey', 'marketing'],
    automatedOnly: true,
    anyOf: [WRITTEN],
  },
  {
    ...law('us.ct.writtenConsent', 'CT', '2023-10-01', 'Connecticut SB 1058; kaufmandolowich.com'),
    channels: ['call', 'text'],
    purposes: ['marketing'],
    anyOf: [WRITTEN],
  },
  {
    ...law('ca.dncl.relationship', 'CAN', '2008-09-30', 'Telecommunications Act, s. 41.7', 'medium'),
    channels: ['call'],
    purposes: ['marketing', 'replyToInquiry'],
    anyOf: [CONSENT, purchase(18), inquiry(6)],
  },
  {
    ...law('ca.casl.consent', 'CAN', '2014-07-01', 'CASL, S.C. 2010, c. 23, s. 6 and 10(9)-(10); millsandmills.ca'),
    channels: ['text', 'email', 'video'],
    purposes: ['marketing', 'replyToInquiry'],
    anyOf: [CONSENT, purchase(24), inquiry(6)],
  },
];

/** Why a revocation ends contact: any reasonable means will do, and it binds at once. */
export const REVOCATION_LAW: Law = law(
  'us.federal.revocation',
  'USA',
  '2025-04-11',
  '47 CFR 64.1200(a)(10), (d); CASL s. 11; kelleydrye.com',
);

/** The one text that may still go after STOP: it says that the stop was heard, and nothing else. */
export const CONFIRMATION_LAW: Law = law(
  'us.federal.revocationConfirmation',
  'USA',
  '2025-04-11',
  '47 CFR 64.1200(a)(12): one text within five minutes, without marketing',
  'medium',
);
