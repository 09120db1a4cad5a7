import {
  addDays,
  type CompiledPlan,
  compileStoreCalendar,
  type Day,
  type DepartmentKind,
  dayOf,
  HOUR,
  type Id,
  type Instant,
  id,
  instant,
  MINUTE,
  type PhoneKey,
  SECOND,
  type StoreCalendar,
  startOfDay,
} from '@beback/core';
import { type Behaviour, behaviourOf } from './behaviour.ts';
import { ARRIVAL_HOURS, buysOnDay } from './customer-behaviour.ts';
import { type EpisodeOutcome, type EpisodeStart, liveEpisode } from './episode.ts';
import { type SimulatedGroup, type SimulatedMember, type SimulatedStore, simulateStaff } from './group.ts';
import { inventedEmail, inventedPhone, type PersonName, personName } from './people.ts';
import { createRandom, type Random } from './random.ts';
import { inventedVehicle, type SimulatedVehicle } from './vehicles.ts';

/** What a simulated group is made from: equal settings, equal group. */
export interface SimulationSettings {
  readonly seed: string;
  /** 1 to 88 */
  readonly stores: number;
  /** How many store days of history before `until`. */
  readonly days: number;
  /** Where the history ends: nothing happens at or after it. */
  readonly until: Instant;
  /** New leads of one store on an open day, on average. */
  readonly leadsADay: number;
  readonly plan: CompiledPlan;
  /** The group's keyed hash of a number in E.164 form; the key is the server's. */
  readonly phoneKey: (groupId: Id<'Group'>, e164: string) => PhoneKey;
}

/** An invented shopper. */
export interface SimulatedCustomer extends PersonName {
  readonly id: Id<'Customer'>;
  /** E.164 */
  readonly phone: string;
  readonly email: string;
}

/** One buying episode with everything that happened in it. */
export interface SimulatedEpisode extends EpisodeOutcome {
  readonly start: EpisodeStart;
  readonly customer: SimulatedCustomer;
  readonly vehicle: SimulatedVehicle;
}

/** A group with its people and everything that happened. */
export interface Simulation {
  readonly group: SimulatedGroup;
  /** The life of the `index`-th store, made when it is asked for: a big group need not stand in memory at once. */
  episodesOf(index: number): readonly SimulatedEpisode[];
}

/** Which department takes an episode, by where it began. */
const DEPARTMENT_OF = { internet: 'internet', phoneUp: 'internet', walkIn: 'sales' } as const satisfies Record<
  EpisodeStart['origin'],
  DepartmentKind
>;

const SOURCES = {
  internet: ['website', 'marketplace', 'maker'],
  phoneUp: ['phone'],
  walkIn: ['showroom'],
} as const satisfies Record<EpisodeStart['origin'], readonly [string, ...string[]]>;

/**
 * Simulates a dealer group: the same settings give the same group, facts and ids on each machine.
 *
 * @example
 * const { group, episodesOf } = simulateGroup({ seed: 'demo', stores: 88, days: 30, until, leadsADay: 5, plan, phoneKey });
 * group.stores.flatMap((_, index) => episodesOf(index));
 */
export function simulateGroup(settings: SimulationSettings): Simulation {
  const random = createRandom(settings.seed);
  const group = simulateStaff(random, settings.stores);
  return {
    group,
    episodesOf(index) {
      const store = group.stores[index];
      if (store === undefined)
        throw new RangeError(`episodesOf: expected 0 to ${group.stores.length - 1}, got ${index}`);
      return simulateStore(group.id, store, index, settings, random.fork(`life ${index}`));
    },
  };
}

