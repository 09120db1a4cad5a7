import { type Instant, mayContact } from '@beback/core';
import type { Benchmark } from './benchmark.ts';
import { type ContactCase, contactCases } from './contact-cases.ts';
import { temporalContact } from './temporal-contact.ts';

/** Both sides do all of them: so few that the slow one can, so many that hardly two are alike. */
const CASES = 500;
/** A million questions: 50,000 customers, each asked about twenty times, every half an hour. */
const CUSTOMERS = 50_000;
const ASKED = 20;
const HALF_AN_HOUR = 30 * 60_000;
const GROWTH = 100;

/** The law's answer with its reasons, against the same rules that ask Temporal at each call; and against itself. */
export function mayContactMixed(small: boolean): Benchmark {
  const cases = contactCases(CASES);
  const many = contactCases(small ? GROWTH : CUSTOMERS);
  const few = many.slice(0, many.length / GROWTH);
  return {
    name: 'mayContact over mixed rules and zones',
    unit: 'questions',
    items: cases.length,
    floor: {
      name: 'mayContact',
      run: () => sum(cases, ({ history, attempt, context }) => worth(mayContact(history, attempt, context))),
    },
    contenders: [
      {
        name: 'Temporal at each call',
        run: () => sum(cases, ({ history, attempt, context }) => worth(temporalContact(history, attempt, context))),
      },
      // First the long one: what Temporal leaves to be collected weighs nothing in its turn.
      { name: 'mayContact of 1 M', items: many.length * ASKED, run: () => askOften(many) },
      { name: 'mayContact of 10 k', items: few.length * ASKED, run: () => askOften(few) },
    ],
    bars: [
      { of: 'Temporal at each call', than: 'mayContact', atLeast: 50 },
      { of: 'mayContact of 1 M', than: 'mayContact of 10 k', atMost: 1.1, growth: GROWTH },
    ],
  };
}

/** As a day goes on: all customers, then all of them again. */
function askOften(cases: readonly ContactCase[]): number {
  let total = 0;
  for (let i = 0; i < ASKED; i++) {
    total += sum(cases, ({ history, attempt, context: { plan, calendar, now } }) =>
      worth(mayContact(history, attempt, { plan, calendar, now: (now + i * HALF_AN_HOUR) as Instant })),
    );
  }
  return total;
}

function worth({ kind }: { readonly kind: 'allowed' | 'notNow' | 'never' }): number {
  return kind === 'allowed' ? 3 : kind === 'notNow' ? 2 : 1;
}

function sum<T>(items: readonly T[], worthOf: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += worthOf(item);
  return total;
}
