import { type ConsentState, consentFor } from '../consent/consent-for.ts';
import type { ContactHistory, Purchase } from '../consent/contact-history.ts';
import { addMonthsTo } from '../spine/day.ts';
import { DAY_24H, type Instant } from '../spine/instant.ts';
import { compareMarks, type Mark } from '../spine/mark.ts';
import type { Reason, ReasonData } from '../spine/reason.ts';
import type { NonEmpty } from '../spine/result.ts';
import { CHANNELS, type Channel, PURPOSES, type Purpose } from '../spine/words.ts';
import type { Attempt } from './attempt.ts';
import type { Basis, BasisLaw } from './basis-laws.ts';
import type { ContactRules } from './contact-rules.ts';
import { LAW_TABLE_VERSION, lawEvidence } from './law.ts';
import { contactReason } from './reason-texts.ts';
import { revokedReason } from './revoked-reason.ts';
import { utcDayOf } from './utc-day.ts';

/** That there is a ground for a contact, whatever the hour. */
export interface Ground {
  /** The day (days since 1970-01-01, UTC) on which it ends, or `ALWAYS`. */
  readonly endDay: number;
  /** The purpose whose laws it satisfies, and what the customer said about that. */
  readonly as: Purpose;
  readonly said: ConsentState;
}

/** In place of a day: until the customer says otherwise. And: there was none. Whole small numbers, as all days are. */
const [ALWAYS, NO_GROUND] = [0x3fffffff, -1] as const;

/** What of the rules of a contact its ground depends on. */
type BasisRules = Pick<ContactRules, 'basisLaws' | 'marketingLaws'>;

/**
 * The ground of a contact at an instant, or undefined where there is none. A reply whose inquiry has grown old is
 * marketing, and lawful where marketing is.
 */
export function groundAt(
  customer: ContactHistory,
  { channel, purpose }: Attempt,
  { basisLaws, marketingLaws }: BasisRules,
  at: Instant,
): Ground | undefined {
  const today = utcDayOf(at);
  const said = consentFor(customer, channel, purpose);
  const endDay = groundEnd(basisLaws, said, customer, today);
  if (purpose !== 'replyToInquiry' || endDay === ALWAYS || said.kind === 'revoked') {
    return endDay === NO_GROUND ? undefined : { endDay, as: purpose, said };
  }
  const saidToMarketing = consentFor(customer, channel, 'marketing');
  const marketingEnd = groundEnd(marketingLaws, saidToMarketing, customer, today);
  if (endDay !== NO_GROUND) return { endDay: Math.max(endDay, marketingEnd), as: purpose, said };
  return marketingEnd === NO_GROUND ? undefined : { endDay: marketingEnd, as: 'marketing', said: saidToMarketing };
}

/** The instant at which a ground ends: the start of the day, hours early rather than late anywhere; Infinity: it does not. */
export function groundUntil({ endDay }: Ground): number {
  return endDay === ALWAYS ? Number.POSITIVE_INFINITY : endDay * DAY_24H;
}

/**
 * What satisfies each law that a contact needs a ground by.
 *
 * @param first - what stands before it in the list: most contacts have one ground, and their list is made at once
 */
export function groundReasons(
  { as, said }: Ground,
  customer: ContactHistory,
  { channel }: Attempt,
  { basisLaws, marketingLaws }: BasisRules,
  at: Instant,
  first?: Reason,
): NonEmpty<Reason> {
  const today = utcDayOf(at);
  const laws = as === 'marketing' ? marketingLaws : basisLaws;
  let reasons: [Reason, ...Reason[]] | undefined;
  for (const row of laws) {
    if (row.effectiveDay > today) continue;
    const why = groundReason(row, said, customer, channel, as);
    if (reasons !== undefined) reasons.push(why);
    else reasons = first === undefined ? [why] : [first, why];
  }
  if (reasons !== undefined) return reasons;
  const why = contactReason('contact.noConsentNeeded', { channel, purpose: as });
  return first === undefined ? [why] : [first, why];
}

