import { expect, it } from 'vitest';
import { id } from '../spine/id.ts';
import { reason } from '../spine/reason.ts';
import { documentedRate } from './documented-rate.ts';
import type { ProofKind, ProofOutcome } from './proof-outcome.ts';
import type { ProofCode } from './reason-texts.ts';

it('counts 310 documented of 500 claims as 62 %, whatever waits or is excused beside them', () => {
  const outcomes = [
    ...times(300, 'verified'),
    ...times(10, 'verifiedOtherRep'),
    ...times(150, 'unmatched'),
    ...times(20, 'short'),
    ...times(10, 'contradicted'),
    ...times(10, 'unverifiable'),
    ...times(40, 'pending'),
    ...times(5, 'excused'),
    ...times(7, 'unverifiable', 'proof.outage'),
  ];
  expect(documentedRate(outcomes)).toEqual({
    claims: 552,
    documented: 310,
    otherPerson: 10,
    notDocumented: 190,
    pending: 40,
    excused: 5,
    outage: 7,
    of: 500,
    share: 0.62,
  });
});

it('gives no share where there is nothing to judge yet', () => {
  expect(documentedRate(times(3, 'pending'))).toMatchObject({ claims: 3, pending: 3, of: 0 });
  expect(documentedRate(times(3, 'pending'))).not.toHaveProperty('share');
  expect(documentedRate([])).not.toHaveProperty('share');
});

// Helpers

function times(count: number, kind: ProofKind, code: ProofCode = 'proof.documented'): readonly ProofOutcome[] {
  return Array.from({ length: count }, (_, index) => {
    const claim = id<'Fact'>(`${kind}-${index}`);
    return { claim, kind, record: claim, source: 'pbx', reasons: [reason(code)] } as ProofOutcome;
  });
}
