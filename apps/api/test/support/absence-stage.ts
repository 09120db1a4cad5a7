import { type Instant, instant } from '@beback/core';
import { hashPassword } from 'better-auth/crypto';
import { makeMember } from '../../src/modules/setup/make-member.ts';
import { makeUser } from '../../src/modules/setup/make-user.ts';
import { arrive, type FloodedStore, floodedStore } from './flooded-store.ts';
import { runDue } from './run-due.ts';
import { PASSWORD, type SeededMember } from './seed-group.ts';
import { clientOperation, signIn, type TestBrowser } from './test-client.ts';
import type { TestServer } from './test-server.ts';

export const MARK = clientOperation('mark-absent');
export const END = clientOperation('end-absence');
export const PREVIEW = clientOperation('absence-preview');
export const TODAY = clientOperation('store-today');

/** In Chicago, in November. */
export const at = (local: string): Instant => instant(Date.parse(`${local}-06:00`));
export const MONDAY_10 = at('2026-11-23T10:00');

/** How a mutation of absences ended. */
export interface ChangeData {
  readonly change: {
    readonly __typename: string;
    readonly moved?: number;
    readonly absence?: { readonly id: string; readonly from: string; readonly until: string | null };
    readonly reasons?: readonly { readonly code: string; readonly text: string }[];
  };
}

/** A touch of today as it is stored. */
export interface StoredPlace {
  readonly id: string;
  readonly placement: string;
  readonly memberId: string | null;
  readonly ownerId: string;
  readonly urgency: string;
}

/** Ann has 3 promises and 20 calls on Tuesday, Cal of the same floor 20 calls, Bea is the BDC, Max the manager. */
export interface AbsenceStage {
  readonly store: FloodedStore;
  readonly cal: SeededMember;
  readonly browsers: Readonly<Record<'ann' | 'cal' | 'bea' | 'max', TestBrowser>>;
  goTo(now: Instant): Promise<void>;
  /** People's touches that are due by the end of that day. */
  placed(day?: string): Promise<readonly StoredPlace[]>;
  change(browser: TestBrowser, operation: string, input: object): Promise<ChangeData['change']>;
}

export async function openAbsenceStage(test: TestServer, name: string): Promise<AbsenceStage> {
  const { resources } = test;
  const group = resources.gateway.enterGroup(test.ours.groupId);
  const store = await floodedStore(resources, group, name, [
    { name: 'Promise', count: 3, origin: 'walkIn', at: MONDAY_10 },
    { name: 'Call', count: 20, origin: 'phoneUp', at: MONDAY_10 },
  ]);
  const email = `cal@${name}.example`.toLowerCase();
  const userId = await makeUser(
    resources.gateway,
    { name: 'Cal', email, passwordHash: await hashPassword(PASSWORD) },
    MONDAY_10,
  );
  const assignments = [{ storeId: store.storeId, departmentId: store.departmentId }];
  const memberId = await group.transaction((tx) =>
    makeMember(tx, { name: 'Cal', role: 'salesperson', userId, assignments }, MONDAY_10),
  );
  const cal = { memberId, email };
  await arrive(resources, group, { ...store, ann: cal }, [
    { name: 'Own', count: 20, origin: 'phoneUp', at: MONDAY_10 },
  ]);
  const browser = (member: SeededMember) => signIn(test.url, member);
  return {
    store,
    cal,
    browsers: {
      ann: await browser(store.ann),
      cal: await browser(cal),
      bea: await browser(store.bea),
      max: await browser(store.max),
    },
    goTo: async (now) => {
      await test.setClock(now);
      await runDue(resources);
    },
    placed: (day = '2026-11-24') =>
      test.database.asOwner<StoredPlace>(
        `select t.id, t.placement, t.member_id as "memberId", o.owner_id as "ownerId", t.urgency
           from touch t join opportunity o on o.group_id = t.group_id and o.id = t.opportunity_id
          where t.store_id = $1::uuid and t.state = 'due' and t.who <> 'automation'
            and t.window_from < ($2::date + 1)::timestamp at time zone 'America/Chicago'
          order by t.id`,
        [store.storeId, day],
      ),
    change: async (person, operation, input) => {
      const answer = await person.graphql<Readonly<Record<string, ChangeData['change']>>>(operation, { input });
      const [change] = Object.values(answer.data ?? {});
      if (change === undefined) throw new Error(JSON.stringify(answer.errors));
      return change;
    },
  };
}
