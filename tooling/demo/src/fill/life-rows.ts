import { CONTACT_FIELDS, type MatchKeys, type Seal, sealPerson } from '@beback/api';
import { type Fact, type Id, opportunityStatus } from '@beback/core';
import type { SimulatedEpisode, SimulatedStore } from '@beback/simulator';
import type { Row } from './insert-rows.ts';

/** The rows of what happened in one store, by table, in an order that foreign keys allow. */
export interface LifeRows {
  readonly customer: readonly Row[];
  readonly customer_person: readonly Row[];
  readonly contact_point: readonly Row[];
  readonly opportunity: readonly Row[];
  readonly lead: readonly Row[];
  readonly fact: readonly Row[];
  readonly call_record: readonly Row[];
}

/** What sealing, matching and naming need. */
export interface FillKeys {
  readonly groupId: Id<'Group'>;
  readonly seal: Seal;
  readonly keys: MatchKeys;
  /** An id that hangs on the label alone: the same in each fill. */
  readonly idOf: (label: string) => string;
}

/** Builds the rows of a store's episodes, with the facts that belong to no episode (`others`). */
export function lifeRows(
  store: SimulatedStore,
  episodes: readonly SimulatedEpisode[],
  others: readonly Fact[],
  fill: FillKeys,
): LifeRows {
  const records = episodes.flatMap(({ callRecords }) => callRecords);
  return {
    customer: episodes.map(({ customer, start }) => ({
      id: customer.id,
      household_id: null,
      created_at: new Date(start.arrival),
    })),
    customer_person: episodes.map((episode) => personRow(episode, store, fill)),
    contact_point: episodes.flatMap((episode) => contactPointRows(episode, store, fill)),
    opportunity: episodes.map(opportunityRow),
    lead: episodes.map(leadRow),
    fact: [...episodes.flatMap(({ facts }) => facts), ...records, ...others].map(factRow),
    call_record: records.map(callRecordRow),
  };
}

function personRow({ customer }: SimulatedEpisode, { place }: SimulatedStore, { groupId, seal, keys }: FillKeys): Row {
  const { firstName: first, lastName: last } = customer;
  const person = { name: { first, last }, place: { region: place.state, postalCode: place.zip } };
  return {
    customer_id: customer.id,
    name_sealed: sealPerson(seal, groupId, person),
    name_key: keys.nameKey(groupId, `${first} ${last}`.toLowerCase()),
  };
}

function contactPointRows(
  { customer, start }: SimulatedEpisode,
  { place }: SimulatedStore,
  { groupId, seal, keys, idOf }: FillKeys,
): Row[] {
  const row = (kind: 'phone' | 'email', key: string, value: string, areaCode: string | null): Row => ({
    id: idOf(`${kind} of ${customer.id}`),
    customer_id: customer.id,
    kind,
    key,
    area_code: areaCode,
    value_sealed: seal.seal(groupId, CONTACT_FIELDS[kind], value),
    created_at: new Date(start.arrival),
  });
  return [
    row('phone', start.phone, customer.phone, place.areaCode),
    row('email', keys.emailKey(groupId, customer.email), customer.email, null),
  ];
}

function opportunityRow({ start, history, vehicle }: SimulatedEpisode): Row {
  const status = opportunityStatus(history);
  const last = history.attempts.at(-1);
  return {
    id: start.opportunityId,
    store_id: start.storeId,
    department_id: start.departmentId,
    customer_id: start.customerId,
    owner_id: history.ownerId ?? null,
    origin: start.origin,
    status,
    opened_at: new Date(history.openedAt ?? start.arrival),
    delivered_at: status === 'delivered' ? dateOf(history.deliveredAt) : null,
    history: history,
    vehicle: `${vehicle.year} ${vehicle.make} ${vehicle.model}`,
    last_activity_at: dateOf(last?.at),
    last_activity_channel: last?.channel ?? null,
    last_activity_disposition: last?.disposition ?? null,
  };
}

function leadRow({ start, vehicle }: SimulatedEpisode): Row {
  return {
    id: start.leadId,
    store_id: start.storeId,
    index: 0,
    status: 'accepted',
    origin: start.origin,
    source: start.source,
    customer_id: start.customerId,
    opportunity_id: start.opportunityId,
    vehicles: { vehicles: [{ interest: 'buy', ...vehicle }], trades: [] },
    reasons: [],
    received_at: new Date(start.arrival),
  };
}

function factRow(fact: Fact): Row {
  const about = (key: 'opportunityId' | 'customerId' | 'memberId'): string | null => {
    const value = (fact.data as Readonly<Record<string, unknown>>)[key];
    return typeof value === 'string' ? value : null;
  };
  return {
    id: fact.id,
    store_id: fact.storeId ?? null,
    kind: fact.kind,
    at: new Date(fact.at),
    recorded_at: new Date(fact.recordedAt),
    opportunity_id: about('opportunityId'),
    customer_id: about('customerId'),
    member_id: about('memberId'),
    data: fact.data,
  };
}

function callRecordRow({ id, storeId, at, data }: SimulatedEpisode['callRecords'][number]): Row {
  return {
    id,
    store_id: storeId ?? null,
    source: data.source,
    external_id: data.externalId,
    direction: data.direction,
    customer_phone_key: data.customerPhone,
    member_id: data.memberId ?? null,
    started_at: new Date(at),
    talk_seconds: data.talkSeconds ?? null,
    total_seconds: data.totalSeconds,
    outcome: data.outcome,
  };
}

function dateOf(at: number | undefined): Date | null {
  return at === undefined ? null : new Date(at);
}
