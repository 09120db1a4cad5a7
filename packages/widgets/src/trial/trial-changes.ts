import {
  type BebackClient,
  type ControllerHost,
  type DecideTrialResult,
  decideTrial,
  type Locale,
  MutationController,
  newKey,
  type Outcome,
  startTrial,
  type TrialVerdict,
} from '@beback/client';
import { type Refusal, refusalOf } from '../staff/refusal.ts';
import type { TrialAct } from './trial-words.ts';

export interface TrialChangesOptions {
  readonly client: () => BebackClient | undefined;
  readonly locale: () => Locale;
}

/** Both changes of a trial are answered alike. */
type Answer = DecideTrialResult['decideTrial'];

/**
 * What is done to a trial: one thing at a time; a wish that got no answer keeps its key, so that the same wish once more
 * is no second one.
 */
export class TrialChanges {
  busy: TrialAct | undefined;
  /** Why the last one was not done. */
  trouble: Refusal | undefined;

  readonly #host: ControllerHost;
  readonly #options: TrialChangesOptions;
  readonly #starting;
  readonly #deciding;
  #unanswered: { readonly wish: string; readonly key: string } | undefined;

  constructor(host: ControllerHost, options: TrialChangesOptions) {
    this.#host = host;
    this.#options = options;
    this.#starting = new MutationController(host, { operation: startTrial, client: options.client });
    this.#deciding = new MutationController(host, { operation: decideTrial, client: options.client });
  }

  get signedOut(): boolean {
    return this.trouble !== undefined && 'fault' in this.trouble && this.trouble.fault === 'signedOut';
  }

  /** Forgets what went wrong: something else is shown. */
  settle(): void {
    this.trouble = undefined;
  }

  /** @returns whether it was done; else `trouble` says why not */
  start(storeId: string, months: number): Promise<boolean> {
    return this.#run('start', `${storeId} ${months}`, async (key) => {
      const outcome = await this.#starting.run({ input: { key, storeId, months }, locale: this.#options.locale() });
      return outcome.ok ? { ok: true, data: outcome.data.startTrial } : outcome;
    });
  }

  /** @returns whether it was done; else `trouble` says why not */
  decide(storeId: string, verdict: TrialVerdict, why: string): Promise<boolean> {
    return this.#run(verdict, `${storeId} ${why}`, async (key) => {
      const input = { key, storeId, verdict, why };
      const outcome = await this.#deciding.run({ input, locale: this.#options.locale() });
      return outcome.ok ? { ok: true, data: outcome.data.decideTrial } : outcome;
    });
  }

  async #run(act: TrialAct, what: string, send: (key: string) => Promise<Outcome<Answer>>): Promise<boolean> {
    const wish = `${act} ${what}`;
    const key = this.#unanswered?.wish === wish ? this.#unanswered.key : newKey();
    this.#unanswered = { wish, key };
    this.#set(act, undefined);
    const outcome = await send(key);
    if (!outcome.ok) {
      this.#set(undefined, { fault: outcome.failure.kind });
      return false;
    }
    this.#unanswered = undefined;
    const answer = outcome.data;
    const isDone = answer.__typename === 'TrialChangeSuccess';
    this.#set(undefined, isDone ? undefined : refusalOf(answer));
    return isDone;
  }

  #set(busy: TrialAct | undefined, trouble: Refusal | undefined): void {
    this.busy = busy;
    this.trouble = trouble;
    this.#host.requestUpdate();
  }
}
