import { mayContact } from '@beback/core';
import type { Benchmark } from './benchmark.ts';
import { contactCases } from './contact-cases.ts';
import { temporalContact } from './temporal-contact.ts';

/** Both sides do all of them: so few that the slow one can, so many that hardly two are alike. */
const CASES = 500;

/** The law's answer with its reasons, against the same rules that ask Temporal at each call. */
export function mayContactMixed(): Benchmark {
  const cases = contactCases(CASES);
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
    ],
    bars: [{ of: 'Temporal at each call', than: 'mayContact', atLeast: 50 }],
  };
}

function worth({ kind }: { readonly kind: 'allowed' | 'notNow' | 'never' }): number {
  return kind === 'allowed' ? 3 : kind === 'notNow' ? 2 : 1;
}

function sum<T>(items: readonly T[], worthOf: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += worthOf(item);
  return total;
}
