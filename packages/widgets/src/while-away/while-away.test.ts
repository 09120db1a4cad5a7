import { catchUp, type WhileAwayResult, whileAway } from '@beback/client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { itBearsAnyPage } from '../../test/support/bearing.ts';
import { at } from '../../test/support/make.ts';
import { press, until } from '../../test/support/morning-stage.ts';
import { expectAccessible, inside, mount, textOf } from '../../test/support/page.ts';
import { failing, StubApi } from '../../test/support/stub-api.ts';
import { WhileAway } from './while-away.ts';

type Away = NonNullable<WhileAwayResult['whileAway']>;
type AwayEvent = Away['events'][number];

const event = (name: string, over: Partial<AwayEvent> = {}): AwayEvent => ({
  id: `event-${name}`,
  kind: 'activity',
  at: at('10:20'),
  channel: 'call',
  disposition: 'spoke',
  customerName: name,
  vehicle: '2024 Ford Bronco',
  member: { id: 'cal', name: 'Cal' },
  ...over,
});

let api: StubApi;
let away: Away | null;
beforeEach(() => {
  away = {
    absenceId: 'absence-1',
    from: '2026-11-19',
    backOn: '2026-11-21',
    zone: 'America/Chicago',
    more: false,
    events: [
      event('Rosa Delgado'),
      event('Lee Park', { kind: 'lead', channel: null, disposition: null, member: null, vehicle: null }),
    ],
  };
  api = new StubApi()
    .on(whileAway, () => ({ whileAway: away }))
    .on(catchUp, () => {
      away = null;
      return { catchUp: { __typename: 'CatchUpSuccess' as const, absenceId: 'absence-1' } };
    });
});

function make(): WhileAway {
  const element = new WhileAway();
  element.client = api.client();
  return element;
}

async function show(words = 'While you were away'): Promise<WhileAway> {
  const element = make();
  element.locale = 'en';
  mount(element);
  await until(element, words);
  return element;
}

describe('S26 while somebody was away', () => {
  it('says who did what with the customers', async () => {
    const element = await show();
    expect(textOf(element)).toContain('Nov 19 to Nov 21');
    expect(textOf(element)).toContain(
      'Rosa Delgado Call, spoke by Cal 2024 Ford Bronco Sat, Nov 21, 10:20 AM Lee Park inquired Sat, Nov 21, 10:20 AM',
    );
    await expectAccessible(element);
  });

  it('is gone once it was looked at, and takes no room then', async () => {
    const element = await show();
    press(element, 'I have seen it');
    await vi.waitFor(() => expect(element.shadowRoot?.querySelector('.root')).toBeNull());
    expect(api.callsOf(catchUp).map(({ variables }) => variables)).toMatchObject([
      { input: { key: expect.any(String), absenceId: 'absence-1' } },
    ]);
    expect(element.getBoundingClientRect().height).toBe(0);
  });

  it('says when nothing happened, and folds what is more than a glance', async () => {
    away = away && { ...away, events: [] };
    await show('Nothing happened with your customers.');
    away = away && { ...away, events: Array.from({ length: 8 }, (_, i) => event(`Customer ${i}`)), more: true };
    const element = await show('3 more');
    inside<HTMLElement>(element, 'summary').click();
    await until(element, 'There is more: see each customer’s history.');
  });

  it('stays, and says why, when that it was seen could not be said', async () => {
    api.on(catchUp, () => failing('server', 'x', 500));
    const element = await show();
    press(element, 'I have seen it');
    await until(element, 'Something went wrong at the server.');
    expect(textOf(element)).toContain('Rosa Delgado');
  });

  itBearsAnyPage({
    make,
    ready: (element) => vi.waitFor(() => inside(element, 'h2')),
    words: { en: 'While you were away', es: 'Mientras usted no estaba', fr: 'Pendant votre absence' },
  });
});
