import { DAY_24H, HOUR, MINUTE, plus } from '@beback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeGlobalId } from '../src/graphql/global-id.ts';
import { verifyStore } from '../src/modules/verify/verify-store.ts';
import {
  type AbsenceStage,
  at,
  END,
  MARK,
  openAbsenceStage,
  PREVIEW,
  type StoredPlace,
  TODAY,
} from './support/absence-stage.ts';
import { makeAuditor } from './support/make-auditor.ts';
import { clientOperation, signIn, type TestBrowser } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer } from './support/test-server.ts';
import { openStream } from './support/test-stream.ts';

const TUESDAY_10 = at('2026-11-24T10:00');
const WHILE_AWAY = clientOperation('while-away');
const CATCH_UP = clientOperation('catch-up');
const WORK_PLAN = 'query { workPlan { done left tasks { id customerName } } }';
const LOG = 'mutation ($input: LogActivityInput!) { logActivity(input: $input) { __typename } }';
const DAY_CHANGED = 'subscription { dayChanged { memberId } }';

interface Move {
  readonly task: { readonly id: string };
  readonly placement: string;
  readonly member: { readonly name: string } | null;
  readonly deferredTo: string | null;
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
}
interface TodayData {
  readonly storeToday: {
    readonly people: readonly {
      readonly member: { readonly name: string };
      readonly tasks: number;
      readonly capacity: number;
      readonly promised: number;
      readonly absence: { readonly id: string; readonly until: string | null } | null;
    }[];
  };
}
interface AwayData {
  readonly whileAway: {
    readonly absenceId: string;
    readonly from: string;
    readonly backOn: string;
    readonly events: readonly {
      readonly kind: string;
      readonly disposition: string | null;
      readonly customerName: string;
      readonly member: { readonly name: string } | null;
    }[];
  } | null;
}

const countBy = <T>(items: readonly T[], keyOf: (item: T) => string | undefined) =>
  Object.fromEntries([...Map.groupBy(items, keyOf)].map(([key, same]) => [key, same.length]));

