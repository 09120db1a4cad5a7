import { dayChanged, logActivity, workPlan } from '@beback/client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { DayStage, heading, tap } from '../../test/support/day-stage.ts';
import { makeTask, makeTasks } from '../../test/support/make.ts';
import { expectAccessible, expectNoOverflow, hostileStyles, inside, mount } from '../../test/support/page.ts';

let day: DayStage;

beforeEach(() => {
  day = new DayStage();
});

describe('<beback-task-list> on any page', () => {
  it('is worked by keyboard alone', async () => {
    const list = await day.show(makeTasks(2));
    inside(list, 'a.dial').focus();
    await userEvent.keyboard('{Tab}{ArrowDown}{ArrowUp}');
    // Past the fold with the rare ones.
    await userEvent.keyboard('{Tab}{Tab}called at lunch{Enter}');
    expect(heading(list)).toBe('Bo Ruiz');
    await vi.waitFor(() => expect(list.shadowRoot?.activeElement?.id).toBe('customer'));
    await vi.waitFor(() => expect(day.api.callsOf(logActivity)).toHaveLength(1));
    expect(day.api.callsOf(logActivity)[0]?.variables).toMatchObject({
      input: { disposition: 'spoke', note: 'called at lunch' },
    });
  });

  it.each(['light', 'dark'] as const)('is accessible in %s colours', async (theme) => {
    const list = day.element();
    list.theme = theme;
    const page = document.createElement('div');
    page.style.background = theme === 'dark' ? '#101315' : '#ffffff';
    mount(page).append(list);
    day.tasks = makeTasks(6);
    await vi.waitFor(() => expect(heading(list)).toBe('Ann Lee'));
    await tap(list, 'spoke');
    await expectAccessible(page);
  });

  it.each([
    ['es', 'Ann Lee', 'Registrar'],
    ['fr', 'Ann Lee', 'Noter'],
    ['en-GB', 'Ann Lee', 'Log'],
  ])('speaks %s', async (locale, name, button) => {
    day.tasks = makeTasks(1);
    const list = day.element();
    list.locale = locale;
    mount(list);
    await vi.waitFor(() => expect(heading(list)).toBe(name));
    expect(inside(list, 'button[type=submit]').innerText).toBe(button);
    expect(day.api.callsOf(workPlan)[0]?.variables['locale']).toBe(locale.slice(0, 2));
  });

  it('fits 320 px, also written from right to left', async () => {
    const page = mount(document.createElement('div'));
    page.style.inlineSize = '320px';
    page.dir = 'rtl';
    day.tasks = makeTasks(6).map((task) => ({
      ...task,
      customerName: 'Maximiliane Featherstonehaugh-Wolfeschlegelstein',
    }));
    const list = day.element();
    list.locale = 'fr';
    page.append(list);
    await vi.waitFor(() => expect(heading(list)).toContain('Maximiliane'));
    expectNoOverflow(list);
    const icon = inside(list, '.kind svg').getBoundingClientRect();
    expect(icon.left).toBeGreaterThan(160);
  });

  it('keeps its looks on a page that unsets everything and shrinks its root font', async () => {
    day.tasks = makeTasks(2);
    const calm = await day.show(day.tasks);
    const before = inside(calm, '.card').getBoundingClientRect().height;
    hostileStyles('* { all: unset } html { font-size: 10px } form { display: flex }');
    await calm.updateComplete;
    expect(inside(calm, '.card').getBoundingClientRect().height).toBe(before);
    expect(getComputedStyle(calm).display).toBe('block');
  });

  it('may be there twice, be taken away and be put back', async () => {
    const first = await day.show(makeTasks(1));
    const second = mount(day.element());
    await vi.waitFor(() => expect(heading(second)).toBe('Ann Lee'));
    first.remove();
    day.settle('task-1');
    day.tasks = [makeTask({ id: 'task-2', customerName: 'Hal Quinn' })];
    mount(first);
    await vi.waitFor(() => expect(heading(first)).toBe('Hal Quinn'));
    expect(day.api.callsOf(dayChanged).length).toBe(3);
  });
});
