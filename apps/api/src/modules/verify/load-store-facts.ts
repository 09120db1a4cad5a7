import { type Fact, type FeedCompleted, type Finding, type Instant, instant, isOpen, watermarksOf } from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { Seal } from '../../secrets/seal.ts';
import { loadContactHistories } from '../contact/load-contact-histories.ts';
import { FACT_COLUMNS, type FactRow, readFact } from '../fact/fact-row.ts';
import { CHECK_AFTER, FINDING_CHECK } from '../finding/order-check.ts';
import { RESPONSE_STAGE } from '../first-response/order-stage.ts';
import { loadUnanswered, waitingLeads } from '../first-response/waiting-rows.ts';
import type { EpisodeFacts, StoreFacts } from '../measures/derive-store.ts';
import { missingSignatures } from '../plan/load-signatures.ts';
import type { StoreRules } from '../store/store-rules.ts';
import { loadStoreDay, promisedLoads } from '../workday/store-day.ts';

const FACTS = statement(
  'facts of a store',
  `select f.opportunity_id as "opportunityId", ${FACT_COLUMNS}
     from fact f
    where f.group_id = $1 and f.store_id = $2
    order by f.recorded_at, f.id`,
);
const DEPARTMENTS = statement(
  'departments of opportunities',
  'select id, department_id as "departmentId" from opportunity where group_id = $1 and store_id = $2',
);
const SOURCES = statement(
  'expected sources',
  'select distinct source from phone_user where group_id = $1 and store_id = $2',
);
const ASSIGNEES = statement(
  'assignees of touches',
  `select id, member_id as "memberId"
     from touch
    where group_id = $1 and store_id = $2 and (who <> 'owner' or placement = 'handedOver')`,
);
const OPEN_FINDINGS = statement(
  'findings that stand',
  `select key, kind, department_id as "departmentId", since
     from finding
    where group_id = $1 and store_id = $2 and state <> 'cleared'`,
);
const NEXT_DUE = statement(
  'next work of a store',
  `select min(due_at) filter (where kind <> $3) as "dueAt", min(due_at) filter (where kind = $3) as "checkAt",
          count(*) filter (where kind = $4 and due_at <= $5)::int as looks
     from due_work
    where group_id = $1 and store_id = $2 and done_at is null and dead_at is null`,
);

// Few customers ever stop anything: only theirs is read.
const STOPPED = statement(
  'customers who stopped something',
  `select o.id, o.customer_id as "customerId"
     from opportunity o
    where o.group_id = $1 and o.store_id = $2
      and exists (select 1 from fact f
                   where f.group_id = $1 and f.customer_id = o.customer_id and f.kind = 'consent.revoked')`,
);

/** A store's facts, and whether its findings were looked for since something moved or a day began. */
export interface StoredFacts {
  readonly facts: StoreFacts;
  readonly findingsChecked: boolean;
  /** No clock waits to be looked at: what records say of claims has reached the touches and the days. */
  readonly clocksChecked: boolean;
}

/**
 * All that a store's decisions follow from, as of the last moment up to which its due work is done: what is stored is
 * true of that moment, and of every one until the next work falls due.
 */
export async function loadStoreFacts(
  runner: SqlRunner,
  groupId: string,
  rules: StoreRules,
  seal: Seal,
  now: Instant,
): Promise<StoredFacts> {
  const key = [groupId, rules.storeId];
  const [next] = await runner.sql<{
    readonly dueAt: Date | null;
    readonly checkAt: Date | null;
    readonly looks: number;
  }>(NEXT_DUE, [...key, FINDING_CHECK, RESPONSE_STAGE, new Date(now)]);
  const due = next?.dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
  const asOf = instant(Math.min(now, due - 1));
  const rows = await runner.sql<FactRow & { readonly opportunityId: string | null }>(FACTS, key);
  const departments = await runner.sql<{ id: string; departmentId: string }>(DEPARTMENTS, key);
  const episodes = new Map<string, EpisodeFacts & { readonly facts: Fact[] }>(
    departments.map(({ id, departmentId }) => [id, { departmentId, facts: [] }]),
  );
  const others: Fact[] = [];
  for (const { opportunityId, ...row } of rows) {
    const facts = opportunityId === null ? others : (episodes.get(opportunityId)?.facts ?? others);
    facts.push(readFact(row));
  }
  const feeds = others.filter((fact): fact is FeedCompleted => fact.kind === 'feed.completed');
  const sources = await runner.sql<{ readonly source: string }>(SOURCES, key);
  const assignees = await runner.sql<{ id: string; memberId: string | null }>(ASSIGNEES, key);
  const assigneeOf = new Map(assignees.map(({ id, memberId }) => [id, memberId]));
  const stopped = await runner.sql<{ id: string; customerId: string }>(STOPPED, key);
  const said = await loadContactHistories(
    runner,
    groupId,
    stopped.map(({ customerId }) => customerId),
  );
  const customers = new Map(stopped.map(({ id, customerId }) => [id, said.get(customerId)]));
  const unanswered = await loadUnanswered(runner, groupId, rules.storeId);
  const waiting = await waitingLeads(runner, groupId, seal, unanswered.rows);
  const waitingOf = new Map(unanswered.rows.map(({ id }, i) => [id, waiting[i]?.customer]));
  const day = await loadStoreDay(runner, groupId, rules, asOf);
  const facts: StoreFacts = {
    rules,
    episodes,
    calls: others,
    watermarks: watermarksOf(
      feeds,
      sources.map(({ source }) => source),
    ),
    people: day.capacities,
    promised: promisedLoads(day, rules),
    missingSignatures: await missingSignatures(runner, groupId, rules, asOf),
    customerOf: (opportunityId) => customers.get(opportunityId),
    waitingOf: (opportunityId) => waitingOf.get(opportunityId),
    assigneeOf: (touchId) => assigneeOf.get(touchId),
    openFindings: await runner.sql<Finding>(OPEN_FINDINGS, key),
    now: asOf,
  };
  // Over night the days slide on, and findings are looked for again when the store opens.
  const moved = next?.checkAt != null && next.checkAt.getTime() <= now + CHECK_AFTER;
  const clocksChecked = (next?.looks ?? 0) === 0;
  return { facts, clocksChecked, findingsChecked: clocksChecked && isOpen(rules.calendar, asOf) && !moved };
}
