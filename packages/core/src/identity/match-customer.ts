import type { PhoneKey } from '../spine/fact.ts';
import type { Id } from '../spine/id.ts';
import { type Reason, reason } from '../spine/reason.ts';
import { type NonEmpty, nonEmpty } from '../spine/result.ts';
import type { PersonName } from './judge-name.ts';
import { agreementOf, type NameAgreement } from './name-agreement.ts';
import type { IdentityCode } from './reason-texts.ts';

/** A per-group keyed hash of an e-mail address in its canonical form, as lower-case hex. */
export type EmailKey = Id<'Email'>;

/** What a customer can be recognised by. Junk never comes this far; `doubtful` as judgePhone and judgeEmail say. */
export interface ContactKey<K> {
  readonly key: K;
  readonly doubtful: boolean;
}

/** Somebody who just came in. */
export interface IncomingPerson {
  readonly name: PersonName;
  readonly phones: readonly ContactKey<PhoneKey>[];
  readonly emails: readonly ContactKey<EmailKey>[];
}

/** A customer of the group who has one of the candidate's keys (others do no harm). */
export interface KnownCustomer {
  readonly customerId: Id<'Customer'>;
  readonly name: PersonName;
  readonly phones: readonly PhoneKey[];
  readonly emails: readonly EmailKey[];
}

/**
 * Who the candidate is: a customer known before, somebody else of a known household, or somebody new.
 * `household`: the other people who share contact data with the candidate, by id. Sharing a household shows nobody
 * the other's deals.
 */
export type IdentityMatch = {
  readonly household: readonly Id<'Customer'>[];
  readonly reasons: NonEmpty<Reason<IdentityCode>>;
} & ({ readonly kind: 'same'; readonly customerId: Id<'Customer'> } | { readonly kind: 'household' | 'new' });

type Strength = 'good' | 'doubtful' | 'none';
type Evidence = { readonly email: Strength; readonly phone: Strength } & NameAgreement;

interface MatchRule {
  readonly code: IdentityCode;
  readonly kind: 'same' | 'household';
  readonly test: (evidence: Evidence) => boolean;
}

const shares = ({ email, phone }: Evidence) => email === 'good' || phone === 'good';
const namesFit = ({ first, last }: Evidence) => first !== 'no' && last !== 'no';

/** The first rule that fits decides; rules further up are the stronger evidence. */
const RULES: readonly MatchRule[] = [
  { kind: 'same', code: 'identity.sameEmail', test: (e) => e.email === 'good' && namesFit(e) },
  { kind: 'same', code: 'identity.samePhone', test: (e) => e.phone === 'good' && namesFit(e) },
  { kind: 'same', code: 'identity.sameOtherLastName', test: (e) => shares(e) && e.first === 'yes' },
  {
    kind: 'same',
    code: 'identity.sameDoubtful',
    test: (e) => (e.email === 'doubtful' || e.phone === 'doubtful') && e.first === 'yes' && e.last === 'yes',
  },
  { kind: 'household', code: 'identity.sharedContact', test: shares },
];

interface Finding {
  readonly customerId: Id<'Customer'>;
  readonly rule: MatchRule;
  readonly rank: number;
  /** Both e-mail and phone are shared. */
  readonly twice: boolean;
  readonly named: boolean;
}

/**
 * Decides who has come in, by shared phone and e-mail keys and the agreement of names. The order of `known` makes no
 * difference.
 *
 * A shared phone or mailbox with another first name is another person of the same household (a couple), never a merge.
 *
 * @example
 * const match = matchCustomer(candidate, customersWithTheseKeys);
 * if (match.kind === 'same') match.customerId;
 */
export function matchCustomer(candidate: IncomingPerson, known: readonly KnownCustomer[]): IdentityMatch {
  const findings = known
    .map((customer) => findingOf(candidate, customer))
    .filter((finding) => finding !== undefined)
    .sort(closestFirst);
  const same = findings.filter(({ rule }) => rule.kind === 'same');
  const best = same[0];
  if (best === undefined) return householdOrNew(findings);
  // A nameless lead from a number that two people share may be of either: it is nobody's until somebody asks.
  if (!best.named && findings.length > 1) return nameless(findings);
  const several = same.length > 1 ? [reason<IdentityCode>('identity.severalPossible', { count: same.length })] : [];
  return {
    kind: 'same',
    customerId: best.customerId,
    household: findings.filter(({ rule }) => rule.kind === 'household').map(({ customerId }) => customerId),
    reasons: [reason(best.rule.code), ...several],
  };
}

function findingOf(candidate: IncomingPerson, customer: KnownCustomer): Finding | undefined {
  const names = agreementOf(candidate.name, customer.name);
  const email = strengthOf(candidate.emails, customer.emails);
  const phone = strengthOf(candidate.phones, customer.phones);
  const rank = RULES.findIndex(({ test }) => test({ email, phone, ...names }));
  const rule = RULES[rank];
  if (rule === undefined) return undefined;
  const twice = email === 'good' && phone === 'good';
  return { customerId: customer.customerId, rule, rank, twice, named: names.first === 'yes' };
}

function strengthOf<K>(given: readonly ContactKey<K>[], known: readonly K[]): Strength {
  const shared = given.filter(({ key }) => known.includes(key));
  if (shared.length === 0) return 'none';
  return shared.some(({ doubtful }) => !doubtful) ? 'good' : 'doubtful';
}

function closestFirst(a: Finding, b: Finding): number {
  const byEvidence = Number(b.named) - Number(a.named) || Number(b.twice) - Number(a.twice) || a.rank - b.rank;
  return byEvidence || (a.customerId < b.customerId ? -1 : 1);
}

function householdOrNew(findings: readonly Finding[]): IdentityMatch {
  const household = nonEmpty(findings.map(({ customerId }) => customerId));
  return household === undefined
    ? { kind: 'new', household: [], reasons: [reason('identity.nobodyKnown')] }
    : { kind: 'household', household, reasons: [reason('identity.sharedContact')] };
}

function nameless(findings: readonly Finding[]): IdentityMatch {
  return {
    kind: 'household',
    household: findings.map(({ customerId }) => customerId),
    reasons: [reason('identity.namelessAmbiguous', { count: findings.length })],
  };
}
