import { type ConsentState, consentFor } from '../consent/consent-for.ts';
import type { ContactHistory, Purchase } from '../consent/contact-history.ts';
import { addMonthsTo } from '../spine/day.ts';
import { DAY_24H } from '../spine/instant.ts';
import { compareMarks, type Mark } from '../spine/mark.ts';
import type { Reason, ReasonData } from '../spine/reason.ts';
import { CHANNELS, type Channel, PURPOSES, type Purpose } from '../spine/words.ts';
import type { Attempt } from './attempt.ts';
import type { Basis, BasisLaw } from './basis-laws.ts';
import type { BasisLawsByPurpose } from './basis-laws-at.ts';
import { LAW_TABLE_VERSION, lawEvidence } from './law.ts';
import { contactReason } from './reason-texts.ts';
import { revokedReason } from './revoked-reason.ts';

/** Whether there is a ground for a contact at all, whatever the hour. */
export type Ground =
  | { readonly ok: true; readonly until: number; readonly reasons: readonly Reason[] }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * The ground of a contact at an instant, and until when it holds (Infinity: until the customer says otherwise).
 * A reply whose inquiry has grown old is marketing, and lawful where marketing is.
 */
export function groundAt(customer: ContactHistory, attempt: Attempt, laws: BasisLawsByPurpose, at: number): Ground {
  const { purpose } = attempt;
  const asked = groundFor(purpose, customer, attempt, laws, at);
  if (purpose !== 'replyToInquiry') return asked;
  if (asked.ok) {
    if (asked.until === Number.POSITIVE_INFINITY) return asked;
    const until = groundUntil('marketing', customer, attempt, laws, at);
    return until > asked.until ? { ...asked, until } : asked;
  }
  if (consentFor(customer, attempt.channel, purpose).kind === 'revoked') return asked;
  const asMarketing = groundFor('marketing', customer, attempt, laws, at);
  return asMarketing.ok ? asMarketing : asked;
}

function groundFor(
  purpose: Purpose,
  customer: ContactHistory,
  { channel }: Attempt,
  laws: BasisLawsByPurpose,
  at: number,
): Ground {
  const said = consentFor(customer, channel, purpose);
  if (said.kind === 'revoked') return { ok: false, reasons: [revokedReason(said.act, channel, purpose)] };
  const today = Math.floor(at / DAY_24H);
  const reasons: Reason[] = [];
  let missing = false;
  let until = Number.POSITIVE_INFINITY;
  for (const row of laws[purpose]) {
    if (row.effectiveDay > today) continue;
    const best = bestBasis(row, said, customer, at);
    // Once a ground is missing, the grounds that are there decide nothing.
    if (best === undefined && !missing) reasons.length = 0;
    missing ||= best === undefined;
    if (best === undefined) reasons.push(missingReason(row, channel, purpose));
    else if (!missing) reasons.push(groundReason(row, best, channel, purpose));
    if (best !== undefined && best.until < until) until = best.until;
  }
  if (missing) return { ok: false, reasons };
  if (reasons.length === 0) reasons.push(contactReason('contact.noConsentNeeded', { channel, purpose }));
  return { ok: true, until, reasons };
}

/** Until when there is a ground, as {@link groundFor} says it; -Infinity where there is none. */
function groundUntil(
  purpose: Purpose,
  customer: ContactHistory,
  { channel }: Attempt,
  laws: BasisLawsByPurpose,
  at: number,
): number {
  const said = consentFor(customer, channel, purpose);
  if (said.kind === 'revoked') return Number.NEGATIVE_INFINITY;
  const today = Math.floor(at / DAY_24H);
  let until = Number.POSITIVE_INFINITY;
  for (const row of laws[purpose]) {
    if (row.effectiveDay > today) continue;
    const best = bestBasis(row, said, customer, at);
    if (best === undefined) return Number.NEGATIVE_INFINITY;
    if (best.until < until) until = best.until;
  }
  return until;
}

/** What makes a contact lawful, until when, and the act that says so. */
interface FoundBasis {
  readonly kind: Basis['kind'];
  readonly until: number;
  readonly mark: Mark;
}

/** Of several that hold, the one that lasts longest. */
function bestBasis(row: BasisLaw, said: ConsentState, customer: ContactHistory, at: number): FoundBasis | undefined {
  let best: FoundBasis | undefined;
  for (const basis of row.anyOf) {
    const mark = markOf(basis, said, customer);
    if (mark === undefined) continue;
    const until = 'months' in basis ? monthsAfter(mark, basis.months) : Number.POSITIVE_INFINITY;
    if (until > (best === undefined ? at : best.until)) best = { kind: basis.kind, until, mark };
  }
  return best;
}

/** What a row asks for in vain is the same for everybody: made once, by channel and purpose. */
const MISSING = new Map<BasisLaw, Reason[]>();

function missingReason(row: BasisLaw, channel: Channel, purpose: Purpose): Reason {
  let known = MISSING.get(row);
  if (known === undefined) {
    known = [];
    MISSING.set(row, known);
  }
  const slot = CHANNELS.indexOf(channel) * PURPOSES.length + PURPOSES.indexOf(purpose);
  const reason = known[slot] ?? makeMissingReason(row, channel, purpose);
  known[slot] = reason;
  return reason;
}

function makeMissingReason(row: BasisLaw, channel: Channel, purpose: Purpose): Reason {
  const written = row.anyOf.every((basis) => basis.kind === 'writtenConsent');
  const code = written ? 'contact.noWrittenConsent' : 'contact.noBasis';
  return contactReason(code, { channel, purpose, ...monthsOf(row), ...lawEvidence(row) });
}

function groundReason(row: BasisLaw, { kind, until, mark }: FoundBasis, channel: Channel, purpose: Purpose): Reason {
  // Written out: this is what most verdicts carry.
  const { rule, source, checkedOn, effectiveFrom, confidence } = row;
  const table = LAW_TABLE_VERSION;
  const data = Number.isFinite(until)
    ? { channel, purpose, until, rule, source, checkedOn, effectiveFrom, confidence, table }
    : { channel, purpose, rule, source, checkedOn, effectiveFrom, confidence, table };
  return contactReason(`contact.basis.${kind}`, data, { facts: [mark.fact] });
}

/** The act that a basis rests on. */
function markOf(basis: Basis, said: ConsentState, customer: ContactHistory): Mark | undefined {
  switch (basis.kind) {
    case 'consent':
      return said.kind === 'given' ? said.act : undefined;
    case 'writtenConsent':
      return said.kind === 'given' && said.written ? said.act : undefined;
    case 'inquiry':
      return customer.inquiries[customer.inquiries.length - 1];
    case 'purchase':
      return customer.purchases.findLast((deal) => !isUndone(deal, customer));
  }
}

function isUndone(deal: Purchase, customer: ContactHistory): boolean {
  return customer.unwound.some((end) => end.opportunityId === deal.opportunityId && compareMarks(end, deal) > 0);
}

/** Months are counted by UTC days, and end at the start of the last one: hours early rather than late anywhere. */
function monthsAfter({ at }: Mark, months: number): number {
  return addMonthsTo(Math.floor(at / DAY_24H), months) * DAY_24H;
}

function monthsOf(row: BasisLaw): ReasonData {
  return Object.fromEntries(
    row.anyOf.flatMap((basis) => ('months' in basis ? [[`${basis.kind}Months`, basis.months]] : [])),
  );
}
