import { logActivity, openDays } from '@beback/client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DayStage, heading, tap } from '../../test/support/day-stage.ts';
import { at, makeTask, makeTasks } from '../../test/support/make.ts';
import { expectAccessible, inside, textOf } from '../../test/support/page.ts';
import { failing } from '../../test/support/stub-api.ts';
import type { TaskList } from './task-list.ts';

const MONDAY = { from: '2026-11-23T15:00:00.000Z', until: '2026-11-24T01:00:00.000Z' };
const TUESDAY = { from: '2026-11-24T15:00:00.000Z', until: '2026-11-25T01:00:00.000Z' };
const DAYS = {
  openDays: {
    zone: 'America/Chicago',
    days: [
      { day: '2026-11-23', spans: [MONDAY] },
      { day: '2026-11-24', spans: [TUESDAY] },
    ],
  },
};

let day: DayStage;

beforeEach(() => {
  day = new DayStage();
  day.api.on(openDays, () => DAYS);
});

const pick = async (list: TaskList, dayWords: string, time: string) => {
  await vi.waitFor(() => expect(textOf(list)).toContain(dayWords));
  await tap(list, dayWords);
  const select = inside<HTMLSelectElement>(list, '.when select');
  const option = [...select.options].find(({ text }) => text.trim() === time);
  if (option === undefined) throw new Error(`no time ${time}`);
  select.value = option.value;
  select.dispatchEvent(new Event('change'));
  await list.updateComplete;
};
const lastInput = () => day.api.callsOf(logActivity).at(-1)?.variables;

describe('S05 <beback-task-list> agrees on times', () => {
  it('asks of an appointment that was set day and time, from the store’s opening hours', async () => {
    const list = await day.show(makeTasks(2));
    inside(list, 'fieldset summary').click();
    await tap(list, 'appointment set');
    await tap(list, 'Log: appointment set');
    expect(textOf(list)).toContain('Choose day and time first.');
    expect(heading(list)).toBe('Ann Lee');
    await pick(list, '24 Tue', '10:30 AM');
    await expectAccessible(list);
    await tap(list, 'Log: appointment set');
    expect(heading(list)).toBe('Bo Ruiz');
    await vi.waitFor(() =>
      expect(lastInput()).toMatchObject({
        input: { disposition: 'appointmentSet', appointmentAt: '2026-11-24T16:30:00.000Z' },
      }),
    );
  });

  it('promises a call with whatever else is logged, and begins anew on the next card', async () => {
    const list = await day.show(makeTasks(2));
    inside(list, '.promising summary').click();
    await pick(list, '23 Mon', '9:00 AM');
    expect(textOf(list)).toContain('Call promised: Mon, Nov 23, 9:00 AM');
    await tap(list, 'left message');
    await tap(list, 'Log: left message');
    await vi.waitFor(() =>
      expect(lastInput()).toMatchObject({
        input: { disposition: 'leftMessage', promiseAt: '2026-11-23T15:00:00.000Z' },
      }),
    );
    expect(heading(list)).toBe('Bo Ruiz');
    expect(textOf(list)).toContain('Promise a call');
    await tap(list, 'left message');
    await tap(list, 'Log: left message');
    await vi.waitFor(() => expect(day.api.callsOf(logActivity)).toHaveLength(2));
    expect(lastInput()).not.toHaveProperty('input.promiseAt');
  });

  it('shows the appointment to confirm and confirms it in one tap', async () => {
    const appointmentAt = at('15:00');
    const list = await day.show([makeTask({ purpose: 'appointment', appointmentAt }), ...makeTasks(3).slice(1)]);
    expect(textOf(list)).toContain('Appointment: 3:00 PM, not confirmed yet');
    await expectAccessible(list);
    await tap(list, 'appointment confirmed');
    expect(heading(list)).toBe('Bo Ruiz');
    expect(textOf(list)).toContain('Logged: appointment confirmed, Ann Lee.');
    await vi.waitFor(() => expect(lastInput()).toMatchObject({ input: { disposition: 'spoke', confirmed: true } }));
  });

  it.each([
    [
      'is confirmed',
      { appointmentAt: at('15:00'), appointmentConfirmedAt: at('09:00') },
      'Appointment: 3:00 PM, confirmed',
    ],
    ['is over', { appointmentAt: at('08:00') }, 'Appointment: 8:00 AM'],
  ])('offers no confirmation where the appointment %s', async (_, task, words) => {
    const list = await day.show([makeTask(task)]);
    expect(textOf(list)).toContain(words);
    expect(list.shadowRoot?.querySelector('.confirm')).toBeNull();
  });

  it('says when the opening hours cannot be had, and asks again', async () => {
    day.api.on(openDays, () => failing('internal'));
    const list = await day.show(makeTasks(1));
    inside(list, '.promising summary').click();
    await vi.waitFor(() => expect(textOf(list)).toContain('The opening hours could not be fetched.'));
    day.api.on(openDays, () => DAYS);
    await tap(list, 'Try again');
    await vi.waitFor(() => expect(textOf(list)).toContain('23 Mon'));
  });
});