/** Why there is no ground: the customer stopped it, or what each law asks for in vain. */
export function noGroundReasons(
  customer: ContactHistory,
  { channel, purpose }: Attempt,
  { basisLaws }: BasisRules,
  at: Instant,
): readonly Reason[] {
  const said = consentFor(customer, channel, purpose);
  if (said.kind === 'revoked') return [revokedReason(said.act, channel, purpose)];
  const today = utcDayOf(at);
  const reasons: Reason[] = [];
  for (const row of basisLaws) {
    if (row.effectiveDay > today || basisEnd(row, said, customer) > today) continue;
    reasons.push(missingReason(row, channel, purpose));
  }
  return reasons;
}

/** Until which day every law is satisfied. */
function groundEnd(laws: readonly BasisLaw[], said: ConsentState, customer: ContactHistory, today: number): number {
  if (said.kind === 'revoked') return NO_GROUND;
  let end: number = ALWAYS;
  for (const row of laws) {
    if (row.effectiveDay > today) continue;
    const satisfied = basisEnd(row, said, customer);
    if (satisfied <= today) return NO_GROUND;
    if (satisfied < end) end = satisfied;
  }
  return end;
}

/** Until which day a law is satisfied: by what lasts longest of all that it accepts. */
function basisEnd({ anyOf }: BasisLaw, said: ConsentState, customer: ContactHistory): number {
  let longest: number = NO_GROUND;
  for (const basis of anyOf) {
    const end = endOf(basis, markOf(basis, said, customer));
    if (end > longest) longest = end;
  }
  return longest;
}

/** Months are counted by UTC days. */
function endOf(basis: Basis, mark: Mark | undefined): number {
  if (mark === undefined) return NO_GROUND;
  if (basis.kind !== 'inquiry' && basis.kind !== 'purchase') return ALWAYS;
  return addMonthsTo(utcDayOf(mark.at), basis.months);
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

/** What satisfies a law, until when, and the act that says so: of what lasts equally long the first that the law names. */
function groundReason(
  row: BasisLaw,
  said: ConsentState,
  customer: ContactHistory,
  channel: Channel,
  purpose: Purpose,
): Reason {
  let kind: Basis['kind'] = 'consent';
  let mark: Mark | undefined;
  let end: number = NO_GROUND;
  for (const basis of row.anyOf) {
    const found = markOf(basis, said, customer);
    const foundEnd = endOf(basis, found);
    if (foundEnd <= end) continue;
    kind = basis.kind;
    mark = found;
    end = foundEnd;
  }
  if (mark === undefined) throw new Error(`groundReason: nothing satisfies ${row.rule}`);
  // Written out: this is what most verdicts carry.
  const { rule, source, checkedOn, effectiveFrom, confidence } = row;
  const table = LAW_TABLE_VERSION;
  const data =
    end === ALWAYS
      ? { channel, purpose, rule, source, checkedOn, effectiveFrom, confidence, table }
      : { channel, purpose, until: end * DAY_24H, rule, source, checkedOn, effectiveFrom, confidence, table };
  return contactReason(GROUND_CODES[kind], data, { facts: [mark.fact] });
}

const GROUND_CODES = {
  consent: 'contact.basis.consent',
  writtenConsent: 'contact.basis.writtenConsent',
  inquiry: 'contact.basis.inquiry',
  purchase: 'contact.basis.purchase',
} as const satisfies Record<Basis['kind'], string>;

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
      return latestDeal(customer);
  }
}

function latestDeal(customer: ContactHistory): Purchase | undefined {
  const { purchases } = customer;
  for (let k = purchases.length - 1; k >= 0; k--) {
    const deal = purchases[k] as Purchase;
    if (customer.unwound.length === 0 || !isUndone(deal, customer)) return deal;
  }
  return undefined;
}

function isUndone(deal: Purchase, customer: ContactHistory): boolean {
  return customer.unwound.some((end) => end.opportunityId === deal.opportunityId && compareMarks(end, deal) > 0);
}

function monthsOf(row: BasisLaw): ReasonData {
  return Object.fromEntries(
    row.anyOf.flatMap((basis) => ('months' in basis ? [[`${basis.kind}Months`, basis.months]] : [])),
  );
}
