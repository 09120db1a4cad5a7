import {
  type BebackClient,
  type ConsentChannel,
  type ConsentPurpose,
  type Failure,
  MutationController,
  newKey,
  type RecordConsentResult,
  type RecordConsentVariables,
  type RecordRevocationResult,
  type RecordRevocationVariables,
  recordConsent,
  recordRevocation,
  type SaidBy,
} from '@beback/client';
import type { ReactiveControllerHost } from 'lit';
import { type Refusal, refusalOf } from '../staff/refusal.ts';

/** What the customer said: no more, or please do. */
export type SaidKind = 'revoked' | 'given';

/** What is written down. */
export interface Said {
  readonly channel: ConsentChannel;
  readonly purpose: ConsentPurpose;
  readonly how: SaidBy;
  readonly words: string;
  /** Of a revocation: exactly this was chosen. */
  readonly scopeChosen: boolean;
  /** Of a consent: in writing in the law's sense. */
  readonly written: boolean;
}

export interface NotingOptions {
  readonly client: () => BebackClient | undefined;
  readonly language: () => 'en' | 'es' | 'fr';
  /** It is written: what is shown is old. */
  readonly onNoted: () => void;
  readonly onFailed: (failure: Failure) => void;
}

/** The form by which somebody writes down what a customer said; two taps where nothing is to be changed. */
export class Noting {
  /** The form that is open. */
  kind: SaidKind | undefined;
  /** A narrower scope, because the customer chose it. */
  narrow = false;
  busy = false;
  refusal: Refusal | undefined;
  /** What was written last. */
  told: SaidKind | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #options: NotingOptions;
  readonly #revoking: MutationController<RecordRevocationResult, RecordRevocationVariables>;
  readonly #consenting: MutationController<RecordConsentResult, RecordConsentVariables>;
  /** Under one key, however often it is tried. */
  #key = newKey();
  #left = 0;

  constructor(host: ReactiveControllerHost & HTMLElement, options: NotingOptions) {
    this.#host = host;
    this.#options = options;
    const { client } = options;
    this.#revoking = new MutationController(host, { operation: recordRevocation, client });
    this.#consenting = new MutationController(host, { operation: recordConsent, client });
  }

  open(kind: SaidKind | undefined): void {
    this.kind = kind;
    this.narrow = false;
    this.refusal = undefined;
    this.told = undefined;
    this.#key = newKey();
    this.#host.requestUpdate();
  }

  /** Somebody else's ledger is shown: the answer to what is under way is told to nobody. */
  leave(): void {
    this.#left++;
    this.busy = false;
    this.open(undefined);
  }

  choose(narrow: boolean): void {
    this.narrow = narrow;
    this.#host.requestUpdate();
  }

  async note(opportunityId: string, { scopeChosen, written, ...said }: Said): Promise<void> {
    const { kind } = this;
    if (kind === undefined || this.busy) return;
    this.busy = true;
    this.refusal = undefined;
    this.#host.requestUpdate();
    const input = { ...said, key: this.#key, opportunityId };
    const locale = this.#options.language();
    const left = this.#left;
    const outcome =
      kind === 'revoked'
        ? await this.#revoking.run({ input: { ...input, scopeChosen }, locale })
        : await this.#consenting.run({ input: { ...input, written }, locale });
    if (left !== this.#left) return;
    this.busy = false;
    if (!outcome.ok) {
      this.refusal = { fault: outcome.failure.kind };
      this.#options.onFailed(outcome.failure);
    } else {
      const answer = 'recordRevocation' in outcome.data ? outcome.data.recordRevocation : outcome.data.recordConsent;
      if (answer.__typename === 'RecordActSuccess') {
        this.open(undefined);
        this.told = kind;
        this.#options.onNoted();
      } else {
        this.refusal = refusalOf(answer);
        // The server keeps its answer under the key: another try is another wish.
        this.#key = newKey();
      }
    }
    this.#host.requestUpdate();
  }
}
