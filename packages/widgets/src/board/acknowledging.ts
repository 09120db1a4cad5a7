import {
  type AcknowledgeFindingResult,
  type AcknowledgeFindingVariables,
  acknowledgeFinding,
  type BebackClient,
  type ControllerHost,
  type Failure,
  type FindingView,
  type Locale,
  MutationController,
  newKey,
} from '@beback/client';
import { type Refusal, refusalOf } from '../staff/refusal.ts';

export interface AcknowledgingOptions {
  readonly client: () => BebackClient | undefined;
  readonly language: () => Locale;
  /** The server has it: what it said is no longer what the board holds. */
  readonly onTaken: (finding: FindingView) => void;
  readonly onFailed: (failure: Failure) => void;
}

/** How far one finding is with it; nothing is said of one that nobody has begun with. */
export type AcknowledgingState = { readonly kind: 'busy' } | { readonly kind: 'refused'; readonly why: Refusal };

/** Acknowledges findings, each under one key however often it is tried. */
export class Acknowledging {
  readonly #host: ControllerHost;
  readonly #options: AcknowledgingOptions;
  readonly #saying: MutationController<AcknowledgeFindingResult, AcknowledgeFindingVariables>;
  readonly #keys = new Map<string, string>();
  readonly #states = new Map<string, AcknowledgingState>();
  readonly #taken = new Map<string, FindingView>();

  constructor(host: ControllerHost, options: AcknowledgingOptions) {
    this.#host = host;
    this.#options = options;
    this.#saying = new MutationController(host, { operation: acknowledgeFinding, client: options.client });
  }

  stateOf({ id }: FindingView): AcknowledgingState | undefined {
    return this.#states.get(id);
  }

  /** The finding as the server told it last: the board may be older. */
  latest(finding: FindingView): FindingView {
    return (finding.state === 'open' && this.#taken.get(finding.id)) || finding;
  }

  /** The boards have been fetched since. The same finding may be open anew one day. */
  forget(): void {
    this.#taken.clear();
  }

  async run({ id }: FindingView): Promise<void> {
    if (this.#states.get(id)?.kind === 'busy') return;
    const key = this.#keys.get(id) ?? newKey();
    this.#keys.set(id, key);
    this.#set(id, { kind: 'busy' });
    const outcome = await this.#saying.run({ input: { key, findingId: id }, locale: this.#options.language() });
    if (!outcome.ok) {
      this.#set(id, { kind: 'refused', why: { fault: outcome.failure.kind } });
      this.#options.onFailed(outcome.failure);
      return;
    }
    const answer = outcome.data.acknowledgeFinding;
    if (answer.__typename === 'AcknowledgeFindingSuccess') {
      this.#keys.delete(id);
      this.#taken.set(id, answer.finding);
      this.#options.onTaken(answer.finding);
      this.#set(id, undefined);
      return;
    }
    this.#set(id, { kind: 'refused', why: refusalOf(answer) });
  }

  /** One after the other, each under its own key; at the first that is refused the rest stays as it was. */
  async runAll(findings: readonly FindingView[]): Promise<void> {
    for (const finding of findings) {
      await this.run(finding);
      if (this.#states.get(finding.id)?.kind === 'refused') return;
    }
  }

  #set(id: string, state: AcknowledgingState | undefined): void {
    if (state === undefined) this.#states.delete(id);
    else this.#states.set(id, state);
    this.#host.requestUpdate();
  }
}
