import {
  type ActivatePlanResult,
  type BebackClient,
  draftPlan,
  type Locale,
  newKey,
  type Outcome,
  overridePlanLoad,
  retirePlan,
  type SavePlanDraftResult,
  savePlanDraft,
} from '@beback/client';
import { type Refusal, refusalOf } from '../staff/refusal.ts';

/** What the writer of a draft asks of the server. */
export type DraftWish = 'begin' | 'save' | 'handIn' | 'override' | 'discard';

type Answer = ActivatePlanResult['activatePlan'] | SavePlanDraftResult['redraftPlan'];

export interface Wished {
  /** The version as it is now; undefined when the wish was not granted. */
  readonly answer?: { readonly number: number; readonly revision?: number };
  readonly trouble?: Refusal;
  /** Refused because somebody else saved another text. */
  readonly meanwhile?: boolean;
}

export interface DraftWishesOptions {
  readonly client: () => BebackClient | undefined;
  readonly locale: () => Locale;
}

/** Sends wishes; one that got no answer keeps its key, so that the same wish once more is no second one. */
export class DraftWishes {
  readonly #options: DraftWishesOptions;
  #unanswered: { readonly wish: string; readonly key: string } | undefined;

  constructor(options: DraftWishesOptions) {
    this.#options = options;
  }

  get client(): BebackClient {
    const client = this.#options.client();
    if (client === undefined) throw new Error('beback-plan-editor: there is no client, by property or by context');
    return client;
  }

  /** A new draft that nobody is asked to sign yet. */
  begin(storeId: string, document: unknown): Promise<Wished> {
    return this.#send('begin', { storeId, document, unfinished: true }, async (input) => {
      const outcome = await this.client.mutate(draftPlan, { input, locale: this.#locale });
      return outcome.ok ? { ok: true, data: outcome.data.draftPlan } : outcome;
    });
  }

  /** Refused when the server has another text than the writer began with. */
  save(
    { id, revision }: { readonly id: string; readonly revision: number },
    document: unknown,
    handIn: boolean,
  ): Promise<Wished> {
    const wish = { planVersionId: id, revision, document, unfinished: !handIn };
    return this.#send(handIn ? 'handIn' : 'save', wish, async (input) => {
      const outcome = await this.client.mutate(savePlanDraft, { input, locale: this.#locale });
      return outcome.ok ? { ok: true, data: outcome.data.redraftPlan } : outcome;
    });
  }

  /** The writer's own word that the store carries the load. */
  override(planVersionId: string, note: string): Promise<Wished> {
    return this.#send('override', { planVersionId, note }, async (input) => {
      const outcome = await this.client.mutate(overridePlanLoad, { input, locale: this.#locale });
      return outcome.ok ? { ok: true, data: outcome.data.overridePlanLoad } : outcome;
    });
  }

  discard(planVersionId: string): Promise<Wished> {
    return this.#send('discard', { planVersionId }, async (input) => {
      const outcome = await this.client.mutate(retirePlan, { input, locale: this.#locale });
      return outcome.ok ? { ok: true, data: outcome.data.retirePlan } : outcome;
    });
  }

  get #locale(): Locale {
    return this.#options.locale();
  }

  async #send<Wish extends object>(
    kind: DraftWish,
    what: Wish,
    run: (input: Wish & { readonly key: string }) => Promise<Outcome<Answer>>,
  ): Promise<Wished> {
    const wish = `${kind} ${JSON.stringify(what)}`;
    const key = this.#unanswered?.wish === wish ? this.#unanswered.key : newKey();
    this.#unanswered = { wish, key };
    const outcome = await run({ ...what, key });
    if (!outcome.ok) return { trouble: { fault: outcome.failure.kind } };
    this.#unanswered = undefined;
    const answer = outcome.data;
    if (answer.__typename === 'PlanChangeSuccess') return { answer: answer.planVersion };
    const meanwhile =
      answer.__typename === 'RefusedError' &&
      answer.reasons.some(({ code }) => code === 'planVersion.writtenMeanwhile');
    return { trouble: refusalOf(answer), meanwhile };
  }
}
