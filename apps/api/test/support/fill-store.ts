import {
  addDays,
  compilePlan,
  compileStoreCalendar,
  defaultCapacity,
  defaultPlan,
  dueTouches,
  type Fact,
  foldAll,
  type Id,
  type Instant,
  instant,
  MINUTE,
  opportunityHistory,
  plus,
  SECOND,
  type StoreHours,
} from '@beback/core';
import type { GroupDatabase, GroupTransaction } from '../../src/database/gateway.ts';
import { newId } from '../../src/database/new-id.ts';
import { type SqlParameter, statement } from '../../src/database/statement.ts';
import { recordFacts } from '../../src/modules/fact/record-facts.ts';
import { type DerivedStore, deriveStore, type EpisodeFacts } from '../../src/modules/measures/derive-store.ts';
import { derivedRows } from '../../src/modules/measures/derived-rows.ts';
import { saveOpportunity } from '../../src/modules/opportunity/opportunity-row.ts';
import { makeMember } from '../../src/modules/setup/make-member.ts';
import { makeStore } from '../../src/modules/setup/make-store.ts';

export interface FilledStore {
  readonly storeId: string;
  readonly departmentId: string;
  readonly memberId: string;
  readonly derived: DerivedStore;
}

/** How the people of a filled store keep to the plan: every `skips`-th call is left out (1: all, 0: none). */
export interface FillWish {
  readonly name: string;
  readonly leads: number;
  /** Store days of history. */
  readonly days: number;
  readonly skips: number;
  readonly manager?: { readonly name: string; readonly phone: string };
}

const LONG_DAY = [{ opens: '08:00', closes: '20:00' }];
const HOURS: StoreHours = {
  zone: 'America/Chicago',
  weekly: { 1: LONG_DAY, 2: LONG_DAY, 3: LONG_DAY, 4: LONG_DAY, 5: LONG_DAY, 6: LONG_DAY },
};

/** Makes a store with one Internet department and one salesperson, and a life that is derived, not logged. */
export async function fillStore(group: GroupDatabase, wish: FillWish, now: Instant): Promise<FilledStore> {
  const start = instant(now - wish.days * 24 * 60 * MINUTE);
  return group.transaction(async (tx) => {
    const departments = [{ kind: 'internet', name: 'Internet' }] as const;
    const made = await makeStore(
      tx,
      { name: wish.name, zone: HOURS.zone, country: 'US', hours: HOURS, departments },
      start,
    );
    const departmentId = made.departments.get('internet') ?? '';
    const place = { storeId: made.storeId, departmentId };
    const member = (name: string, role: 'salesperson' | 'manager', phone?: string) =>
      makeMember(tx, { name, role, assignments: [place], ...(phone !== undefined && { phone }) }, start);
    const memberId = await member(`Seller of ${wish.name}`, 'salesperson');
    if (wish.manager !== undefined) await member(wish.manager.name, 'manager', wish.manager.phone);
    const derived = await fillLife(tx, { ...place, memberId }, wish, start, now);
    return { ...place, memberId, derived };
  });
}

