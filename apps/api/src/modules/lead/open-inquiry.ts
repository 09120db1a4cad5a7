import {
  type DepartmentKind,
  type Fact,
  type FactDraft,
  findRepeat,
  foldAll,
  type Id,
  type Instant,
  type Origin,
  opportunityHistory,
  type Route,
  routeLead,
  transition,
} from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { newId } from '../../database/new-id.ts';
import type { MatchKeys } from '../../secrets/keys.ts';
import type { Seal } from '../../secrets/seal.ts';
import type { JudgedPerson } from '../customer/judge-person.ts';
import { enrichCustomer, makeCustomer, matchPerson, type PersonMatch } from '../customer/make-customer.ts';
import { factOf } from '../fact/fact-row.ts';
import { advance } from '../opportunity/advance.ts';
import { lockOpportunity, type OpportunityRow, saveRoute } from '../opportunity/opportunity-row.ts';
import { candidatesOf } from '../routing/candidates.ts';
import { contextAt, type StoreDepartment, type StoreRules } from '../store/store-rules.ts';
import { loadStoreDay } from '../workday/store-day.ts';
import { type Episode, earlierLeads, episodesOf } from './earlier-leads.ts';
import { type Inquiry, vehicleLabel } from './inquiry.ts';

/** What services of leads work with. */
export interface LeadTools {
  readonly seal: Seal;
  readonly matchKeys: MatchKeys;
}

/** A lead whose customer was found in it, on its way. */
export interface FoundLead {
  readonly leadId: string;
  readonly inquiry: Inquiry;
  readonly person: JudgedPerson;
  /** When it arrived, and the customer agreed to something with it. */
  readonly receivedAt: Instant;
  /** What the customer agreed to. */
  readonly consents: readonly ConsentDraft[];
}

/** A consent before its customer is known. */
export type ConsentDraft = Omit<Extract<FactDraft, { kind: 'consent.given' }>['data'], 'customerId'>;

export interface OpenedLead {
  readonly status: 'accepted' | 'repeat';
  readonly customerId: string;
  readonly opportunityId: string;
}

/** Which department a lead of this origin belongs to, and where it goes in a store that has none of the kind. */
const DEPARTMENTS_OF_ORIGIN: Readonly<Record<Origin, readonly DepartmentKind[]>> = {
  internet: ['internet', 'bdc', 'sales'],
  referral: ['sales', 'internet'],
  service: ['sales', 'internet'],
  leaseEnd: ['sales', 'internet'],
  phoneUp: ['sales', 'internet'],
  walkIn: ['sales', 'internet'],
  beBack: ['sales', 'internet'],
};

/**
 * Finds or makes the customer and the opportunity of a lead, records what happened, routes it and asks the plan for
 * touches. The response clock starts now: at receipt or, for a lead that was held, when a person let it go its way, for
 * no salesperson could answer it before. The caller holds the locks of the lead's keys.
 */
export async function openInquiry(
  tx: GroupTransaction,
  tools: LeadTools,
  rules: StoreRules,
  lead: FoundLead,
  now: Instant,
): Promise<OpenedLead> {
  const { seal, matchKeys } = tools;
  const found = await matchPerson(tx, seal, lead.person);
  const knownId = found.match.kind === 'same' ? found.match.customerId : undefined;
  const episodes = knownId === undefined ? [] : await episodesOf(tx, rules.storeId, knownId);
  const earlier = await earlierLeads(tx, seal, rules.storeId, lead.inquiry);
  const verdict = findRepeat({ ...lead.inquiry, name: lead.person.name }, earlier, episodes);
  const repeated = verdict.kind === 'repeat' ? await lockOpportunity(tx, verdict.opportunityId) : undefined;
  if (repeated !== undefined) {
    if (knownId === undefined || knownId === repeated.customerId) {
      await enrichCustomer(tx, seal, matchKeys, repeated.customerId, lead.person, found.known, now);
    }
    await follow(tx, tools, rules, repeated, repeatFacts(repeated, lead, rules, now), lead, now);
    return { status: 'repeat', customerId: repeated.customerId, opportunityId: repeated.id };
  }
  const customerId = await customerOf(tx, tools, lead, found, now);
  const opened = newOpportunity(rules, customerId, lead);
  await follow(tx, tools, rules, opened, firstFacts(opened, lead, rules, now), lead, now, episodes[0]);
  return { status: 'accepted', customerId, opportunityId: opened.id };
}

