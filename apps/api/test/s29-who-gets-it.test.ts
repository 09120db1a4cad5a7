import { HOUR, plus } from '@beback/core';
import { hashPassword } from 'better-auth/crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeGlobalId } from '../src/graphql/global-id.ts';
import { makeMember } from '../src/modules/setup/make-member.ts';
import { makeUser } from '../src/modules/setup/make-user.ts';
import { verifyStore } from '../src/modules/verify/verify-store.ts';
import { END, MARK } from './support/absence-stage.ts';
import { type AdfWish, adf } from './support/adf.ts';
import { runDue } from './support/run-due.ts';
import { PASSWORD, type SeededMember } from './support/seed-group.ts';
import { leadsOf, postAdf, signIn, type TestBrowser } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer, TUESDAY_10 } from './support/test-server.ts';

const OPPORTUNITY = `query ($id: ID!) { opportunity(id: $id) {
  owner { name } whoGotIt { code en: text(locale: en) es: text(locale: es) fr: text(locale: fr) } } }`;

interface OpportunityData {
  readonly opportunity: {
    readonly owner: { readonly name: string };
    readonly whoGotIt: readonly {
      readonly code: string;
      readonly en: string;
      readonly es: string;
      readonly fr: string;
    }[];
  };
}

describe.each(ENGINES)('S29 Who gets it, on %s', (engine) => {
  let test: TestServer;
  let max: TestBrowser;
  let ben: SeededMember;
  let cid: SeededMember;
  let numbers = 0;

  const group = () => test.resources.gateway.enterGroup(test.ours.groupId);
  /** Another person each time, unless the wish says whom. */
  const send = async (wish: AdfWish = {}) => {
    const nr = String(numbers++).padStart(2, '0');
    const person = { id: `lead-${nr}`, last: `Person${nr}`, phone: `312-555-74${nr}`, ...wish };
    const [lead] = await leadsOf(await postAdf(test.url, test.ours.ford.intakeKey, adf(person)));
    const rows = await test.database.asOwner<{ id: string }>(
      'select o.id from lead l join opportunity o on o.id = l.opportunity_id where l.external_id = $1',
      [person.id],
    );
    return { ...person, status: lead?.status, opportunityId: rows[0]?.id ?? '' };
  };
  const whoGot = async (opportunityId: string) => {
    const id = encodeGlobalId('Opportunity', opportunityId);
    const { data, errors } = await max.graphql<OpportunityData>(OPPORTUNITY, { id });
    if (data == null) throw new Error(JSON.stringify(errors));
    return data.opportunity;
  };
  /** The day as it was planned: what each gets done. */
  const planned = (
    tasks: readonly (readonly [SeededMember, number])[],
    accomplishes?: readonly (readonly [SeededMember, number])[],
  ) => {
    const shares = new Map(accomplishes?.map(([{ memberId }, share]) => [memberId, share]));
    const people = tasks.map(([{ memberId }, count]) => ({
      memberId,
      tasks: count,
      calls: count,
      kept: { tasks: 0, calls: 0 },
      ...(shares.has(memberId) && { accomplishes: shares.get(memberId) }),
    }));
    return test.database.asOwner(
      `insert into day_plan (group_id, store_id, day, planned_at, people)
       values ($1::uuid, $2::uuid, '2026-11-24', '2026-11-24T14:00:00Z', $3::jsonb)
       on conflict (group_id, store_id, day) do update set people = excluded.people`,
      [test.ours.groupId, test.ours.ford.storeId, JSON.stringify(people)],
    );
  };
  const say = async (operation: string, input: object) => {
    const { data, errors } = await max.graphql<Record<string, { absence: { id: string } }>>(operation, { input });
    const [change] = Object.values(data ?? {});
    if (change?.absence === undefined) throw new Error(JSON.stringify([data, errors]));
    return change.absence.id;
  };

  beforeAll(async () => {
    test = await openTestServer(engine);
    const { ford } = test.ours;
    const add = async (name: string): Promise<SeededMember> => {
      const email = `${name}@harbor.example`.toLowerCase();
      const userId = await makeUser(
        test.resources.gateway,
        { name, email, passwordHash: await hashPassword(PASSWORD) },
        TUESDAY_10,
      );
      const assignments = [{ storeId: ford.storeId, departmentId: ford.departments.get('internet') ?? '' }];
      const wish = { name, role: 'salesperson' as const, userId, assignments };
      return { email, memberId: await group().transaction((tx) => makeMember(tx, wish, TUESDAY_10)) };
    };
    ben = await add('Ben');
    cid = await add('Cid');
    max = await signIn(test.url, test.ours.manager);
    await planned([
      [test.ours.ana, 0],
      [ben, 100],
      [cid, 0],
    ]);
    await test.setClock(TUESDAY_10);
  }, OPENING_MS);
  afterAll(() => test.close());

  it('gives a new customer to who has room, and says why in each language', async () => {
    for (let i = 0; i < 3; i++) {
      const { owner, whoGotIt } = await whoGot((await send()).opportunityId);
      expect(owner.name).toBe('Ben');
      expect(whoGotIt.map(({ code }) => code)).toEqual(['routing.mostRoom']);
      for (const { en, es, fr } of whoGotIt) {
        expect(new Set([en, es, fr]).size).toBe(3);
        for (const text of [en, es, fr]) expect(text).toContain('100');
      }
    }
  });

  it('gives no two leads at once the one place that is left, however many come', async () => {
    await planned([
      [test.ours.ana, 1],
      [ben, 100],
      [cid, 0],
    ]);
    const sent = await Promise.all([send(), send(), send(), send()]);
    const owners = await Promise.all(sent.map(async ({ opportunityId }) => (await whoGot(opportunityId)).owner.name));
    expect(owners.toSorted()).toEqual(['Ana', 'Ben', 'Ben', 'Ben']);
  });

  it('asks among as much room whose calls are documented, then whose turn it is', async () => {
    const room = [
      [test.ours.ana, 0],
      [ben, 0],
      [cid, 50],
    ] as const;
    await planned(room);
    // Nobody else has room: it fills Cid's day as far as the others' are filled.
    expect((await whoGot((await send()).opportunityId)).owner.name).toBe('Cid');
    const loads = await test.database.asOwner<{ memberId: string; tasks: number }>(
      `select member_id as "memberId", count(*)::int as tasks from touch
        where group_id = $1::uuid and state = 'due' and placement = 'listed' and who <> 'automation'
          and window_from < '2026-11-25T06:00:00Z' group by 1`,
      [test.ours.groupId],
    );
    const alike = loads.map(({ memberId, tasks }) => [{ memberId, email: '' }, tasks * 10] as const);
    const shares = loads.map(
      ({ memberId }) => [{ memberId, email: '' }, memberId === ben.memberId ? 0.95 : 0.5] as const,
    );
    await planned(alike, shares);
    const documented = await whoGot((await send()).opportunityId);
    expect([documented.owner.name, documented.whoGotIt.map(({ code }) => code)]).toEqual([
      'Ben',
      ['routing.mostRoom', 'routing.documents'],
    ]);
  });

  it('leaves a known customer with the owner who is off, and has a present person cover the clock', async () => {
    await planned([
      [test.ours.ana, 100],
      [ben, 100],
      [cid, 100],
    ]);
    const known = await send();
    const owner = (await whoGot(known.opportunityId)).owner.name;
    const people = { Ana: test.ours.ana, Ben: ben, Cid: cid };
    const { memberId } = people[owner as keyof typeof people];
    const absenceId = await say(MARK, { key: 'owner-off-1', memberId: encodeGlobalId('Member', memberId) });
    await test.setClock(plus(TUESDAY_10, HOUR));
    await runDue(test.resources);
    const again = await send({ last: known.last, phone: known.phone, comment: 'Still waiting' });
    expect([again.status, again.opportunityId]).toEqual(['repeat', known.opportunityId]);
    const after = await whoGot(known.opportunityId);
    expect(after.owner.name).toBe(owner);
    expect(after.whoGotIt.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['routing.knownOwner', 'routing.ownerAway', 'routing.mostRoom']),
    );
    const clock = () =>
      test.database.asOwner<{ memberId: string; placement: string }>(
        `select member_id as "memberId", placement from touch
          where opportunity_id = $1::uuid and state = 'due' and urgency = 'clock'`,
        [known.opportunityId],
      );
    const [covered, ...others] = await clock();
    expect(others).toEqual([]);
    expect(covered?.placement).toBe('handedOver');
    expect(Object.values(people).map((person) => person.memberId)).toContain(covered?.memberId);
    expect(covered?.memberId).not.toBe(memberId);
    await runDue(test.resources);
    expect(
      await verifyStore(
        group(),
        test.ours.groupId,
        test.ours.ford.storeId,
        test.resources.seal,
        plus(TUESDAY_10, HOUR),
      ),
    ).toEqual([]);
    await say(END, { key: 'owner-back-1', absenceId });
    expect(await clock()).toEqual([{ memberId, placement: 'listed' }]);
  });

  it('gives new customers to who is present while the others are away', async () => {
    const marked: string[] = [];
    for (const [name, member] of Object.entries({ ana: test.ours.ana, ben })) {
      marked.push(await say(MARK, { key: `away-${name}-1`, memberId: encodeGlobalId('Member', member.memberId) }));
    }
    expect((await whoGot((await send()).opportunityId)).owner.name).toBe('Cid');
    for (const absenceId of marked) await say(END, { key: `back-${absenceId.slice(-8)}`, absenceId });
  });
});
