import { HOUR, MINUTE, plus, SECOND } from '@beback/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../src/database/new-id.ts';
import { encodeGlobalId } from '../src/graphql/global-id.ts';
import { verifyStore } from '../src/modules/verify/verify-store.ts';
import { type Clock, type ClockStage, openClockStage, UNANSWERED } from './support/clock-stage.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { type TestServer, TUESDAY_10 } from './support/test-server.ts';

describe.each(ENGINES)('S17 one clock on %s', (engine) => {
  let stage: ClockStage;
  beforeAll(async () => {
    stage = await openClockStage(engine);
  }, OPENING_MS);
  afterAll(() => stage.test.close());
  beforeEach(() => stage.test.setClock(TUESDAY_10));

  it('starts at receipt, is late after 5 minutes, hands over after 15, goes to a manager after 30', async () => {
    const lead = await stage.arrive('Abel');
    expect(await stage.waitingCall(lead.mine, lead)).toMatchObject({
      firstResponse: {
        state: 'running',
        receivedAt: stage.iso(0),
        wallSeconds: 0,
        openSeconds: 0,
        step: 'call',
        nextStep: 'late',
        nextStepAt: stage.iso(5 * MINUTE),
        pausedBy: null,
        open: true,
        openChangesAt: stage.iso(10 * HOUR),
        heldBy: { name: lead.owner },
      },
    });
    await stage.pass(5 * MINUTE);
    expect(await stage.clockOf(lead)).toMatchObject({ step: 'late', openSeconds: 300, heldBy: { name: lead.owner } });
    expect(await stage.waitingCall(lead.other, lead)).toBeUndefined();

    await stage.pass(15 * MINUTE);
    const handed = await stage.waitingCall(lead.other, lead);
    expect(handed?.reasons.map(({ text }) => text)).toContain(
      `Unanswered for 15 min of opening hours: handed on from ${lead.owner}.`,
    );
    expect(await stage.clockOf(lead)).toMatchObject({ step: 'handOver', heldBy: { name: lead.otherName } });
    // The owner stays the owner, and keeps it before the eyes.
    expect((await stage.leadOf(lead)).opportunity.owner.name).toBe(lead.owner);
    expect((await stage.waitingCall(lead.mine, lead))?.id).toBe(handed?.id);
    expect(await stage.waitingCall(stage.max, lead)).toBeUndefined();

    await stage.pass(29 * MINUTE);
    expect((await stage.waitingCall(lead.other, lead))?.reasons[0]).toBeDefined();
    await stage.pass(30 * MINUTE);
    expect((await stage.waitingCall(stage.max, lead))?.reasons.map(({ text }) => text)).toContain(
      `Unanswered for 30 min of opening hours: handed on from ${lead.otherName}.`,
    );
    expect(await stage.waitingCall(lead.other, lead)).toBeUndefined();
    expect(await stage.waitingCall(lead.mine, lead)).toBeDefined();
    expect(await stage.clockOf(lead)).toMatchObject({ step: 'manager', nextStepAt: null, heldBy: { name: 'Max' } });
  });

  it('ends for all when anybody answers first, and tells everybody whose list it was on', async () => {
    const lead = await stage.arrive('Bram');
    await stage.pass(15 * MINUTE);
    const task = await stage.waitingCall(lead.other, lead);
    const heard: string[] = [];
    const stop = await listen(stage.test, heard);
    expect((await stage.log(lead.other, task, 'leftMessage')).data?.logActivity.__typename).toBe('LogActivitySuccess');
    await stop();
    expect(new Set(heard)).toEqual(new Set([stage.test.ours.ana.memberId, stage.beaId]));
    expect(await stage.clockOf(lead)).toMatchObject({
      state: 'stopped',
      provisional: true,
      inTime: false,
      stoppedAt: stage.iso(15 * MINUTE),
      stoppedBy: { name: lead.otherName },
      heldBy: null,
    });
    for (const browser of [stage.ana, stage.bea, stage.max])
      expect(await stage.waitingCall(browser, lead)).toBeUndefined();
  });

  it('lets one of two who answer at once be the first, and tells the other', async () => {
    const lead = await stage.arrive('Cleo');
    await stage.pass(15 * MINUTE);
    const task = await stage.waitingCall(lead.mine, lead);
    const answers = await Promise.all([
      stage.log(lead.mine, task, 'leftMessage'),
      stage.log(lead.other, task, 'spoke'),
    ]);
    expect(answers.map(({ data }) => data?.logActivity.__typename).sort()).toEqual([
      'LogActivitySuccess',
      'RefusedError',
    ]);
    expect(
      answers.flatMap(({ data }) => (data?.logActivity as { reasons?: object[] } | undefined)?.reasons ?? []),
    ).toEqual([{ code: 'activity.taskSettled' }]);
  });

  it('runs a lead of the night from opening, and tells both times', async () => {
    await stage.pass(13 * HOUR);
    const lead = await stage.arrive('Dina');
    expect(await stage.clockOf(lead)).toMatchObject({
      step: 'call',
      open: false,
      pausedBy: 'closing',
      pausedUntil: stage.iso(22 * HOUR),
      nextStepAt: stage.iso(22 * HOUR + 5 * MINUTE),
    });
    await stage.pass(22 * HOUR + 14 * MINUTE);
    expect(await stage.clockOf(lead)).toMatchObject({
      step: 'late',
      wallSeconds: (9 * HOUR + 14 * MINUTE) / SECOND,
      openSeconds: (14 * MINUTE) / SECOND,
      heldBy: { name: lead.owner },
    });
    await stage.pass(22 * HOUR + 15 * MINUTE);
    expect(await stage.clockOf(lead)).toMatchObject({ step: 'handOver', heldBy: { name: lead.otherName } });
  });

  it('begins the next day with who had it when the store closed', async () => {
    const closing = 10 * HOUR;
    await stage.pass(closing - 31 * MINUTE);
    const lead = await stage.arrive('Egon');
    await stage.pass(closing - MINUTE);
    expect(await stage.clockOf(lead)).toMatchObject({ step: 'manager', heldBy: { name: 'Max' } });
    await stage.pass(22 * HOUR);
    expect(await stage.clockOf(lead)).toMatchObject({ step: 'manager', heldBy: { name: 'Max' } });
    const call = await stage.waitingCall(stage.max, lead);
    expect(call?.reasons.map(({ code }) => code)).toContain('routing.handedOn');
  });

  it('pauses its steps while the law lets nobody call the customer', async () => {
    // Ten in Chicago is six in Honolulu, which may be called from eight on.
    const lead = await stage.arrive('Flora', '808');
    await stage.pass(HOUR);
    expect(await stage.clockOf(lead)).toMatchObject({
      step: 'call',
      openSeconds: 3600,
      pausedBy: 'law',
      pausedUntil: stage.iso(2 * HOUR),
      nextStepAt: stage.iso(2 * HOUR + 5 * MINUTE),
      heldBy: { name: lead.owner },
    });
    await stage.pass(2 * HOUR + 14 * MINUTE);
    expect(await stage.clockOf(lead)).toMatchObject({ step: 'late', pausedBy: null });
    expect(await stage.waitingCall(lead.other, lead)).toBeUndefined();
    await stage.pass(2 * HOUR + 15 * MINUTE);
    expect(await stage.waitingCall(lead.other, lead)).toBeDefined();
  });

  it('is not stopped by what the server sends by itself, nor by a template that was sent unchanged', async () => {
    const lead = await stage.arrive('Gita');
    await stage.pass(MINUTE);
    const memberId = stage.beaId;
    await stage.tell(lead, { kind: 'message.sent', data: { channel: 'email', purpose: 'replyToInquiry' } });
    const sent = { memberId, channel: 'text', disposition: 'sent', phones: [] };
    await stage.tell(lead, { kind: 'activity.logged', data: { ...sent, unchangedTemplate: true } });
    await stage.pass(6 * MINUTE);
    const clock = await stage.clockOf(lead);
    expect(clock).toMatchObject({ state: 'running', step: 'late' });
    expect(clock?.reasons.map(({ code }) => code)).toEqual([
      'firstResponse.late',
      'firstResponse.autoReply',
      'firstResponse.unchangedTemplate',
    ]);
    await stage.tell(lead, { kind: 'activity.logged', data: sent });
    expect(await stage.clockOf(lead)).toMatchObject({
      state: 'stopped',
      provisional: false,
      stoppedBy: { name: 'Bea' },
    });
  });

  it('takes nothing but what was sent for a template', async () => {
    const lead = await stage.arrive('Hana');
    const call = await stage.waitingCall(lead.mine, lead);
    const wrong = await stage.log(lead.mine, call, 'leftMessage', { unchangedTemplate: true });
    expect(wrong.data?.logActivity.__typename).toBe('InputError');
  });

  it.each([
    ['a documented call of 25 s stops it', 'spoke', 25, 'stopped', 0],
    ['a ring of 10 s does not, whatever was claimed', 'leftMessage', 10, 'running', 2 * HOUR],
    [
      'a claim that no record shows does not, once the feed has passed it',
      'leftMessage',
      undefined,
      'running',
      4 * HOUR,
    ],
  ] as const)('%s', async (_, disposition, seconds, state, from) => {
    // Feeds never go back: each case has hours of its own.
    await stage.pass(from);
    const lead = await stage.arrive({ 25: 'Ines', 10: 'Irma', 0: 'Isla' }[seconds ?? 0]);
    await stage.pass(from + 4 * MINUTE);
    expect((await stage.log(lead.mine, await stage.waitingCall(lead.mine, lead), disposition)).errors).toBeUndefined();
    expect(await stage.clockOf(lead)).toMatchObject({ state: 'stopped', provisional: true, inTime: true });
    const responses = () =>
      stage.test.database.asOwner<{ n: number }>(
        'select count(*)::int as n from lead_response where opportunity_id = (select opportunity_id from lead order by id desc limit 1)',
      );
    expect(await responses()).toEqual([{ n: 1 }]);

    await stage.test.setClock(plus(TUESDAY_10, from + 32 * MINUTE));
    const call = { sid: newId(), at: plus(TUESDAY_10, from + 3 * MINUTE) };
    const to = seconds === undefined ? '+13125550199' : lead.phone;
    await stage.upload([{ ...call, to, ...(seconds !== undefined && { seconds }) }], from + 32 * MINUTE);
    expect(await stage.clockOf(lead)).toMatchObject({ state, provisional: false });
    if (state === 'stopped') return;
    expect(await responses()).toEqual([{ n: 0 }]);
    // As if nobody had ever said anything: it is the manager's by now.
    expect(await stage.clockOf(lead)).toMatchObject({ step: 'manager', heldBy: { name: 'Max' } });
    expect((await stage.clockOf(lead))?.reasons.map(({ code }) => code)).toContain(
      seconds === undefined ? 'firstResponse.notDocumented' : 'firstResponse.shortRing',
    );
    expect(await stage.waitingCall(stage.max, lead)).toBeDefined();
  });

  it('tells a manager who waits for an answer in the store, the latest first, and nobody else', async () => {
    const [early, late] = [await stage.arrive('Juno'), await stage.arrive('Kaya')];
    await stage.test.setClock(plus(TUESDAY_10, MINUTE));
    const last = await stage.arrive('Lola');
    const { data } = await stage.max.graphql<{
      unansweredLeads: {
        total: number;
        leads: readonly { customerName: string; source: string; firstResponse: Clock }[];
      };
    }>(UNANSWERED, { storeId: stage.storeId });
    const names = data?.unansweredLeads.leads.map(({ customerName }) => customerName) ?? [];
    expect(data?.unansweredLeads.total).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining([early, late, last].map(({ first }) => `${first} Delgado`)));
    expect(names.indexOf('Lola Delgado')).toBeLessThan(names.indexOf('Juno Delgado'));
    expect(data?.unansweredLeads.leads[names.indexOf('Juno Delgado')]).toMatchObject({
      source: 'Cars.example',
      vehicle: '2026 Ford Bronco',
      owner: { name: early.owner },
      firstResponse: { state: 'running', wallSeconds: 60, heldBy: { name: early.owner } },
    });
    expect((await stage.ana.graphql(UNANSWERED, { storeId: stage.storeId })).errors?.length).toBe(1);
    const toyota = encodeGlobalId('Store', stage.test.ours.toyota.storeId);
    expect((await stage.max.graphql(UNANSWERED, { storeId: toyota })).errors?.length).toBe(1);
  });

  it('agrees with the facts after all of it', async () => {
    await stage.pass(24 * HOUR);
    const group = stage.test.resources.gateway.enterGroup(stage.test.ours.groupId);
    const { seal, clock } = stage.test.resources;
    expect(await verifyStore(group, stage.test.ours.groupId, stage.test.ours.ford.storeId, seal, clock.now())).toEqual(
      [],
    );
  });
});

// Helpers

/** Whose days are said to have changed, until it is stopped. */
async function listen({ resources, ours }: TestServer, heard: string[]): Promise<() => Promise<void>> {
  const ending = new AbortController();
  const events = resources.events.subscribe(ours.groupId, () => true, { signal: ending.signal });
  const reading = (async () => {
    for await (const event of events) if (event.kind === 'dayChanged') heard.push(event.memberId);
  })();
  return async () => {
    while (new Set(heard).size < 2) await new Promise((resolve) => setImmediate(resolve));
    ending.abort();
    await reading;
  };
}
