import { dayOf, type Instant, MEASURES, opportunityStatus, standingAppointment } from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import type { Seal } from '../../secrets/seal.ts';
import { NOBODY } from '../measures/add-measures.ts';
import { type DerivedStore, deriveStore, type StoreFacts } from '../measures/derive-store.ts';
import { recordOf } from '../proof/proof-row.ts';
import { loadStoreRules } from '../store/store-rules.ts';
import { type Compared, type Difference, differencesOf } from './difference.ts';
import { loadStoreFacts } from './load-store-facts.ts';
import { comparedOf, loadStoredRows, type StoredRows } from './stored-rows.ts';

/**
 * Rebuilds a store's decisions from its facts and compares them with what is stored. Writes nothing.
 *
 * Not compared is what no fact tells: where the plan of the day put a touch, and to whom it was handed over, is a
 * snapshot of the morning (docs/decisions/0012); until when it may lawfully be made is asked whenever it is shown.
 *
 * @returns every difference; none for a store without an active plan.
 */
export async function verifyStore(
  runner: SqlRunner,
  groupId: string,
  storeId: string,
  seal: Seal,
  now: Instant,
): Promise<readonly Difference[]> {
  const rules = await loadStoreRules(runner, groupId, storeId, now);
  if (rules === undefined) return [];
  const { facts, findingsChecked, clocksChecked } = await loadStoreFacts(runner, groupId, rules, seal, now);
  const stored = await loadStoredRows(runner, groupId, storeId);
  const derived = derivedRows(deriveStore(facts), facts);
  const tables = (Object.keys(stored) as (keyof StoredRows)[]).filter(
    (table) => (table !== 'finding' || findingsChecked) && (clocksChecked || !HANGS_ON_CLOCKS.includes(table)),
  );
  return tables.flatMap((table) => differencesOf({ storeId, table }, stored[table], derived[table], IGNORABLE[table]));
}

const HANGS_ON_CLOCKS: readonly (keyof StoredRows)[] = ['touch', 'lead_response', 'member_day'];

const IGNORABLE: Readonly<Partial<Record<keyof StoredRows, (row: Compared) => boolean>>> = {
  // A touch that was asked for no longer, or never, is of no account; nor are days whose counts came back to nothing.
  touch: ({ state }) => state === 'cancelled',
  member_day: (row) => MEASURES.every((measure) => row[measure] === '0'),
};

/** The derived rows in the form of the stored ones. */
function derivedRows(derived: DerivedStore, { rules, watermarks }: StoreFacts): StoredRows {
  const by = <R>(rows: readonly R[], keyOf: (row: R) => string, of: (row: R) => Record<string, unknown>) =>
    new Map(rows.map((row) => [keyOf(row), comparedOf(of(row))]));
  return {
    opportunity: by(
      [...derived.histories],
      ([id]) => id,
      ([, history]) => {
        const { startsAt, confirmed } = standingAppointment(history) ?? {};
        return {
          status: opportunityStatus(history),
          owner: history.ownerId ?? null,
          history,
          appointmentAt: startsAt === undefined ? null : new Date(startsAt),
          confirmedAt: confirmed === undefined ? null : new Date(confirmed.at),
        };
      },
    ),
    touch: by(
      derived.touches,
      ({ touch }) => touch.id,
      ({ touch, state, by: settledBy = null, counted, place: { memberId = null } }) => {
        const deadline = new Date(touch.window.deadline);
        const member = state === 'due' ? memberId : null;
        return { state, step: touch.step, deadline, settledBy, counted, member };
      },
    ),
    proof: by(
      derived.proofs,
      ({ claim }) => claim.id,
      ({ outcome }) => ({ kind: outcome.kind, record: recordOf(outcome) }),
    ),
    lead_response: by(
      derived.responses,
      ({ leadFactId }) => leadFactId,
      ({ memberId: member, at, openMs }) => ({ member, day: dayOf(rules.calendar, at), openMs }),
    ),
    member_day: by(
      derived.memberDays,
      ({ departmentId, memberId, day }) => `${departmentId} ${memberId ?? NOBODY} ${day}`,
      ({ measures }) => measures,
    ),
    finding: by(
      derived.findings,
      ({ key }) => key,
      ({ kind }) => ({ kind }),
    ),
    feed: by(
      watermarks.flatMap(({ source, until }) => (until === undefined ? [] : [{ source, until }])),
      ({ source }) => source,
      ({ until }) => ({ until: new Date(until) }),
    ),
  };
}
