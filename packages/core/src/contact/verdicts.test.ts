import { expect, it } from 'vitest';
import { at, contextAt, planOf, succeed } from '../../test/support/plan-context.ts';
import { vectors } from '../../test/support/vectors.ts';
import { contactHistory } from '../consent/fold-contact-history.ts';
import type { ContactPolicy } from '../plan/follow-up-plan.ts';
import { decodeFact } from '../spine/fact-codec.ts';
import { foldAll } from '../spine/fold.ts';
import { formatInstant } from '../spine/instant-text.ts';
import type { Attempt } from './attempt.ts';
import type { ContactVerdict } from './contact-verdict.ts';
import { mayContact } from './may-contact.ts';

interface Row {
  readonly it: string;
  readonly now: string;
  readonly facts: readonly unknown[];
  readonly attempt: Attempt;
  readonly policy?: Partial<ContactPolicy>;
  readonly verdict: { readonly kind: ContactVerdict['kind']; readonly until?: string; readonly next?: string };
  readonly reasons: readonly string[];
}

it.each(vectors<Row>('contact', 'verdicts'))('$it', ({ now, facts, attempt, policy, verdict, reasons }) => {
  const plan = planOf({ contactPolicy: { ...planOf().document.contactPolicy, ...policy } });
  const history = foldAll(
    contactHistory,
    facts.map((fact) => succeed(decodeFact(fact))),
  );
  const found = mayContact(history, attempt, contextAt(at(now), { plan }));
  expect(inWords(found)).toEqual({ ...verdict, ...moments(verdict) });
  expect(found.reasons.map(({ code, data }) => [code, data['rule']].filter(Boolean).join(' '))).toEqual(reasons);
});

function inWords(verdict: ContactVerdict): Row['verdict'] {
  if (verdict.kind === 'allowed') return { kind: 'allowed', until: formatInstant(verdict.until) };
  return verdict.kind === 'notNow' ? { kind: 'notNow', next: formatInstant(verdict.next) } : { kind: 'never' };
}

/** The vectors write instants with the offset that makes them readable. */
function moments({ until, next }: Row['verdict']): Partial<Row['verdict']> {
  return { ...(until && { until: formatInstant(at(until)) }), ...(next && { next: formatInstant(at(next)) }) };
}
