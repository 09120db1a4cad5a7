import { appointmentsToConfirm } from '@beback/client';
import { beforeEach, describe, expect, it } from 'vitest';
import { MorningStage, makeAppointment, press, until } from '../../test/support/morning-stage.ts';
import { expectAccessible, expectNoOverflow, inside, mount, textOf } from '../../test/support/page.ts';
import { failing } from '../../test/support/stub-api.ts';

let stage: MorningStage;
beforeEach(() => {
  stage = new MorningStage();
});

const TOMORROW = makeAppointment({ startsAt: '2026-11-22T16:00:00Z' });

describe('the appointments that nobody has confirmed, on the manager’s morning', () => {
  it('stand each with when, who and whose customer, and a number to dial', async () => {
    stage.appointments = [makeAppointment(), TOMORROW];
    const morning = await stage.show();
    await until(morning, 'Lee Park');
    const rows = [...(morning.shadowRoot?.querySelectorAll<HTMLElement>('[aria-labelledby=unconfirmed] li') ?? [])];
    expect(rows.map(({ innerText }) => innerText.replaceAll(/\s+/g, ' '))).toEqual([
      'Lee Park 2026 Ford Escape 2:00 PM Customer of Ann (312) 555-0100',
      'Lee Park 2026 Ford Escape Sun, Nov 22, 10:00 AM Customer of Ann (312) 555-0100',
    ]);
    expect(inside<HTMLAnchorElement>(morning, '[aria-labelledby=unconfirmed] a').href).toBe('tel:+13125550100');
    expect(stage.api.callsOf(appointmentsToConfirm)[0]?.variables).toEqual({ storeId: 'store-1' });
    await expectAccessible(morning);
  });

  it('are counted at the top, and the count leads to them', async () => {
    stage.appointments = [makeAppointment()];
    const morning = await stage.show();
    await until(morning, '1 appointment to confirm');
    press(morning, '1 appointment to confirm');
    expect(morning.shadowRoot?.activeElement?.id).toBe('unconfirmed');
  });

  it('are said to be none, and whose customer nobody’s is', async () => {
    const morning = await stage.show();
    await until(morning, 'Every appointment of today and tomorrow is confirmed.');
    expect(textOf(morning)).not.toContain('to confirm');
    const { opportunity } = makeAppointment();
    stage.appointments = [makeAppointment({ opportunity: { ...opportunity, customerName: null, owner: null } })];
    morning.refresh();
    await until(morning, 'A customer without a name');
    expect(textOf(morning)).toContain('Nobody’s customer');
  });

  it('say when they could not be fetched, beside what is known', async () => {
    stage.appointments = [makeAppointment()];
    const morning = await stage.show();
    await until(morning, 'Lee Park');
    stage.api.on(appointmentsToConfirm, () => failing('server', 'x', 500));
    morning.refresh();
    await until(morning, 'The appointments could not be fetched.');
    expect(textOf(morning)).toContain('Lee Park');
  });

  it('show ten at once on any page, and how many more there are', async () => {
    const { opportunity } = makeAppointment();
    const customerName = 'Maximiliane-Alexandrina von und zu Hohenlohe-Langenburg'.repeat(2);
    stage.appointments = Array.from({ length: 12 }, () =>
      makeAppointment({ opportunity: { ...opportunity, customerName } }),
    );
    const morning = await stage.show();
    await until(morning, '2 more are not shown.');
    expect(morning.shadowRoot?.querySelectorAll('[aria-labelledby=unconfirmed] li')).toHaveLength(10);
    morning.style.inlineSize = '320px';
    expectNoOverflow(morning);
  });

  it.each([
    ['es', 'Citas aún sin confirmar', '1 cita por confirmar'],
    ['fr', 'Rendez-vous pas encore confirmés', '1 rendez-vous à confirmer'],
  ])('are told in %s', async (locale, title, count) => {
    stage.appointments = [makeAppointment()];
    const element = stage.element();
    element.locale = locale;
    mount(element);
    await until(element, count);
    expect(textOf(element)).toContain(title);
  });
});
