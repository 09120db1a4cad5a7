import {
  absencePreview,
  acknowledgeFinding,
  type EndAbsenceVariables,
  endAbsence,
  type MarkAbsentVariables,
  markAbsent,
  storeToday,
} from '@beback/client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { itBearsAnyPage } from '../../test/support/bearing.ts';
import { makeFinding } from '../../test/support/board-make.ts';
import { ACKNOWLEDGED } from '../../test/support/board-stage.ts';
import { MorningStage, makeWaiting, press, until } from '../../test/support/morning-stage.ts';
import { expectAccessible, expectNoOverflow, inside, mount, textOf } from '../../test/support/page.ts';
import { failing } from '../../test/support/stub-api.ts';
import type { Morning } from './morning.ts';

let stage: MorningStage;
beforeEach(() => {
  stage = new MorningStage();
});

const rowOf = (morning: Morning, name: string): string =>
  inside<HTMLElement>(morning, `#person-${name}`).innerText.replaceAll(/\s+/g, ' ');
const inputsOf = <I>(operation: { readonly name: string }): readonly I[] =>
  stage.api.callsOf(operation).map(({ variables }) => (variables as { readonly input: I }).input);

describe('S26 the manager’s morning', () => {
  it('shows who is in today with load against capacity, by department, in figures and drawn', async () => {
    const morning = await stage.show();
    expect(textOf(morning)).toContain('Cedar Ford Saturday, November 21. As of 10:00 AM');
    expect(textOf(morning)).toContain('3 of 4 in today');
    expect(rowOf(morning, 'ann')).toContain('14 of 25 tasks 6 done 2 promises Room for 11');
    expect(rowOf(morning, 'bob')).toContain('25 of 25 tasks Full');
    expect(rowOf(morning, 'cat')).toContain('28 of 25 tasks 6 done 2 promises 3 over Away from Nov 30');
    expect(rowOf(morning, 'dee')).toContain('0 of 100 tasks Away until Nov 23');
    const headings = [...(morning.shadowRoot?.querySelectorAll('h3') ?? [])].map(({ innerText }) => innerText);
    expect(headings).toEqual(['BDC', 'Sales']);
    const over = inside(morning, '#person-cat .over').getBoundingClientRect();
    expect(over.width).toBeGreaterThan(0);
    expect(inside(morning, '#person-bob .over').getBoundingClientRect().width).toBe(0);
  });

  it('shows first what would move to whom, and changes nothing by it', async () => {
    const morning = await stage.show();
    press(morning, 'Ann is away today');
    await until(morning, '5 tasks of today will move');
    const lines = [...(morning.shadowRoot?.querySelectorAll<HTMLElement>('.targets li') ?? [])];
    expect(lines.map(({ innerText }) => innerText)).toEqual([
      'Bob gets 2 tasks',
      'Dee gets 1 task',
      '1 task put off to Nov 23',
      '1 task left to the system’s own messages',
    ]);
    expect(morning.shadowRoot?.activeElement?.id).toBe('away-title');
    inside<HTMLElement>(morning, '#away summary').click();
    await until(morning, 'Rosa Delgado');
    await expectAccessible(morning);
    press(morning, 'Cancel');
    await vi.waitFor(() => expect(morning.shadowRoot?.querySelector('#away')).toBeNull());
    expect(morning.shadowRoot?.activeElement?.id).toBe('person-ann');
    expect(stage.api.callsOf(markAbsent)).toEqual([]);
  });

  it('marks somebody away in two taps, and back in one', async () => {
    const morning = await stage.show();
    press(morning, 'Ann is away today');
    await until(morning, 'Bob gets');
    press(morning, 'Mark Ann away');
    await until(morning, 'Ann is marked away: 5 tasks moved.');
    await until(morning, '2 of 4 in today');
    expect(inputsOf<MarkAbsentVariables['input']>(markAbsent)).toEqual([
      { key: expect.any(String), memberId: 'ann', until: '2026-11-21', why: null },
    ]);
    expect(rowOf(morning, 'ann')).toContain('Away');
    press(morning, 'Ann is back');
    await until(morning, 'Ann is back, and 4 tasks with them.');
    await until(morning, '3 of 4 in today');
    expect(inputsOf<EndAbsenceVariables['input']>(endAbsence)).toEqual([
      { key: expect.any(String), absenceId: 'absence-1' },
    ]);
  });

  it('takes a last day and a reason that is never asked for twice', async () => {
    const morning = await stage.show();
    press(morning, 'Ann is away today');
    await until(morning, 'Bob gets');
    inside<HTMLInputElement>(morning, '#until').value = '';
    inside<HTMLSelectElement>(morning, '#why').value = 'vacation';
    press(morning, 'Mark Ann away');
    await until(morning, 'Ann is marked away');
    expect(inputsOf(markAbsent)).toMatchObject([{ until: null, why: 'vacation' }]);
  });

  it('tells a refusal at the person, and tries again under the same key', async () => {
    let offline = true;
    stage.api.on(markAbsent, () =>
      offline
        ? failing('server', 'x', 500)
        : {
            markAbsent: {
              __typename: 'RefusedError' as const,
              message: '',
              reasons: [{ code: 'absence.overlaps', text: 'This person is marked away already.' }],
            },
          },
    );
    const morning = await stage.show();
    press(morning, 'Ann is away today');
    await until(morning, 'Bob gets');
    press(morning, 'Mark Ann away');
    await until(morning, 'Something went wrong at the server.');
    offline = false;
    press(morning, 'Mark Ann away');
    await until(morning, 'This person is marked away already.');
    const keys = inputsOf<{ readonly key: string }>(markAbsent).map(({ key }) => key);
    expect(new Set(keys).size).toBe(1);
    await expectAccessible(morning);
  });

  it('says when nothing moves, and when nobody could be asked', async () => {
    stage.moves = [];
    const morning = await stage.show();
    press(morning, 'Ann is away today');
    await until(morning, 'Ann has no open task today');
    press(morning, 'Cancel');
    stage.api.on(absencePreview, () => failing('notFound'));
    press(morning, 'Bob is away today');
    await until(morning, 'Try again');
  });

  it('lets who only looks change nothing', async () => {
    stage.capabilities = ['storeBoard', 'groupBoard'];
    const morning = await stage.show();
    expect([...(morning.shadowRoot?.querySelectorAll('.act button') ?? [])]).toEqual([]);
    expect(textOf(morning)).not.toContain('Acknowledge');
  });

  it('leads from a finding to its department on the board’s page', async () => {
    const morning = await stage.show();
    const link = inside<HTMLAnchorElement>(morning, '.findings a');
    expect(link.getAttribute('href')).toBe('/board/#store/store-1/department/department-1');
  });

  it('lets who has several stores choose, and says so to who has none', async () => {
    stage.stores = [...stage.stores, { id: 'store-2', name: 'Aspen Ford', zone: 'America/Chicago' }];
    const morning = await stage.show('Your stores');
    const link = [...(morning.shadowRoot?.querySelectorAll('a') ?? [])].find((one) => one.innerText === 'Aspen Ford');
    link?.click();
    await until(morning, 'in today');
    expect(morning.path).toBe('store/store-2');
    expect(stage.api.callsOf(storeToday)[0]?.variables).toMatchObject({ storeId: 'store-2' });
    stage.stores = [];
    await stage.show('you do not run a store');
  });

  it('tells a fault, a lost session and a lost connection apart', async () => {
    stage.api.on(storeToday, () => failing('notFound'));
    const morning = await stage.show('could not be fetched');
    stage.api.on(storeToday, () => ({ storeToday: stage.today() }));
    press(morning, 'Try again');
    await until(morning, 'in today');
    stage.api.offline = true;
    morning.refresh();
    await until(morning, 'There is no connection');
    expect(textOf(morning)).toContain('in today');
    stage.api.offline = false;
    stage.api.on(storeToday, () => failing('signedOut'));
    morning.refresh();
    await until(morning, 'Your session has ended');
  });

  it('fits 320 px with the form open, written from either side', async () => {
    const page = mount(document.createElement('div'));
    page.style.inlineSize = '320px';
    for (const direction of ['ltr', 'rtl']) {
      page.dir = direction;
      const morning = stage.element();
      morning.locale = 'fr';
      page.replaceChildren(morning);
      await until(morning, 'présents');
      press(morning, 'Ann : absent');
      await until(morning, 'Bob reçoit');
      expectNoOverflow(morning);
    }
  });

  itBearsAnyPage({
    make: () => stage.element(),
    ready: (morning: Morning) =>
      vi.waitFor(() => [inside(morning, '.person'), inside(morning, '[aria-labelledby=unanswered] p')]),
    words: { en: 'in today', es: 'presentes hoy', fr: 'présents' },
  });
});

