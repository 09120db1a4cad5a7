import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../src/database/new-id.ts';
import { makeAuditor } from './support/make-auditor.ts';
import { chicago, isoOf, openPaperStage, type PaperStage } from './support/paper-stage.ts';
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
    ).toMatchObject({ __typename: 'RefusedError', reasons: [{ code: 'activity.taskSettled' }] });
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
});