async function fillLife(
  tx: GroupTransaction,
  place: { readonly storeId: string; readonly departmentId: string; readonly memberId: string },
  { leads, skips }: FillWish,
  start: Instant,
  now: Instant,
): Promise<DerivedStore> {
  const { storeId, departmentId, memberId } = place;
  const [version] = await tx.sql<{ id: string }>(PLAN_VERSION, [tx.groupId, storeId]);
  const plan = madeOf(compilePlan({ ...defaultPlan(), version: version?.id }));
  const day = (at: Instant) => new Date(at).toISOString().slice(0, 10) as Parameters<typeof addDays>[0];
  const calendar = madeOf(compileStoreCalendar(HOURS, { from: addDays(day(start), -30), to: addDays(day(now), 200) }));
  const rules = { storeId, plan, plans: [{ from: start, plan }] as const, calendar };
  const episodes = new Map<string, EpisodeFacts>();
  for (let i = 0; i < leads; i++) {
    const at = instant(start + Math.floor(((now - start) * i) / leads));
    const opportunityId = newId() as Id<'Opportunity'>;
    const facts = liveEpisode({ ...place, opportunityId }, at, now, skips, { plan, calendar });
    episodes.set(opportunityId, { departmentId, facts });
  }
  const people = [
    {
      memberId: memberId as Id<'Member'>,
      role: 'salesperson',
      department: 'internet',
      present: true,
      ...defaultCapacity('internet', plan),
    },
  ] as const;
  const calls: readonly Fact[] = [];
  const derived = deriveStore({ rules, episodes, calls, watermarks: [], people, now });
  for (const [id, history] of derived.histories) {
    const customerId = history.customerId ?? '';
    await tx.prisma.customer.create({
      data: { groupId: tx.groupId, id: customerId, createdAt: new Date(history.openedAt ?? now) },
    });
    await saveOpportunity(tx, tx.groupId, { id, storeId, departmentId, customerId, vehicle: null, history });
  }
  await recordFacts(
    tx,
    [...episodes.values()].flatMap(({ facts }) => facts),
  );
  const rows = derivedRows(derived, { rules, now, people }, () => newId());
  for (const [table, values] of Object.entries(rows)) await insertRows(tx, table, values);
  return derived;
}

interface LivePlace {
  readonly storeId: string;
  readonly departmentId: string;
  readonly memberId: string;
  readonly opportunityId: Id<'Opportunity'>;
}

/** A lead that is worked by the plan, but for every `skips`-th call. */
function liveEpisode(
  { storeId, departmentId, memberId, opportunityId }: LivePlace,
  at: Instant,
  until: Instant,
  skips: number,
  rules: Pick<Parameters<typeof dueTouches>[1], 'plan' | 'calendar'>,
): readonly Fact[] {
  const about = { opportunityId, customerId: newId() as Id<'Customer'> };
  const fact = (kind: Fact['kind'], when: Instant, data: object): Fact =>
    ({ kind, id: newId(), storeId, at: when, recordedAt: when, data: { ...about, ...data } }) as unknown as Fact;
  const lead = { leadId: newId(), origin: 'internet', source: 'site', repeat: false, callable: true, mailable: true };
  const facts = [
    fact('opportunity.opened', at, { departmentId, origin: 'internet' }),
    fact('lead.received', at, lead),
    fact('opportunity.assigned', at, { memberId }),
  ];
  const touches = dueTouches(foldAll(opportunityHistory, facts), { ...rules, now: at });
  let calls = 0;
  for (const touch of touches) {
    const when = plus(touch.window.best, SECOND);
    if (when >= until) continue;
    const { channel, purpose, step } = touch;
    if (touch.who === 'automation') {
      facts.push(fact('message.sent', when, { channel, purpose, step, touchId: touch.id }));
    } else if (channel !== 'call' || skips === 0 || ++calls % skips !== 0) {
      const disposition = channel === 'call' ? 'leftMessage' : 'sent';
      facts.push(
        fact('activity.logged', when, {
          memberId,
          channel,
          disposition,
          touchId: touch.id,
          phones: [`key of ${about.customerId}`],
        }),
      );
    }
  }
  return facts;
}

/** Inserts rows through the walls. */
export async function insertRows(
  tx: GroupTransaction,
  table: string,
  rows: readonly Readonly<Record<string, SqlParameter>>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  for (let from = 0; from < rows.length; from += 400) {
    const part = rows.slice(from, from + 400);
    const places = part.map(
      (_, row) => `($1, ${columns.map((_column, i) => `$${2 + row * columns.length + i}`).join(', ')})`,
    );
    const text = `insert into ${table} (group_id, ${columns.join(', ')}) values ${places.join(', ')}`;
    const values = part.flatMap((row) => columns.map((column) => row[column] ?? null));
    await tx.sql(statement(`fill ${table}`, text), [tx.groupId, ...values]);
  }
}

const PLAN_VERSION = statement('plan version', 'select id from plan_version where group_id = $1 and store_id = $2');

function madeOf<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error('fillStore: expected a valid plan and valid hours');
  return result.value;
}
