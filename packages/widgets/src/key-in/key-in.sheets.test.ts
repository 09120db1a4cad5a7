import { paperTasks } from '@beback/client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fieldOf, KeyInStage, keyedIn, type } from '../../test/support/key-in-stage.ts';
import { press, until } from '../../test/support/morning-stage.ts';
import { expectAccessible, inside, mount } from '../../test/support/page.ts';

let stage: KeyInStage;

beforeEach(() => {
  sessionStorage.clear();
  stage = new KeyInStage();
});

describe('S14 keying in, from sheet to sheet', () => {
  it('keeps a row that was begun while the sheet of another day or person is fetched', async () => {
    const element = await stage.show();
    fieldOf(element, 'note').value = 'Wants a blue one';
    fieldOf(element, 'code').focus();
    await userEvent.keyboard('7KQ2');
    const { promise, resolve } = Promise.withResolvers<void>();
    stage.held = promise;
    const day = fieldOf(element, 'day');
    day.value = '2026-11-19';
    day.dispatchEvent(new Event('change'));
    await until(element, 'Fetching the sheet …');
    expect([fieldOf(element, 'code').value, fieldOf(element, 'note').value]).toEqual(['7KQ2', 'Wants a blue one']);
    await userEvent.keyboard('{Tab}3{Enter}');
    expect(stage.inputs()).toEqual([]);
    await expectAccessible(element);
    resolve();
    await until(element, 'Ann Lee, Call, 2024 Ford Bronco');
    press(element, 'Save row');
    await until(element, '1 saved');
    expect(stage.inputs()).toMatchObject([{ day: '2026-11-19', note: 'Wants a blue one' }]);
  });

  it('chooses nobody’s outcome for the next row', async () => {
    const element = await stage.show();
    await type(element, '7KQ2', '3');
    await until(element, '1 saved');
    expect(fieldOf(element, 'outcome').value).toBe('');
    fieldOf(element, 'code').focus();
    await userEvent.keyboard('0A1B{Enter}');
    await until(element, 'Choose what came of it.');
    expect(element.shadowRoot?.activeElement?.id).toBe('outcome');
  });

  it('leaves the person behind when the store changes', async () => {
    const element = stage.element();
    element.locale = 'en';
    element.storeId = 'store-1';
    mount(element);
    await until(element, 'Bob');
    await userEvent.selectOptions(inside(element, '#whose'), 'bob');
    await vi.waitFor(() => expect(stage.api.callsOf(paperTasks).at(-1)?.variables).toMatchObject({ memberId: 'bob' }));
    element.storeId = 'store-2';
    await vi.waitFor(() => expect(stage.api.callsOf(paperTasks).at(-1)?.variables).not.toHaveProperty('memberId'));
    await vi.waitFor(() => expect(fieldOf(element, 'whose').value).toBe(''));
  });

  it('writes no row that is brought back over one that is begun', async () => {
    stage.answer = () => ({ __typename: 'InputError', message: 'no', field: 'note', allowed: '' });
    const element = await stage.show();
    await type(element, '7KQ2', '3');
    await type(element, '0A1B', '5');
    await until(element, '0 saved, 2 not saved');
    press(element, 'Correct the row for Ann Lee');
    await vi.waitFor(() => expect(fieldOf(element, 'code').value).toBe('7KQ2'));
    fieldOf(element, 'note').value = 'Wants a blue one';
    press(element, 'Correct the row for Bo Ruiz');
    await until(element, 'Save this row or empty its fields first');
    expect([fieldOf(element, 'code').value, fieldOf(element, 'note').value]).toEqual(['7KQ2', 'Wants a blue one']);
    expect(element.shadowRoot?.activeElement?.id).toBe('code');
    await expectAccessible(element);
    stage.answer = keyedIn;
    press(element, 'Save row');
    await until(element, '1 saved, 1 not saved');
    press(element, 'Correct the row for Bo Ruiz');
    await vi.waitFor(() => expect(fieldOf(element, 'code').value).toBe('0A1B'));
  });

  it('brings a row of another sheet back with all that stands in it, and lets nobody’s focus jump later', async () => {
    stage.answer = () => ({ __typename: 'InputError', message: 'no', field: 'promiseAt', allowed: '' });
    const element = await stage.show();
    await until(element, 'Bob');
    await userEvent.selectOptions(inside(element, '#whose'), 'bob');
    await until(element, 'have no result yet');
    for (const [name, value] of [
      ['againDay', '2026-11-24'],
      ['againTime', '16:30'],
    ] as const)
      fieldOf(element, name).value = value;
    await type(element, '7KQ2', '3');
    await until(element, '0 saved, 1 not saved');
    await userEvent.selectOptions(inside(element, '#whose'), '');
    await until(element, 'have no result yet');
    const { promise, resolve } = Promise.withResolvers<void>();
    stage.held = promise;
    press(element, 'Correct the row for Ann Lee');
    await vi.waitFor(() => expect(element.shadowRoot?.activeElement?.id).toBe('code'));
    expect([fieldOf(element, 'whose').value, fieldOf(element, 'outcome').value]).toEqual(['bob', 'noAnswer']);
    expect(inside<HTMLDetailsElement>(element, 'details').open).toBe(true);
    expect(fieldOf(element, 'againTime').value).toBe('16:30');
    fieldOf(element, 'note').focus();
    resolve();
    await until(element, 'have no result yet');
    expect(element.shadowRoot?.activeElement?.id).toBe('note');
  });
});
