import { describe, expect, it } from 'vitest';
import { MONDAY } from '../../test/support/facts.ts';
import { renderReason } from '../render-reason.ts';
import { id } from '../spine/id.ts';
import { reason } from '../spine/reason.ts';
import { LOCALES } from '../spine/reason-texts.ts';
import {
  mayActOnPlan,
  PLAN_ACT_REFUSALS,
  PLAN_ACTS,
  type PlanAct,
  type PlanStanding,
  retirePlan,
} from './plan-acts.ts';

const WRITING: PlanStanding = { state: 'draft', unfinished: true };
const SIGNING: PlanStanding = { state: 'draft', unfinished: false };
const IN_FORCE: PlanStanding = { state: 'active', unfinished: false };
const OVER: PlanStanding = { state: 'retired', unfinished: false };
const MAX = id<'Member'>('max');

describe('S15 what may be done to a version of a plan', () => {
  it.each([
    ['being written', WRITING, ['redraft', 'override', 'retire']],
    ['waiting for signatures', SIGNING, ['redraft', 'override', 'sign', 'activate', 'retire']],
    ['in force', IN_FORCE, ['sign']],
    ['retired', OVER, []],
  ] as const)('while it is %s', (_, standing, allowed: readonly PlanAct[]) => {
    expect(PLAN_ACTS.filter((act) => mayActOnPlan(standing, act).ok)).toEqual(allowed);
  });

  it('retires nothing that is in force, and says that only another version takes its place', () => {
    const refused = retirePlan({ id: id('version-1'), ...IN_FORCE }, 'We need none.', MAX, MONDAY);
    const refusal = refused.ok ? undefined : refused.refusals[0];
    expect(refusal?.code).toBe('planVersion.inForce');
    expect(refusal && renderReason(refusal, 'en', 'UTC')).toBe(
      'This version of the plan is in force: it ends when another one starts, and cannot be retired.',
    );
  });

  it('tells who was asked to sign why it is withdrawn; a text that nobody was shown goes without', () => {
    const version = { id: id<'PlanVersion'>('version-2') };
    expect(retirePlan({ ...version, ...SIGNING }, undefined, MAX, MONDAY)).toMatchObject({
      ok: false,
      refusals: [{ code: 'planVersion.whyMissing' }],
    });
    const fact = { kind: 'plan.retired', at: MONDAY, data: { planVersionId: 'version-2', byId: MAX } };
    expect(retirePlan({ ...version, ...SIGNING }, 'Too much for June.', MAX, MONDAY)).toEqual({
      ok: true,
      value: fact,
    });
    expect(retirePlan({ ...version, ...WRITING }, undefined, MAX, MONDAY)).toEqual({ ok: true, value: fact });
  });

  it('says each refusal in every language', () => {
    for (const code of PLAN_ACT_REFUSALS) {
      const told = LOCALES.map((locale) => renderReason(reason(code), locale, 'UTC'));
      expect(new Set(told).size).toBe(LOCALES.length);
      for (const text of told) expect(text).toMatch(/^\p{Lu}.+\.$/u);
    }
  });
});