describe.each(ENGINES)('S26 A person is absent, on %s', (engine) => {
  let test: TestServer;
  let stage: AbsenceStage;
  let before: readonly StoredPlace[];
  let absenceId: string;

  const annId = () => encodeGlobalId('Member', stage.store.ann.memberId);
  const ask = async <D>(browser: TestBrowser, query: string, variables: object = {}): Promise<D> => {
    const answer = await browser.graphql<D>(query, variables);
    if (answer.data == null) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  };
  const preview = async () => {
    const data = await ask<{ absencePreview: readonly Move[] }>(stage.browsers.max, PREVIEW, {
      memberId: annId(),
      locale: 'en',
    });
    return data.absencePreview;
  };
  const differences = () =>
    verifyStore(
      test.resources.gateway.enterGroup(test.ours.groupId),
      test.ours.groupId,
      stage.store.storeId,
      test.resources.seal,
      test.resources.clock.now(),
    );

  beforeAll(async () => {
    test = await openTestServer(engine);
    stage = await openAbsenceStage(test, 'Absent');
    await stage.goTo(TUESDAY_10);
    before = await stage.placed();
  }, OPENING_MS);
  afterAll(() => test.close());

  it('shows the manager who is in today with load against capacity', async () => {
    const storeId = encodeGlobalId('Store', stage.store.storeId);
    const { storeToday } = await ask<TodayData>(stage.browsers.max, TODAY, { storeId });
    const loads = storeToday.people.map(({ member, tasks, capacity, promised }) => [
      member.name,
      tasks,
      capacity,
      promised,
    ]);
    expect(loads.toSorted()).toEqual([
      ['Ann', 23, 25, 3],
      ['Bea', 0, 30, 0],
      ['Cal', 20, 25, 0],
      ['Max', 0, 25, 0],
    ]);
    expect(storeToday.people.every(({ absence }) => absence === null)).toBe(true);
  });

  it('says first what would move to whom, and changes nothing by it', async () => {
    const moves = await preview();
    expect(moves.map(({ task }) => task.id).toSorted()).toEqual(
      before
        .filter(({ memberId }) => memberId === stage.store.ann.memberId)
        .map(({ id }) => encodeGlobalId('Task', id))
        .toSorted(),
    );
    expect(countBy(moves, ({ member }) => member?.name)).toEqual({ Cal: 5, Bea: 18 });
    expect(new Set(moves.flatMap(({ reasons }) => reasons.map(({ code }) => code)))).toEqual(
      new Set(['workday.toColleague', 'workday.ownerAway', 'workday.promise', 'workday.chanceToClose']),
    );
    expect(await stage.placed()).toEqual(before);
  });

  it('lets nobody say it but the person and who runs the days of the store', async () => {
    const colleague = await stage.browsers.cal.graphql(MARK, { input: { key: 'colleague-1', memberId: annId() } });
    expect(colleague.errors?.[0]?.extensions?.['code'] ?? JSON.stringify(colleague.data)).toMatch(
      /notAllowed|NotAllowedError/,
    );
    const stranger = await signIn(test.url, test.theirs.manager);
    const auditor = await makeAuditor(test);
    for (const who of [stranger, auditor]) {
      const answer = await who.graphql(MARK, { input: { key: 'stranger-1', memberId: annId() } });
      expect(JSON.stringify(answer)).toMatch(/notAllowed|NotAllowedError|NotFoundError/);
    }
    expect(await stage.placed()).toEqual(before);
  });

  it('moves a sick person’s day by promise and capacity, each task once, and tells everybody whose list it changes', async () => {
    const stream = await openStream(test.url, stage.browsers.cal, DAY_CHANGED);
    const input = { key: 'ann-away-1', memberId: annId(), until: '2026-11-24' };
    const marked = await stage.change(stage.browsers.max, MARK, input);
    expect(marked).toMatchObject({ __typename: 'AbsenceChangeSuccess', moved: 23 });
    absenceId = marked.absence?.id ?? '';
    const after = await stage.placed();
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after.map(({ ownerId }) => ownerId)).toEqual(before.map(({ ownerId }) => ownerId));
    const { ann, bea } = stage.store;
    const names = new Map([
      [ann.memberId, 'Ann'],
      [bea.memberId, 'Bea'],
      [stage.cal.memberId, 'Cal'],
    ]);
    expect(countBy(after, ({ memberId }) => names.get(memberId ?? ''))).toEqual({ Cal: 25, Bea: 18 });
    const promises = after.filter(({ urgency }) => urgency === 'promise');
    expect(promises.map(({ memberId }) => memberId)).toEqual(promises.map(() => stage.cal.memberId));
    expect(await stream.next()).toEqual({
      data: { dayChanged: { memberId: encodeGlobalId('Member', stage.cal.memberId) } },
    });
    stream.close();
    expect((await ask<{ workPlan: { left: number } }>(stage.browsers.ann, WORK_PLAN)).workPlan.left).toBe(0);
    expect(await stage.change(stage.browsers.max, MARK, input)).toEqual(marked);
    expect(await differences()).toEqual([]);
  });

  it('refuses to mark somebody away twice, backwards, or for a day that is over', async () => {
    const mark = (key: string, days: object) =>
      stage.change(stage.browsers.max, MARK, { key, memberId: annId(), ...days });
    const codes = async (key: string, days: object) => (await mark(key, days)).reasons?.map(({ code }) => code);
    expect(await codes('ann-again-1', {})).toEqual(['absence.overlaps']);
    expect(await codes('ann-again-2', { from: '2026-11-27', until: '2026-11-26' })).toEqual(['absence.backwards']);
    expect(await codes('ann-again-3', { from: '2026-11-23' })).toEqual(['absence.past']);
  });

  it('brings back what is not done yet when the person is back, and the rest stays done', async () => {
    const { tasks } = (
      await ask<{ workPlan: { tasks: readonly { id: string; customerName: string }[] } }>(stage.browsers.cal, WORK_PLAN)
    ).workPlan;
    const promise = tasks.find(({ customerName }) => customerName.startsWith('Promise'));
    await test.setClock(plus(TUESDAY_10, HOUR));
    await ask(stage.browsers.cal, LOG, {
      input: { key: 'cal-calls-1', taskId: promise?.id, disposition: 'spoke' },
    });
    await test.setClock(plus(TUESDAY_10, 2 * HOUR));
    const back = await stage.change(stage.browsers.ann, END, { key: 'ann-back-1', absenceId });
    expect(back).toMatchObject({ __typename: 'AbsenceChangeSuccess', moved: 22 });
    const after = await stage.placed();
    expect(after.filter(({ ownerId }) => ownerId === stage.store.ann.memberId)).toHaveLength(22);
    for (const { ownerId, memberId, placement } of after) {
      expect([memberId, placement]).toEqual([ownerId, 'listed']);
    }
    expect(await stage.change(stage.browsers.ann, END, { key: 'ann-back-1', absenceId })).toEqual(back);
    const again = await stage.change(stage.browsers.ann, END, { key: 'ann-back-2', absenceId });
    expect(again.reasons?.map(({ code }) => code)).toEqual(['absence.over']);
    expect(await differences()).toEqual([]);
  });

  it('tells who comes back what happened with the customers, until it was looked at', async () => {
    const { whileAway } = await ask<AwayData>(stage.browsers.ann, WHILE_AWAY);
    expect(whileAway).toMatchObject({ absenceId, from: '2026-11-24', backOn: '2026-11-24' });
    expect(whileAway?.events.map(({ kind, disposition, member }) => [kind, disposition, member?.name])).toEqual([
      ['activity', 'spoke', 'Cal'],
    ]);
    expect(whileAway?.events[0]?.customerName).toMatch(/^Promise/);
    expect((await ask<AwayData>(stage.browsers.cal, WHILE_AWAY)).whileAway).toBeNull();
    const input = { key: 'ann-looked-1', absenceId };
    const others = await stage.change(stage.browsers.cal, CATCH_UP, { ...input, key: 'cal-looks-1' });
    expect(others.__typename).toBe('NotFoundError');
    for (const _ of [1, 2]) {
      expect((await stage.change(stage.browsers.ann, CATCH_UP, input)).__typename).toBe('CatchUpSuccess');
    }
    expect((await ask<AwayData>(stage.browsers.ann, WHILE_AWAY)).whileAway).toBeNull();
  });

  it('plans the days of a longer absence without the person, and the day after it with the person again', async () => {
    const input = { key: 'ann-trip-1', memberId: annId(), from: '2026-11-25', until: '2026-11-27', why: 'vacation' };
    const marked = await stage.change(stage.browsers.ann, MARK, input);
    expect(marked).toMatchObject({ moved: 0, absence: { from: '2026-11-25', until: '2026-11-27' } });
    const isAnns = ({ memberId, placement }: StoredPlace) =>
      memberId === stage.store.ann.memberId && (placement === 'listed' || placement === 'handedOver');
    await stage.goTo(plus(TUESDAY_10, DAY_24H));
    expect((await stage.placed('2026-11-25')).filter(isAnns)).toEqual([]);
    expect(await differences()).toEqual([]);
    await stage.goTo(plus(TUESDAY_10, 4 * DAY_24H + MINUTE));
    const saturday = await stage.placed('2026-11-28');
    expect(saturday.filter(({ ownerId }) => ownerId === stage.store.ann.memberId).every(isAnns)).toBe(true);
    expect(saturday.some(isAnns)).toBe(true);
    expect(await differences()).toEqual([]);
  });
});