describe('what waits for the manager', () => {
  const late = (id: string) =>
    makeFinding({
      id,
      kind: 'responseOverdue',
      reasons: [{ code: 'finding.responseOverdue', text: `Lead ${id} waits.` }],
    });

  it('is counted above the fold, and each count leads to its place', async () => {
    stage.waiting = [makeWaiting()];
    stage.findings = [makeFinding(), late('b')];
    const morning = await stage.show();
    await until(morning, '1 lead waits for an answer');
    press(morning, '2 findings not acknowledged');
    expect(morning.shadowRoot?.activeElement?.id).toBe('findings');
    press(morning, '1 lead waits for an answer');
    expect(morning.shadowRoot?.activeElement?.id).toBe('unanswered');
    await expectAccessible(morning);
  });

  it('tells many leads that wait as one finding, each of them within, and acknowledges them in one tap', async () => {
    stage.findings = [makeFinding(), late('b'), late('c'), late('d')];
    stage.api.on(acknowledgeFinding, ({ input }) => {
      stage.findings = stage.findings.map((one) => (one.id === input.findingId ? { ...one, ...ACKNOWLEDGED } : one));
      const finding = stage.findings.find(({ id }) => id === input.findingId) ?? makeFinding();
      return { acknowledgeFinding: { __typename: 'AcknowledgeFindingSuccess' as const, finding } };
    });
    const morning = await stage.show();
    expect(textOf(morning)).toContain('3 leads have waited too long for a first answer.');
    expect(inside(morning, '.alike').checkVisibility()).toBe(true);
    expect(inside(morning, '#finding-c').checkVisibility({ contentVisibilityAuto: true })).toBe(false);
    press(morning, 'Acknowledge all 3');
    await until(morning, 'All acknowledged');
    expect(inputsOf<{ readonly findingId: string }>(acknowledgeFinding).map(({ findingId }) => findingId)).toEqual([
      'b',
      'c',
      'd',
    ]);
    expect(textOf(morning)).toContain('1 finding not acknowledged');
    await vi.waitFor(() => expect(morning.shadowRoot?.activeElement?.className).toBe('alike'));
    await expectAccessible(morning);
  });

  it('leaves the rest as it was when one is refused', async () => {
    stage.findings = [late('b'), late('c'), late('d')];
    stage.api.on(acknowledgeFinding, () => failing('server', 'x', 500));
    const morning = await stage.show();
    press(morning, 'Acknowledge all 3');
    await vi.waitFor(() => expect(stage.api.callsOf(acknowledgeFinding)).toHaveLength(1));
    await vi.waitFor(() => expect(inside(morning, '.alike > .states').textContent).toContain('Something went wrong'));
    expect(stage.api.callsOf(acknowledgeFinding)).toHaveLength(1);
    expect(textOf(morning)).toContain('3 not acknowledged');
  });
});
