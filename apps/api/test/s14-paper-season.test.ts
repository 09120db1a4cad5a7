import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../src/database/new-id.ts';
import { encodeGlobalId, idOf } from '../src/graphql/global-id.ts';
import { adf } from './support/adf.ts';
import { makeAuditor } from './support/make-auditor.ts';
import { chicago, isoOf, openPaperStage, type PaperStage } from './support/paper-stage.ts';
import { clientOperation, leadsOf, postAdf } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';

// The clock begins on Tuesday the 24th at ten; the store is open from eight to eight.
const TUESDAY = '2026-11-24';

describe.each(ENGINES)('S14 results from paper on %s', (engine) => {
  let stage: PaperStage;
  let abel: Awaited<ReturnType<PaperStage['arrive']>>;
  let bram: Awaited<ReturnType<PaperStage['arrive']>>;
  beforeAll(async () => {
    stage = await openPaperStage(engine);
    abel = await stage.arrive('Abel');
    bram = await stage.arrive('Bram');
  }, OPENING_MS);
  afterAll(() => stage.test.close());

  it('gives each task on a day’s list a short code, and shows the same for keying in', async () => {
    expect(abel.task.sheetCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}$/);
    const { today, tasks } = await stage.onPaper(stage.max, { memberId: abel.memberId, day: TUESDAY });
    expect(today).toBe(TUESDAY);
    expect(tasks.find(({ id }) => id === abel.task.id)).toMatchObject({
      sheetCode: abel.task.sheetCode,
      state: 'due',
      customerName: 'Abel Delgado',
    });
  });

  it('lets a manager key in on Thursday what was done on Tuesday, and counts it on Tuesday', async () => {
    await stage.goTo('2026-11-26T09:00');
    const keyed = await stage.keyIn(stage.max, {
      memberId: abel.memberId,
      taskId: abel.task.id,
      day: TUESDAY,
      disposition: 'leftMessage',
      note: 'Asked for the hybrid',
    });
    expect(keyed).toMatchObject({
      __typename: 'KeyInResultSuccess',
      activity: { at: isoOf('2026-11-24T20:00'), recordedAt: isoOf('2026-11-26T09:00') },
      task: { state: 'done' },
    });
    expect(await stage.proofOf(keyed.activity?.id)).toMatchObject({ proof: { kind: 'pending' } });
    expect(await stage.measuresOf(TUESDAY)).toMatchObject({ activities: 1, claims: 1 });
    expect(await stage.measuresOf('2026-11-26')).toMatchObject({ activities: 0, claims: 0 });

    // Eleven in the morning of the day that was noted: no other day's call would do.
    await stage.upload([{ sid: 'CA0', to: abel.number, at: chicago('2026-11-25T11:00') }], '2026-11-24T20:30');
    expect(await stage.proofOf(keyed.activity?.id)).toMatchObject({ proof: { kind: 'pending' } });
    await stage.upload([{ sid: 'CA1', to: abel.number, at: chicago('2026-11-24T11:00') }], '2026-11-26T08:00');
    expect(await stage.proofOf(keyed.activity?.id)).toMatchObject({
      member: { name: abel.browser === stage.ana ? 'Ana' : 'Bea' },
      proof: { kind: 'verified', reasons: [{ code: 'proof.documentedOnDay' }] },
    });
    expect(await stage.measuresOf(TUESDAY)).toMatchObject({ claims: 1, documented: 1 });
    await stage.expectVerified();
  });

  it('takes a result by its time too, for a task that was given up meanwhile', async () => {
    const { tasks } = await stage.onPaper(bram.browser, { day: TUESDAY });
    const first = tasks.find(({ id }) => id === bram.task.id);
    expect(first?.state).toBe('missed');
    expect(await stage.measuresOf(TUESDAY)).toMatchObject({ callStepsDone: 1 });
    const keyed = await stage.keyIn(bram.browser, {
      taskId: bram.task.id,
      day: TUESDAY,
      time: '10:04',
      disposition: 'leftMessage',
    });
    expect(keyed).toMatchObject({ activity: { at: isoOf('2026-11-24T10:04') }, task: { state: 'done' } });
    // The feed has passed Tuesday, and has no such call.
    expect(await stage.proofOf(keyed.activity?.id)).toMatchObject({ proof: { kind: 'unmatched' } });
    await stage.upload([{ sid: 'CA2', to: bram.number, at: chicago('2026-11-24T10:03') }], '2026-11-26T08:00');
    expect(await stage.proofOf(keyed.activity?.id)).toMatchObject({
      proof: { kind: 'verified', reasons: [{ code: 'proof.documented' }] },
    });
    expect(await stage.measuresOf(TUESDAY)).toMatchObject({ callStepsDone: 2, documented: 2 });
    await stage.expectVerified();
  });

  it('shows what is keyed in as done, and takes it no second time', async () => {
    const { tasks } = await stage.onPaper(stage.max, { memberId: abel.memberId, day: TUESDAY });
    expect(tasks.find(({ id }) => id === abel.task.id)?.state).toBe('done');
    expect(
      await stage.keyIn(stage.max, {
        memberId: abel.memberId,
        taskId: abel.task.id,
        day: TUESDAY,
        disposition: 'spoke',
      }),
    ).toMatchObject({ __typename: 'RefusedError', reasons: [{ code: 'paper.keyedInByAnother' }] });
  });

  it('answers a result that is sent twice as the first time', async () => {
    const cleo = await stage.arrive('Cleo');
    const input = { key: newId(), taskId: cleo.task.id, day: '2026-11-26', disposition: 'noAnswer' };
    const first = await stage.keyIn(cleo.browser, input);
    expect(first).toMatchObject({ activity: { at: isoOf('2026-11-26T09:00') } });
    expect(await stage.keyIn(cleo.browser, input)).toEqual(first);
  });

  it('refuses a day ahead, before the task arose, too long ago, and changes nothing', async () => {
    const dina = await stage.arrive('Dina');
    const refusal = async (input: object) =>
      (await stage.keyIn(dina.browser, { taskId: dina.task.id, disposition: 'noAnswer', ...input })).reasons?.[0]?.code;
    expect(await refusal({ day: '2026-11-27' })).toBe('paper.future');
    expect(await refusal({ day: '2026-11-26', time: '09:01' })).toBe('paper.future');
    expect(await refusal({ day: '2026-11-25' })).toBe('paper.beforeTask');
    expect(await refusal({ day: '2026-11-26', time: '08:59' })).toBe('paper.beforeTask');
    expect(await refusal({ day: '2026-11-11' })).toBe('paper.tooLate');
    expect(
      await stage.keyIn(dina.browser, { taskId: dina.task.id, day: '2026-11-26', time: '9', disposition: 'sent' }),
    ).toMatchObject({ __typename: 'InputError', field: 'time' });
    const { tasks } = await stage.onPaper(dina.browser, {});
    expect(tasks.find(({ id }) => id === dina.task.id)?.state).toBe('due');
  });

  it('wants the time of an appointment that was set, and records it', async () => {
    const emil = await stage.arrive('Emil');
    const input = { taskId: emil.task.id, day: '2026-11-26', time: '09:00', disposition: 'appointmentSet' };
    expect(await stage.keyIn(emil.browser, input)).toMatchObject({ __typename: 'InputError', field: 'appointmentAt' });
    const at = (time: string) => ({ ...input, appointment: { day: '2026-11-28', time } });
    expect(await stage.keyIn(emil.browser, at('21:00'))).toMatchObject({ field: 'appointmentAt' });
    expect(await stage.keyIn(emil.browser, at('16:30'))).toMatchObject({ task: { state: 'done' } });
    const [fact] = await stage.test.database.asOwner<{ data: { startsAt: number } }>(
      `select data from fact where kind = 'appointment.set' and group_id::text = $1`,
      [stage.test.ours.groupId],
    );
    expect(fact?.data.startsAt).toBe(chicago('2026-11-28T16:30'));
    await stage.expectVerified();
  });

  it('takes a colleague’s sheet from nobody but who runs the store’s days', async () => {
    const fred = await stage.arrive('Fred');
    const input = { taskId: fred.task.id, day: '2026-11-26', disposition: 'noAnswer' };
    expect(await stage.keyIn(fred.other, { ...input, memberId: fred.memberId })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    // Nor is it the colleague's own.
    expect(await stage.keyIn(fred.other, input)).toMatchObject({ __typename: 'NotAllowedError' });
    // Who may look at everybody's day, but runs nobody's.
    const audrey = await makeAuditor(stage.test);
    expect(await stage.keyIn(audrey, { ...input, memberId: fred.memberId })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    const stand = { ...input, memberId: fred.browser === stage.ana ? stage.memberId.bea : stage.memberId.ana };
    expect(await stage.keyIn(stage.max, stand)).toMatchObject({ __typename: 'KeyInResultSuccess' });
    await stage.expectVerified();
  });

  it('judges a call of which the day alone is known by every hour of that day, and by what was said before it', async () => {
    // At closing it is nine in the evening in Florida.
    const gina = await stage.arrive('Gina', '305');
    await stage.goTo('2026-11-28T10:00');
    await change('record-revocation', gina.task.id, {
      how: 'call',
      channel: 'all',
      purpose: 'all',
      words: 'Never call again.',
    });
    const input = { memberId: gina.memberId, taskId: gina.task.id, disposition: 'noAnswer' };
    expect(await stage.keyIn(stage.max, { ...input, day: '2026-11-26' })).toMatchObject({ task: { state: 'done' } });
    expect(await keptVerdict(gina.task.id)).toBe('allowed');
  });

  it('lets a STOP that stands on a sheet without its hour count from the first moment possible', async () => {
    const hugo = await stage.arrive('Hugo');
    const arrived = new Date(stage.test.resources.clock.now()).toISOString();
    await stage.goTo('2026-11-30T09:00');
    await stage.keyIn(stage.max, {
      ...{ memberId: hugo.memberId, taskId: hugo.task.id, day: '2026-11-28', disposition: 'spoke' },
      note: 'Take me off your list!',
    });
    const [fact] = await stage.test.database.asOwner<{ at: Date }>(
      `select f.at from fact f join touch t on t.group_id = f.group_id and t.id = $1
         join opportunity o on o.group_id = t.group_id and o.id = t.opportunity_id
        where f.customer_id = o.customer_id and f.kind = 'consent.revoked'`,
      [touchId(hugo.task.id)],
    );
    expect(fact?.at.toISOString()).toBe(arrived);
    await stage.expectVerified();
  });

  it('lets such a STOP outweigh what was agreed to on that day', async () => {
    const lena = await stage.arrive('Lena');
    await stage.goTo('2026-11-30T10:00');
    await change('record-consent', lena.task.id, { how: 'call', channel: 'call', purpose: 'all', words: 'Do call.' });
    await stage.goTo('2026-11-30T14:00');
    await stage.keyIn(stage.max, {
      ...{ memberId: lena.memberId, taskId: lena.task.id, day: '2026-11-30', disposition: 'spoke' },
      note: 'Take me off your list!',
    });
    const revoked = await stage.test.database.asOwner<{ at: Date }>(
      `select f.at from fact f join touch t on t.group_id = f.group_id and t.id = $1
         join opportunity o on o.group_id = t.group_id and o.id = t.opportunity_id
        where f.customer_id = o.customer_id and f.kind = 'consent.revoked' order by f.at`,
      [touchId(lena.task.id)],
    );
    expect(revoked.map(({ at }) => at.toISOString())).toEqual([isoOf('2026-11-30T09:00'), isoOf('2026-11-30T14:00')]);
    await stage.expectVerified();
  });

  it('counts what was done on the day of a sale for the task, and takes the same line once', async () => {
    const ines = await stage.arrive('Ines');
    await stage.goTo('2026-11-30T15:00');
    await change('mark-delivered', ines.task.id);
    await stage.goTo('2026-12-01T09:00');
    const before = await stage.measuresOf('2026-11-30');
    const input = { memberId: ines.memberId, taskId: ines.task.id, day: '2026-11-30', disposition: 'leftMessage' };
    expect(await stage.keyIn(stage.max, input)).toMatchObject({ task: { state: 'done' } });
    expect(await stage.measuresOf('2026-11-30')).toMatchObject({
      activities: (before?.['activities'] ?? 0) + 1,
      callStepsDone: (before?.['callStepsDone'] ?? 0) + 1,
    });
    await stage.expectVerified();
  });

  it('lets such a STOP outweigh an inquiry of that day at another store', async () => {
    const mona = await stage.arrive('Mona');
    await stage.goTo('2026-12-01T10:00');
    const phone = mona.number.replace(/^\+1(...)(...)/, '$1-$2-');
    await leadsOf(await postAdf(stage.test.url, stage.test.ours.toyota.intakeKey, adf({ first: 'Mona', phone })));
    const text = 'query ($id: ID!) { consents(opportunityId: $id) { standing { channel purpose verdict } } }';
    const replies = async () => {
      const id = await opportunityOf(mona.task.id);
      return (await stage.answer<{ consents: { standing: unknown } }>(stage.max, text, { id })).consents.standing;
    };
    const byCall = { channel: 'call', purpose: 'replyToInquiry' };
    expect(await replies()).toContainEqual({ ...byCall, verdict: 'allowed' });
    await stage.goTo('2026-12-01T14:00');
    await stage.keyIn(stage.max, {
      ...{ memberId: mona.memberId, taskId: mona.task.id, day: '2026-12-01', disposition: 'spoke' },
      note: 'Never contact me again.',
    });
    expect(await replies()).toContainEqual({ ...byCall, verdict: 'never' });
    await stage.expectVerified();
  });

  it('takes a line once, also where it came too late to change its task', async () => {
    const jule = await stage.arrive('Jule');
    await stage.goTo('2026-12-01T15:00');
    await change('mark-delivered', jule.task.id);
    await stage.goTo('2026-12-02T09:00');
    const input = { memberId: jule.memberId, taskId: jule.task.id, disposition: 'leftMessage' };
    const after = { ...input, day: '2026-12-01', time: '16:00' };
    expect(await stage.keyIn(stage.max, after)).toMatchObject({ __typename: 'KeyInResultSuccess' });
    const before = await stage.measuresOf('2026-12-01');
    const again = await stage.keyIn(stage.max, after);
    expect(again).toMatchObject({ __typename: 'RefusedError', reasons: [{ code: 'paper.keyedInByAnother' }] });
    expect(await stage.measuresOf('2026-12-01')).toEqual(before);
    await stage.expectVerified();
  });

  it('leaves the oldest out where there is more than anybody keys in of a day', async () => {
    const kira = await stage.arrive('Kira');
    await stage.test.database.asOwner(
      `insert into touch select (jsonb_populate_record(t, jsonb_build_object(
                'id', t.id || i, 'window_from', t.window_from - i * interval '1 hour',
                'deadline', t.deadline - i * interval '1 hour'))).*
         from touch t, generate_series(1, 300) i where t.id = $1`,
      [touchId(kira.task.id)],
    );
    const { tasks } = await stage.onPaper(kira.browser, {});
    expect(tasks).toHaveLength(300);
    expect(tasks.some(({ id }) => id === kira.task.id)).toBe(true);
  });

  // Helpers

  const touchId = (globalId: string): string => idOf('Task', globalId);
  const keptVerdict = async (taskId: string) => {
    const [row] = await stage.test.database.asOwner<{ kind: string }>(
      `select v.verdict ->> 'kind' as kind from activity_verdict v
         join fact f on f.group_id = v.group_id and f.id = v.fact_id where f.data ->> 'touchId' = $1`,
      [touchId(taskId)],
    );
    return row?.kind;
  };
  const opportunityOf = async (taskId: string) => {
    const [row] = await stage.test.database.asOwner<{ id: string }>(
      'select opportunity_id as id from touch where id = $1',
      [touchId(taskId)],
    );
    return encodeGlobalId('Opportunity', row?.id ?? '');
  };
  const change = async (name: string, taskId: string, more: object = {}) => {
    const input = { key: newId(), opportunityId: await opportunityOf(taskId), ...more };
    const [answer] = Object.values(
      await stage.answer<Record<string, { readonly __typename: string }>>(stage.max, clientOperation(name), { input }),
    );
    expect(answer?.__typename).toMatch(/Success$/);
  };
});
