import type { OpportunityStatus } from '../opportunity/opportunity-status.ts';
import type { Id } from '../spine/id.ts';
import type { Instant } from '../spine/instant.ts';
import { type Reason, reason } from '../spine/reason.ts';
import type { NonEmpty } from '../spine/result.ts';
import type { PersonName } from './judge-name.ts';
import { agreementOf } from './name-agreement.ts';
import type { IdentityCode } from './reason-texts.ts';

/** A lead that just came in. */
export interface IncomingLead {
  /** Who sent it, as it names itself. */
  readonly source: string;
  /** The id that identifies the lead at its source; absent where the source gives none (a campaign's id is none). */
  readonly externalId?: string;
  readonly name: PersonName;
}

/** A lead of the same source that was received before. */
export interface EarlierLead {
  readonly source: string;
  readonly externalId?: string;
  readonly name: PersonName;
  readonly opportunityId: Id<'Opportunity'>;
}

/** An episode of the customer whom the lead was found to be of. */
export interface KnownOpportunity {
  readonly opportunityId: Id<'Opportunity'>;
  readonly status: OpportunityStatus;
  readonly openedAt: Instant;
}

/** The episode that a lead belongs to, or that it is the first of one. */
export type RepeatVerdict = { readonly reasons: NonEmpty<Reason<IdentityCode>> } & (
  | { readonly kind: 'repeat'; readonly opportunityId: Id<'Opportunity'> }
  | { readonly kind: 'first' }
);

/**
 * Decides whether a lead belongs to an episode that is there already, so that nobody is followed up twice.
 *
 * A repeat is a lead with the source and the id of an earlier one, unless the two bear wholly different names: then
 * the source hands out one id to everybody, and to merge would lose a customer. A repeat is also any lead of a person
 * with an open episode; of several open ones the latest is meant. The order of the lists makes no difference.
 *
 * @param lead the lead that came in
 * @param earlier leads with the same source and id, received before
 * @param opportunities the episodes of the customer, when {@link matchCustomer} said `same`; else none
 *
 * @example
 * findRepeat(lead, [], [{ opportunityId, status: 'open', openedAt }]); // { kind: 'repeat', opportunityId, … }
 */
export function findRepeat(
  lead: IncomingLead,
  earlier: readonly EarlierLead[],
  opportunities: readonly KnownOpportunity[],
): RepeatVerdict {
  const sameId = earlier.filter((known) => isSameId(lead, known));
  const resent = sameId
    .filter((known) => !isOtherPerson(lead.name, known.name))
    .sort(byOpportunity)
    .at(-1);
  if (resent !== undefined) {
    return {
      kind: 'repeat',
      opportunityId: resent.opportunityId,
      reasons: [reason('repeat.sameSourceAndId')],
    };
  }
  const warnings = sameId.length > 0 ? [reason<IdentityCode>('repeat.sameIdOtherPerson')] : [];
  const open = opportunities.filter(({ status }) => status === 'open').sort(latestFirst)[0];
  return open === undefined
    ? { kind: 'first', reasons: [reason('repeat.firstLead'), ...warnings] }
    : { kind: 'repeat', opportunityId: open.opportunityId, reasons: [reason('repeat.openOpportunity'), ...warnings] };
}

function isSameId(lead: IncomingLead, known: EarlierLead): boolean {
  const [id, knownId] = [lead.externalId?.trim() ?? '', known.externalId?.trim() ?? ''];
  return id !== '' && id === knownId && sourceForm(lead.source) === sourceForm(known.source);
}

function sourceForm(source: string): string {
  return source.trim().replace(/\s+/g, ' ').toLowerCase();
}

function isOtherPerson(a: PersonName, b: PersonName): boolean {
  const { first, last } = agreementOf(a, b);
  return first === 'no' && last === 'no';
}

function byOpportunity(a: EarlierLead, b: EarlierLead): number {
  return a.opportunityId < b.opportunityId ? -1 : 1;
}

function latestFirst(a: KnownOpportunity, b: KnownOpportunity): number {
  return b.openedAt - a.openedAt || (a.opportunityId < b.opportunityId ? 1 : -1);
}
