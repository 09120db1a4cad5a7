import { createHash } from 'node:crypto';
import { addOpenTime, type Instant, MINUTE, type Reason, reason } from '@beback/core';
import { z } from 'zod';
import type { WidgetCaller } from '../../graphql/context.ts';
import { InputError } from '../../graphql/errors.ts';
import { answerOnce, clientKey } from '../answer-once.ts';
import { EMAIL_ALLOWED, isEmail, isPhone, PHONE_ALLOWED } from '../customer/contact-input.ts';
import type { LeadTools } from '../lead/open-inquiry.ts';
import { keepRawText } from '../lead/raw-text.ts';
import { receiptOf } from '../lead/receipt.ts';
import { lockNamesOf, personOf, receiveLead } from '../lead/receive-lead.ts';
import { lockKeys } from '../lock-keys.ts';
import { loadStoreRules, type StoreRules } from '../store/store-rules.ts';
import { consentText } from './consent-wording.ts';
import { sourcePage } from './source-page.ts';
import { inquiryOfSubmission, type Submission, submission } from './submission.ts';

export const submitLeadWish = submission.extend({
  key: clientKey,
  pageUrl: z.string().nullish(),
  trap: z.string().nullish(),
  shownForMilliseconds: z.number(),
});
export type SubmitLeadWish = z.output<typeof submitLeadWish>;

/** What the visitor is told. */
export interface LeadReceived {
  /** Names the lead: for the visitor's records and the page's analytics. */
  readonly receipt: string;
  /** When somebody will have answered, by the plan's promise and the real opening hours. */
  readonly answerBy: Instant;
}

/** Nobody reads, fills in and sends a form faster. */
const LEAST_SHOWN_MS = 2_000;

/** When a lead that comes in now is to be called by, while the store is open. */
export function answerBy({ plan, calendar }: StoreRules, now: Instant): Instant {
  return addOpenTime(calendar, now, plan.clock.callWithinOpenMinutes * MINUTE);
}

/**
 * Takes a lead from a store's page. What looks like a program's work is kept for a person to look at, and the program
 * is told nothing of it. Resolves after the COMMIT.
 *
 * @throws InputError for what the visitor can put right.
 */
export async function submitLead(
  caller: WidgetCaller,
  tools: LeadTools,
  wish: SubmitLeadWish,
  addressKey: string,
  now: Instant,
): Promise<LeadReceived> {
  const { group, storeId, apiKeyId, origin } = caller;
  const rules = await loadStoreRules(group, group.groupId, storeId, now);
  if (rules === undefined) throw new Error(`store ${storeId} has a key but no active plan`);
  const given = submission.parse(wish);
  assertReachable(given);
  const wording = given.consentTicked ? consentText(given.consentVersion, rules.name) : undefined;
  if (given.consentTicked && wording === undefined)
    throw new InputError('consentVersion', 'the version that was shown');
  const suspicion = suspicionOf(wish);
  const evidence = {
    ...given,
    evidence: {
      at: new Date(now).toISOString(),
      origin,
      page: sourcePage(wish.pageUrl) ?? null,
      addressKey,
      ticked: given.consentTicked,
      wording: wording ?? null,
      sha256: sha256(wording),
    },
  };
  const once = { actorId: apiKeyId, key: wish.key, operation: 'submitLead' };
  return group.transaction((tx) =>
    answerOnce(tx, once, now, async () => {
      const { inquiry, consents } = inquiryOfSubmission({ given, storeName: rules.name }, rules);
      const rawTextId = await keepRawText(tx, tools.seal, Buffer.from(JSON.stringify(evidence), 'utf8'), now);
      await lockKeys(tx, lockNamesOf(inquiry, personOf(inquiry, tx.groupId, tools), storeId));
      const place = { intakeDocumentId: null, rawTextId, index: 0 };
      const arrival = { inquiry, consents, ...place, ...(suspicion !== undefined && { suspicion }) };
      const { id } = await receiveLead(tx, tools, rules, arrival, now);
      return { receipt: receiptOf(id), answerBy: answerBy(rules, now) };
    }),
  );
}

/** Why it may be a program's work; a person decides. Programs fill in what they do not see, and at once. */
function suspicionOf({ trap, shownForMilliseconds }: SubmitLeadWish): Reason | undefined {
  const [trapped, hasty] = [Boolean(trap), shownForMilliseconds < LEAST_SHOWN_MS];
  return trapped || hasty ? reason('leadForm.looksAutomated', { trapped, hasty }) : undefined;
}

/** A visitor can put a wrong number right: later nobody could. */
function assertReachable({ firstName, lastName, phone, email }: Submission): void {
  if (!firstName && !lastName) throw new InputError('firstName', 'a name to call the customer by');
  if (!phone && !email) throw new InputError('phone', 'a phone number or an e-mail address');
  if (phone && !isPhone(phone)) throw new InputError('phone', PHONE_ALLOWED);
  if (email && !isEmail(email)) throw new InputError('email', EMAIL_ALLOWED);
}

function sha256(text: string | undefined): string | null {
  return text === undefined ? null : createHash('sha256').update(text).digest('hex');
}
