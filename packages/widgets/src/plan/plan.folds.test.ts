import { beforeEach, describe, expect, it, vi } from 'vitest';
import { inside } from '../../test/support/page.ts';
import { PlanStage } from '../../test/support/plan-stage.ts';

let stage: PlanStage;

beforeEach(() => {
  stage = new PlanStage();
});

const VERDICT = 'First day over: Tue, Dec 8';

describe('<beback-plan>, whose steps are many', () => {
  it('folds all action plans but the first; a link opens the one that it leads into', async () => {
    const plan = await stage.show(VERDICT);
    const folds = () => [...(plan.shadowRoot?.querySelectorAll<HTMLDetailsElement>('.fold') ?? [])];
    expect(folds().map(({ open }) => open)).toEqual([true, false]);
    const [first, second] = folds().map((fold) => fold.querySelector('summary')?.innerText.replaceAll(/\s+/g, ' '));
    expect([first?.trim(), second?.trim()]).toEqual([
      'After an Internet lead 20 steps Too many: 5',
      'After the delivery 1 step',
    ]);
    plan.path = 'store/store-1/version/2/step/thanks';
    await vi.waitFor(() => expect(plan.shadowRoot?.activeElement?.id).toBe('step-thanks'));
    expect(folds().map(({ open }) => open)).toEqual([true, true]);
  });

  it('prints all its steps, and folds them again', async () => {
    const plan = await stage.show(VERDICT);
    const open = () => plan.shadowRoot?.querySelectorAll('.fold[open]').length;
    inside<HTMLElement>(plan, '.fold summary').click();
    expect(open()).toBe(0);
    dispatchEvent(new Event('beforeprint'));
    expect(open()).toBe(2);
    dispatchEvent(new Event('afterprint'));
    expect(open()).toBe(0);
  });
});
