import { expect, it } from 'vitest';
import { MONDAY } from '../../test/support/facts.ts';
import type { ProofKind, ProofOutcome } from '../proof/proof-outcome.ts';
import type { ProofCode } from '../proof/reason-texts.ts';
import { id } from '../spine/id.ts';
import { HOUR, plus } from '../spine/instant.ts';
import { reason } from '../spine/reason.ts';
import { measureFirstResponse, measureProof, measureStep } from './contributions.ts';
import { type Measures, ZERO_MEASURES } from './measures.ts';
import { settleStep } from './settle-step.ts';

const DEADLINE = plus(MONDAY, HOUR);

it.each([
  [plus(DEADLINE, -1), 'open'],
  [DEADLINE, 'missed'],
  [plus(DEADLINE, HOUR), 'missed'],
] as const)('settles a step that nobody did at %d as %s', (now, state) => {
  expect(settleStep({ deadline: DEADLINE }, now)).toBe(state);
});

it('takes a step for done before its deadline and after it', () => {
  expect(settleStep({ deadline: DEADLINE, doneAt: MONDAY }, MONDAY)).toBe('done');
  expect(settleStep({ deadline: DEADLINE, doneAt: plus(DEADLINE, HOUR) }, plus(DEADLINE, HOUR))).toBe('done');
});

it.each([
  ['verified', 'done'],
  ['verifiedOtherRep', 'done'],
  ['short', 'done'],
  ['contradicted', 'done'],
  ['excused', 'done'],
  ['pending', 'done'],
  ['unmatched', 'missed'],
  ['unverifiable', 'missed'],
] as const)('settles a call step past its deadline with a claim that is %s as %s', (kind, state) => {
  const step = { deadline: DEADLINE, doneAt: MONDAY, proof: outcome(kind) };
  expect(settleStep(step, DEADLINE)).toBe(state);
});

it('asks for the call again when a claim turns out not to be documented before the deadline', () => {
  expect(settleStep({ deadline: DEADLINE, doneAt: MONDAY, proof: outcome('unmatched') }, MONDAY)).toBe('open');
});

it('blames nobody for an outage of the phone system', () => {
  const proof = outcome('unverifiable', 'proof.outage');
  expect(settleStep({ deadline: DEADLINE, doneAt: MONDAY, proof }, DEADLINE)).toBe('done');
});

it.each([
  ['call', 'done', { callStepsDue: 1, callStepsDone: 1 }],
  ['call', 'missed', { callStepsDue: 1, callStepsMissed: 1 }],
  ['call', 'open', {}],
  ['email', 'done', { emailStepsDue: 1, emailStepsDone: 1 }],
  ['email', 'missed', { emailStepsDue: 1 }],
  ['text', 'done', { textStepsDue: 1, textStepsDone: 1 }],
  ['text', 'missed', { textStepsDue: 1 }],
  ['letter', 'done', {}],
] as const)('counts a %s step that is %s', (channel, state, counts) => {
  expect(measureStep(channel, state)).toEqual({ ...ZERO_MEASURES, ...counts });
});

it.each([
  ['verified', { documented: 1 }],
  ['verifiedOtherRep', { documented: 1 }],
  ['short', { notDocumented: 1 }],
  ['contradicted', { notDocumented: 1 }],
  ['unmatched', { notDocumented: 1 }],
  ['unverifiable', { notDocumented: 1 }],
  ['excused', { excused: 1 }],
  ['pending', { pending: 1 }],
] as const)('counts a claim that is %s once', (kind, counts: Partial<Measures>) => {
  expect(measureProof(outcome(kind))).toEqual({ ...ZERO_MEASURES, claims: 1, ...counts });
});

it('counts a claim in an outage apart', () => {
  expect(measureProof(outcome('unverifiable', 'proof.outage'))).toEqual({ ...ZERO_MEASURES, claims: 1, outage: 1 });
});

it('sums response times both ways', () => {
  const expected = { ...ZERO_MEASURES, firstResponses: 1, firstResponseOpenMs: 60_000, firstResponseWallMs: 90_000 };
  expect(measureFirstResponse(60_000, 90_000)).toEqual(expected);
});

// Helpers

function outcome(kind: ProofKind, code: ProofCode = 'proof.documented'): ProofOutcome {
  const claim = id<'Fact'>('claim');
  return { claim, kind, record: claim, source: 'pbx', reasons: [reason(code)] } as ProofOutcome;
}
