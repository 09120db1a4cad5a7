import {
  type ActivatePlanResult,
  activatePlan,
  type BebackClient,
  ClientSource,
  type ControllerHost,
  draftPlan,
  type LeadsOfTriggerInput,
  type Locale,
  MutationController,
  newKey,
  type Operation,
  type Outcome,
  overridePlanLoad,
  planDocument,
  redraftPlan,
  retirePlan,
  signPlan,
} from '@beback/client';
import { type Refusal, refusalOf } from '../staff/refusal.ts';

/** Every change of a plan is answered alike. */
type Answer = ActivatePlanResult['activatePlan'];
export type ChangedVersion = Extract<Answer, { readonly __typename: 'PlanChangeSuccess' }>['planVersion'];

export type ChangeKind = 'draft' | 'redraft' | 'override' | 'sign' | 'activate' | 'discard' | 'retire';

export interface PlanChangesOptions {
  readonly client: () => BebackClient | undefined;
  readonly locale: () => Locale;
}

interface Wish {
  readonly key: string;
}

type Send = (wish: Wish) => Promise<Outcome<Answer>>;

/**
 * What a manager does to a plan. One change at a time; a wish that got no answer keeps its key, so that the same wish
 * once more is no second one.
 */
export class PlanChanges {
  busy: ChangeKind | undefined;
  /** Why the last change was not made, and which that was. */
  trouble: Refusal | undefined;
  troubled: ChangeKind | undefined;

  readonly #host: ControllerHost;
  readonly #options: PlanChangesOptions;
  readonly #source: ClientSource;
  readonly #drafting;
  readonly #redrafting;
  readonly #overriding;
  readonly #signing;
  readonly #activating;
  readonly #retiring;
  #unanswered: { readonly wish: string; readonly key: string } | undefined;

  constructor(host: ControllerHost, options: PlanChangesOptions) {
    this.#host = host;
    this.#options = options;
    this.#source = new ClientSource(host, options.client, () => {});
    const mutation = <Result, Variables>(operation: Operation<Result, Variables>) =>
      new MutationController(host, { operation, client: options.client });
    this.#drafting = mutation(draftPlan);
    this.#redrafting = mutation(redraftPlan);
    this.#overriding = mutation(overridePlanLoad);
    this.#signing = mutation(signPlan);
    this.#activating = mutation(activatePlan);
    this.#retiring = mutation(retirePlan);
  }

  get signedOut(): boolean {
    return this.trouble !== undefined && 'fault' in this.trouble && this.trouble.fault === 'signedOut';
  }

  /** Forgets what went wrong: something else is shown. */
  settle(): void {
    this.trouble = undefined;
  }

  /** A new draft with the document of a version. */
  draftFrom(storeId: string, versionId: string): Promise<ChangedVersion | undefined> {
    return this.#run('draft', versionId, async ({ key }) => {
      const document = await this.#documentOf(versionId);
      if (!document.ok) return document;
      const input = { key, storeId, document: document.data.document };
      return picked(await this.#drafting.run({ input, locale: this.#locale }), ({ draftPlan: answer }) => answer);
    });
  }

  /** The same draft, reckoned with other leads a month. */
  reckonWith(versionId: string, leads: readonly LeadsOfTriggerInput[]): Promise<ChangedVersion | undefined> {
    return this.#run('redraft', JSON.stringify([versionId, leads]), async ({ key }) => {
      const document = await this.#documentOf(versionId);
      if (!document.ok) return document;
      const input = { key, planVersionId: versionId, ...document.data, leadsAMonth: leads };
      return picked(await this.#redrafting.run({ input, locale: this.#locale }), ({ redraftPlan: answer }) => answer);
    });
  }

  /** The reader's name under a version's text as it was read. */
  sign(planVersionId: string, revision: number): Promise<ChangedVersion | undefined> {
    return this.#run('sign', JSON.stringify([planVersionId, revision]), async ({ key }) =>
      picked(
        await this.#signing.run({ input: { key, planVersionId, revision }, locale: this.#locale }),
        ({ signPlan: answer }) => answer,
      ),
    );
  }

  /** The reader's word that the store carries the load. */
  override(planVersionId: string, note: string): Promise<ChangedVersion | undefined> {
    return this.#run('override', JSON.stringify([planVersionId, note]), async ({ key }) =>
      picked(
        await this.#overriding.run({ input: { key, planVersionId, note }, locale: this.#locale }),
        ({ overridePlanLoad: answer }) => answer,
      ),
    );
  }

  activate(planVersionId: string): Promise<ChangedVersion | undefined> {
    return this.#run('activate', planVersionId, async ({ key }) =>
      picked(
        await this.#activating.run({ input: { key, planVersionId }, locale: this.#locale }),
        ({ activatePlan: answer }) => answer,
      ),
    );
  }

  /** @param why - undefined for a draft that nobody was asked to sign */
  retire(planVersionId: string, why?: string): Promise<ChangedVersion | undefined> {
    const kind = why === undefined ? 'discard' : 'retire';
    return this.#run(kind, JSON.stringify([planVersionId, why]), async ({ key }) =>
      picked(
        await this.#retiring.run({ input: { key, planVersionId, why }, locale: this.#locale }),
        ({ retirePlan: answer }) => answer,
      ),
    );
  }

  get #locale(): Locale {
    return this.#options.locale();
  }

  /** The document as it is now, and not as it was when the page was loaded: nobody's change is written over. */
  async #documentOf(id: string): Promise<Outcome<{ readonly revision: number; readonly document: unknown }>> {
    const { client } = this.#source;
    if (client === undefined) throw new Error('PlanChanges: there is no client, by property or by context');
    const outcome = await client.query(planDocument, { id });
    if (!outcome.ok) return outcome;
    const { node } = outcome.data;
    if (node?.__typename !== 'PlanVersion') return { ok: false, failure: { kind: 'notFound', message: '' } };
    const { revision, document } = node;
    return { ok: true, data: { revision, document } };
  }

  /** @returns the version as it is after the change; undefined when it was not made, and `trouble` says why */
  async #run(kind: ChangeKind, what: string, send: Send): Promise<ChangedVersion | undefined> {
    const wish = `${kind} ${what}`;
    const key = this.#unanswered?.wish === wish ? this.#unanswered.key : newKey();
    this.#unanswered = { wish, key };
    this.#set(kind, undefined);
    const outcome = await send({ key });
    this.troubled = kind;
    if (!outcome.ok) {
      this.#set(undefined, { fault: outcome.failure.kind });
      return undefined;
    }
    this.#unanswered = undefined;
    const answer = outcome.data;
    if (answer.__typename === 'PlanChangeSuccess') {
      this.#set(undefined, undefined);
      return answer.planVersion;
    }
    this.#set(undefined, refusalOf(answer));
    return undefined;
  }

  #set(busy: ChangeKind | undefined, trouble: Refusal | undefined): void {
    this.busy = busy;
    this.trouble = trouble;
    this.#host.requestUpdate();
  }
}

function picked<Result>(outcome: Outcome<Result>, answerIn: (result: Result) => Answer): Outcome<Answer> {
  return outcome.ok ? { ok: true, data: answerIn(outcome.data) } : outcome;
}
