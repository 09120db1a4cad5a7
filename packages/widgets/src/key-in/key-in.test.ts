import { paperTasks } from '@beback/client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { itBearsAnyPage } from '../../test/support/bearing.ts';
import { fieldOf, KeyInStage, keyedIn, type } from '../../test/support/key-in-stage.ts';
import { press, until } from '../../test/support/morning-stage.ts';
import { expectAccessible, inside, textOf } from '../../test/support/page.ts';

let stage: KeyInStage;

beforeEach(() => {
  sessionStorage.clear();
  stage = new KeyInStage();
});

describe('S14 keying in', () => {
  it('takes a row by code, number and Enter, and is ready for the next', async () => {
    const element = await stage.show();
    await type(element, '7kq2', '3');
    await until(element, '1 saved');
    expect(stage.inputs()).toMatchObject([{ taskId: 'task-7KQ2-Ann Lee', day: '2026-11-21', disposition: 'noAnswer' }]);
    expect(stage.inputs()[0]).not.toHaveProperty('time');
    expect(element.shadowRoot?.activeElement?.id).toBe('code');
    expect(fieldOf(element, 'code').value).toBe('');
    // An O for a zero, an l for a one.
    await type(element, 'oalb', '5');
    await until(element, '2 saved');
    expect(stage.inputs()[1]).toMatchObject({ taskId: 'task-0A1B-Bo Ruiz', disposition: 'sent' });
  });

  it('shows whom a code means before the row is handed in', async () => {
    const element = await stage.show();
    fieldOf(element, 'code').focus();
    await userEvent.keyboard('7KQ2');
    await until(element, 'Ann Lee, Call, 2024 Ford Bronco');
  });

  it('lets two tasks of one code be told apart', async () => {
    const element = await stage.show();
    fieldOf(element, 'code').focus();
    await userEvent.keyboard('same');
    await until(element, 'Which of them');
    const which = inside<HTMLSelectElement>(element, '#task');
    await userEvent.selectOptions(which, 'task-SAME-Eli Stone');
    await userEvent.selectOptions(inside(element, '#outcome'), 'noAnswer');
    press(element, 'Save row');
    await until(element, '1 saved');
    expect(stage.inputs()).toMatchObject([{ taskId: 'task-SAME-Eli Stone' }]);
  });

  it('says which field is not right, goes there, and keeps what was typed', async () => {
    const element = await stage.show();
    await type(element, 'ZZZZ', '3');
    await until(element, 'No task of this sheet has that code');
    expect(fieldOf(element, 'code').value).toBe('ZZZZ');
    expect(inside<HTMLSelectElement>(element, '#outcome').value).toBe('noAnswer');
    expect(element.shadowRoot?.activeElement?.id).toBe('code');
    await expectAccessible(element);

    fieldOf(element, 'code').value = '';
    await type(element, '0A1B', '');
    await until(element, 'That is no outcome of this task (E-mail)');
    expect(element.shadowRoot?.activeElement?.id).toBe('outcome');
    fieldOf(element, 'code').value = '';
    await type(element, 'M4TZ', '');
    await until(element, 'The result for Cy Adler is in already');
    expect(stage.inputs()).toEqual([]);
  });

  it('asks for day and time of an appointment, and sends them', async () => {
    const element = await stage.show();
    await type(element, '7KQ2', '6');
    await until(element, 'An appointment needs its day and its time');
    fieldOf(element, 'appointmentDay').value = '2026-11-24';
    fieldOf(element, 'appointmentTime').value = '16:30';
    fieldOf(element, 'time').value = '09:40';
    fieldOf(element, 'note').value = 'Brings her trade-in';
    press(element, 'Save row');
    await until(element, '1 saved');
    expect(stage.inputs()).toMatchObject([
      {
        disposition: 'appointmentSet',
        time: '09:40',
        note: 'Brings her trade-in',
        appointment: { day: '2026-11-24', time: '16:30' },
      },
    ]);
  });

  it('says why a row was refused, and brings it back as it was typed', async () => {
    stage.answer = () => ({
      __typename: 'RefusedError',
      message: 'Refused',
      reasons: [{ code: 'paper.tooLate', text: 'That is too long ago.' }],
    });
    const element = await stage.show();
    fieldOf(element, 'note').value = 'Wants a blue one';
    await type(element, '7KQ2', '2');
    await until(element, 'That is too long ago.');
    await until(element, '0 saved, 1 not saved');
    // Typing goes on meanwhile; the row waits for its correction.
    stage.answer = keyedIn;
    await type(element, '0A1B', '5');
    await until(element, '1 saved, 1 not saved');
    press(element, 'Correct the row for Ann Lee');
    await vi.waitFor(() => expect(fieldOf(element, 'note').value).toBe('Wants a blue one'));
    expect(fieldOf(element, 'code').value).toBe('7KQ2');
    press(element, 'Save row');
    await until(element, '2 saved');
    expect(stage.inputs().at(-1)).toMatchObject({ disposition: 'leftMessage', note: 'Wants a blue one' });
  });

  it('keeps rows over a dead network and a reload, and sends each under its own key', async () => {
    const element = await stage.show();
    stage.api.offline = true;
    await type(element, '7KQ2', '3');
    await until(element, 'There is no connection to the server.');
    element.remove();
    stage.api.offline = false;
    const again = await stage.show();
    await until(again, '0 saved, 1 not saved');
    press(again, 'Try again');
    await until(again, '1 saved');
    const keys = stage.inputs().map(({ key }) => key);
    expect(new Set(keys).size).toBe(1);
    expect(sessionStorage.length).toBe(0);
  });

  it('keys in a colleague’s sheet of another day', async () => {
    const element = await stage.show();
    await until(element, 'Bob');
    await userEvent.selectOptions(inside(element, '#whose'), 'bob');
    await until(element, 'have no result yet');
    const day = fieldOf(element, 'day');
    day.value = '2026-11-19';
    day.dispatchEvent(new Event('change'));
    await vi.waitFor(() =>
      expect(stage.api.callsOf(paperTasks).at(-1)?.variables).toMatchObject({ memberId: 'bob', day: '2026-11-19' }),
    );
    await until(element, 'have no result yet');
    await type(element, '7KQ2', '3');
    await until(element, '1 saved');
    expect(stage.inputs()).toMatchObject([{ memberId: 'bob', day: '2026-11-19' }]);
    expect(fieldOf(element, 'day').value).toBe('2026-11-19');
  });

  it('tells how many tasks of the day have no result yet', async () => {
    const element = await stage.show();
    expect(textOf(element)).toContain('4 tasks of that day have no result yet.');
    await type(element, '7KQ2', '3');
    await until(element, '3 tasks of that day have no result yet.');
  });

  itBearsAnyPage({
    make: () => stage.element(),
    ready: (element) => vi.waitFor(() => inside(element, '#code'), 8000),
    words: { en: 'Key in day sheets', es: 'Anotar hojas del día', fr: 'Saisir les feuilles du jour' },
  });
});