function simulateStore(
  groupId: Id<'Group'>,
  store: SimulatedStore,
  index: number,
  settings: SimulationSettings,
  random: Random,
): readonly SimulatedEpisode[] {
  const today = approximateDay(settings.until);
  const compiled = compileStoreCalendar(store.hours, {
    from: addDays(today, -settings.days - 3),
    to: addDays(today, 120),
  });
  if (!compiled.ok) throw new RangeError(`simulateStore: ${store.name} has opening hours that core refuses`);
  const calendar = compiled.value;
  const behaviours = new Map<DepartmentKind, Behaviour>(
    store.departments.map(({ kind }) => [kind, behaviourOf(index, kind, random.fork(kind))]),
  );
  const episodes: SimulatedEpisode[] = [];
  const lastDay = dayOf(calendar, settings.until);
  for (let back = settings.days; back >= 0; back--) {
    const day = addDays(lastDay, -back);
    const count = Math.round(settings.leadsADay * (0.5 + random.next()));
    for (let i = 0; i < count; i++) {
      const arrival = arrivalOn(day, calendar, random);
      if (arrival >= settings.until) continue;
      episodes.push(simulateEpisode(groupId, store, episodes.length, arrival, behaviours, calendar, settings, random));
    }
  }
  return episodes;
}

function simulateEpisode(
  groupId: Id<'Group'>,
  store: SimulatedStore,
  index: number,
  arrival: Instant,
  behaviours: ReadonlyMap<DepartmentKind, Behaviour>,
  calendar: StoreCalendar,
  { plan, until, phoneKey }: SimulationSettings,
  random: Random,
): SimulatedEpisode {
  const name = personName(random);
  // Stores of one town share an area code; each takes its own two thousand numbers.
  const block = Number(store.phone.slice(-4)) - 1000;
  const phone = inventedPhone(store.place.areaCode, (Math.floor(block / 22) * 2000 + (index % 2000)) % 8000);
  const customer = { id: id<'Customer'>(random.uuid()), ...name, phone, email: inventedEmail(name, index) };
  const origin = random.weighted([
    ['internet', 60],
    ['phoneUp', 15],
    ['walkIn', 25],
  ]);
  const kind = DEPARTMENT_OF[origin];
  const { departmentId, owner } = ownerOf(store, kind, index);
  const buysAfter = buysOnDay(random);
  const start: EpisodeStart = {
    storeId: store.id,
    departmentId,
    opportunityId: id<'Opportunity'>(random.uuid()),
    customerId: customer.id,
    leadId: id<'Lead'>(random.uuid()),
    ownerId: owner.id,
    origin,
    source: random.pick(SOURCES[origin]),
    arrival,
    phone: phoneKey(groupId, phone),
    deliveredAt:
      buysAfter === undefined ? undefined : instant(arrival + buysAfter * 24 * HOUR + random.between(3, 9) * HOUR),
  };
  const behaviour = behaviours.get(kind);
  if (behaviour === undefined) throw new RangeError(`simulateEpisode: ${store.name} has no department ${kind}`);
  const outcome = liveEpisode(start, behaviour, until, { plan, calendar }, random);
  return { ...outcome, start, customer, vehicle: inventedVehicle(random) };
}

/** In turn: the n-th lead goes to the n-th seller of its department. */
function ownerOf(store: SimulatedStore, kind: DepartmentKind, turn: number) {
  const department = store.departments.find((one) => one.kind === kind);
  const sellers: SimulatedMember[] = store.members.filter(
    (member) => member.departmentId === department?.id && member.role === 'salesperson',
  );
  const owner = sellers[turn % sellers.length];
  if (department === undefined || owner === undefined)
    throw new RangeError(`ownerOf: ${store.name} has no seller in ${kind}`);
  return { departmentId: department.id, owner };
}

function arrivalOn(day: Day, calendar: StoreCalendar, random: Random): Instant {
  const hour = random.weighted(ARRIVAL_HOURS);
  return instant(
    startOfDay(calendar, day) + hour * HOUR + random.between(0, 59) * MINUTE + random.between(0, 59) * SECOND,
  );
}

/** The UTC day of an instant: near enough to choose the range of a calendar by. */
function approximateDay(at: Instant): Day {
  return new Date(at).toISOString().slice(0, 10) as Day;
}
