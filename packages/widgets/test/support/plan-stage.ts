import {
  type ActivatePlanResult,
  activatePlan,
  type Capability,
  draftPlan,
  overridePlanLoad,
  type PlanVersionResult,
  planDocument,
  planVersion,
  planVersions,
  type Role,
  redraftPlan,
  retirePlan,
  signPlan,
  viewer,
} from '@beback/client';
import { expect, vi } from 'vitest';
import { Plan } from '../../src/plan/plan.ts';
import { mount, textOf } from './page.ts';
import { makeActive, makeLoad, makeVersion } from './plan-make.ts';
import { StubApi } from './stub-api.ts';

type Version = Extract<NonNullable<PlanVersionResult['node']>, { readonly __typename: 'PlanVersion' }>;
type Answer = ActivatePlanResult['activatePlan'];

export const SIGNED_AT = '2026-11-20T21:45:00Z';

/** A store's plan as a server keeps it, where changes change it, and the element that shows it. */
export class PlanStage {
  capabilities: readonly Capability[] = ['ownDay', 'storeBoard', 'managePlan'];
  reader: { readonly name: string; readonly role: Role } = { name: 'Max Roe', role: 'manager' };
  stores = [{ id: 'store-1', name: 'Cedar Ford', zone: 'America/Chicago' }];
  /** The latest first. */
  versions: readonly Version[] = [makeVersion(), makeActive()];
  /** What the next change is answered instead. */
  refusal: Answer | undefined;
  readonly api = new StubApi()
    .on(viewer, () => ({
      viewer: {
        member: { id: 'member-1', ...this.reader },
        group: { id: 'group-1', name: 'Northway' },
        stores: this.stores,
        capabilities: this.capabilities,
      },
    }))
    .on(planVersions, () => ({
      planVersions: this.versions
        .filter(({ retirement, unfinished }) => retirement === null || !unfinished)
        .map(({ id, number, state, activatedAt }) => ({ id, number, state, activatedAt })),
    }))
    .on(planVersion, ({ id }) => ({ node: this.versions.find((one) => one.id === id) ?? null }))
    .on(planDocument, ({ id }) => ({
      node: { __typename: 'PlanVersion' as const, id, revision: 4, document: { of: id } },
    }))
    .on(draftPlan, () => ({
      draftPlan: this.#change(() => {
        const number = Math.max(...this.versions.map((one) => one.number)) + 1;
        const drafted = makeVersion({ id: `version-${number}`, number, load: makeLoad({ measured: true }) });
        this.versions = [drafted, ...this.versions];
        return drafted;
      }),
    }))
    .on(redraftPlan, ({ input }) => ({
      redraftPlan: this.#change(() =>
        this.#put(input.planVersionId, ({ load }) => ({
          loadOverride: null,
          load: load && {
            ...load,
            measured: false,
            leadsAMonth: load.leadsAMonth.map(({ trigger }) => ({
              trigger,
              count: input.leadsAMonth?.find((one) => one.trigger === trigger)?.count ?? 0,
            })),
          },
        })),
      ),
    }))
    .on(overridePlanLoad, ({ input }) => ({
      overridePlanLoad: this.#change(() =>
        this.#put(input.planVersionId, () => ({
          loadOverride: { at: SIGNED_AT, note: input.note, by: { id: 'member-1', name: 'Max Roe' } },
        })),
      ),
    }))
    .on(signPlan, ({ input }) => ({
      signPlan: this.#change(() =>
        this.#put(input.planVersionId, ({ signatures }) => ({ signatures: signedBy(this.reader, signatures) })),
      ),
    }))
    .on(activatePlan, ({ input }) => ({
      activatePlan: this.#change(() => {
        this.versions = this.versions.map((one) => (one.state === 'active' ? { ...one, state: 'retired' } : one));
        return this.#put(input.planVersionId, () => ({
          state: 'active',
          activatedAt: SIGNED_AT,
          activatedBy: { id: 'member-1', name: 'Max Roe' },
        }));
      }),
    }))
    .on(retirePlan, ({ input }) => ({
      retirePlan: this.#change(() =>
        this.#put(input.planVersionId, () => ({
          state: 'retired',
          retirement: { at: SIGNED_AT, by: { id: 'member-1', name: 'Max Roe' }, why: input.why ?? null },
        })),
      ),
    }));

  element(): Plan {
    const plan = new Plan();
    plan.client = this.api.client();
    return plan;
  }

  async show(words: string, path = ''): Promise<Plan> {
    const plan = this.element();
    plan.locale = 'en';
    plan.path = path;
    mount(plan);
    await until(plan, words);
    return plan;
  }

  #change(make: () => Version): Answer {
    const { refusal } = this;
    this.refusal = undefined;
    if (refusal !== undefined) return refusal;
    const { id, number, state } = make();
    return { __typename: 'PlanChangeSuccess', planVersion: { id, number, state } };
  }

  #put(id: string, over: (version: Version) => Partial<Version>): Version {
    this.versions = this.versions.map((one) => (one.id === id ? { ...one, ...over(one) } : one));
    const found = this.versions.find((one) => one.id === id);
    if (found === undefined) throw new Error(`the test knows no version ${id}`);
    return found;
  }
}

function signedBy(
  { name, role }: { readonly name: string; readonly role: Role },
  signatures: Version['signatures'],
): Version['signatures'] {
  const { signed, signedBy: others, missing } = signatures;
  return {
    ...signatures,
    signed: signed + 1,
    mine: SIGNED_AT,
    awaited: false,
    signedBy: [...others, { name, role, at: SIGNED_AT }],
    missing: missing.filter((one) => one.name !== name),
  };
}

export async function until(plan: Plan, words: string): Promise<void> {
  await vi.waitFor(() => expect(textOf(plan)).toContain(words), 8000);
}

/** Presses the button that bears these words. */
export async function press(plan: Plan, words: string): Promise<void> {
  const buttons = [...(plan.shadowRoot?.querySelectorAll('button') ?? [])];
  const button = buttons.find((one) => one.innerText === words);
  if (button === undefined) throw new Error(`no button says ${words}, but ${buttons.map((one) => one.innerText)}`);
  button.click();
  await plan.updateComplete;
}