async function customerOf(
  tx: GroupTransaction,
  { seal, matchKeys }: LeadTools,
  { person }: FoundLead,
  found: PersonMatch,
  now: Instant,
): Promise<string> {
  if (found.match.kind !== 'same') return makeCustomer(tx, seal, matchKeys, person, found, now);
  const { customerId } = found.match;
  await enrichCustomer(tx, seal, matchKeys, customerId, person, found.known, now);
  return customerId;
}

function newOpportunity(rules: StoreRules, customerId: string, { inquiry }: FoundLead): OpportunityRow {
  return {
    id: newId(),
    storeId: rules.storeId,
    departmentId: departmentFor(rules, inquiry.origin).id,
    customerId,
    vehicle: vehicleLabel(inquiry.vehicles[0]),
    history: opportunityHistory.empty,
  };
}

function firstFacts(opened: OpportunityRow, lead: FoundLead, rules: StoreRules, now: Instant): readonly Fact[] {
  const opportunityId = opened.id as Id<'Opportunity'>;
  const customerId = opened.customerId as Id<'Customer'>;
  const departmentId = opened.departmentId as Id<'Department'>;
  const { origin, source } = lead.inquiry;
  const received = { ...receivedData(lead), opportunityId, customerId, origin, source, repeat: false };
  return [
    factOf(
      { kind: 'opportunity.opened', at: now, data: { opportunityId, customerId, departmentId, origin } },
      rules.storeId,
      now,
    ),
    factOf({ kind: 'lead.received', at: now, data: received }, rules.storeId, now),
  ];
}

function repeatFacts(repeated: OpportunityRow, lead: FoundLead, rules: StoreRules, now: Instant): readonly Fact[] {
  const data = { ...receivedData(lead), source: lead.inquiry.source };
  const drafts = transition(repeated.history, { kind: 'receiveAgain', at: now, lead: data }, contextAt(rules, now));
  if (!drafts.ok) throw new Error(`openInquiry: a repeat was refused: ${drafts.refusals[0].code}`);
  return drafts.value.map((draft) => factOf(draft, rules.storeId, now));
}

function receivedData({ leadId, person }: FoundLead) {
  const [first] = person.phones;
  return {
    leadId: leadId as Id<'Lead'>,
    callable: first !== undefined,
    mailable: person.emails.length > 0,
    ...(first?.work === true && { workNumber: true }),
  };
}

/** Records the facts with owner and consents, folds, saves, plans. */
async function follow(
  tx: GroupTransaction,
  { seal }: LeadTools,
  rules: StoreRules,
  before: OpportunityRow,
  facts: readonly Fact[],
  lead: FoundLead,
  now: Instant,
  lastEpisode?: Episode,
): Promise<void> {
  const folded = foldAll(opportunityHistory, facts, before.history);
  const route = await routeTo(tx, rules, before, folded.ownerId ?? lastEpisode?.ownerId ?? undefined, now);
  // Who has the customer keeps the customer.
  const ownerId = folded.ownerId === undefined ? route?.owner : undefined;
  const opportunityId = before.id as Id<'Opportunity'>;
  const all = [
    ...facts,
    ...(ownerId === undefined
      ? []
      : [
          factOf(
            { kind: 'opportunity.assigned', at: now, data: { opportunityId, memberId: ownerId } },
            rules.storeId,
            now,
          ),
        ]),
    ...lead.consents.map((consent) => {
      const data = { ...consent, customerId: before.customerId as Id<'Customer'> };
      return factOf({ kind: 'consent.given', at: lead.receivedAt, data }, rules.storeId, now);
    }),
  ];
  await advance(tx, seal, rules, before, all, now);
  await saveRoute(tx, before.id, route);
}

/** Who gets it, and who answers meanwhile, by core's routing; undefined where the store has nobody who takes leads. */
async function routeTo(
  tx: GroupTransaction,
  rules: StoreRules,
  { departmentId }: OpportunityRow,
  ownerId: string | undefined,
  now: Instant,
): Promise<Route | undefined> {
  const day = await loadStoreDay(tx, tx.groupId, rules, now);
  const kind = rules.departments.find(({ id }) => id === departmentId)?.kind ?? 'sales';
  const route = routeLead(candidatesOf(day, kind, ownerId), contextAt(rules, now));
  return route.ok ? route.value : undefined;
}

function departmentFor({ departments, storeId }: StoreRules, origin: Origin): StoreDepartment {
  for (const kind of DEPARTMENTS_OF_ORIGIN[origin]) {
    const found = departments.find((department) => department.kind === kind);
    if (found !== undefined) return found;
  }
  const [first] = departments;
  if (first === undefined) throw new Error(`store ${storeId} has no department`);
  return first;
}
