import {
  type Failure,
  type LeadFormResult,
  type Locale,
  leadForm,
  type PublicTarget,
  publicFetch,
  type SubmitLeadInput,
  type SubmitLeadResult,
  submitLead,
} from '@beback/client/public';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Keeper, type Kept } from './keeper.ts';
import type { Phase } from './lead-panels.ts';
import { type Faults, type FieldName, NAMES } from './lead-values.ts';

export type Settings = LeadFormResult['leadForm'];
type Answer = SubmitLeadResult['submitLead'];
type Accepted = Extract<Answer, { readonly __typename: 'SubmitLeadSuccess' }>;

export interface LeadDeskOptions {
  readonly target: () => PublicTarget;
  readonly language: () => Locale;
  readonly now: () => number;
  readonly onAccepted: (accepted: Accepted) => void;
  readonly onFaults: (faults: Faults) => void;
}

/** Failures that pass: the same lead, sent later under the same key, may well arrive. */
const PASSING: ReadonlySet<Failure['kind']> = new Set(['offline', 'timeout']);

/**
 * Deals with the server for a lead form: what the form has to say, and the submission's way there. What a dead network
 * holds back is kept in the browser and sent when it is back, by one tab only, under its own key.
 */
export class LeadDesk implements ReactiveController {
  phase: Phase = { kind: 'form' };
  settings: Settings | undefined;
  keeper = new Keeper('');

  readonly #host: ReactiveControllerHost;
  readonly #options: LeadDeskOptions;
  #ask = 0;

  constructor(host: ReactiveControllerHost, options: LeadDeskOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    globalThis.addEventListener('online', this.sendKept);
  }

  hostDisconnected(): void {
    globalThis.removeEventListener('online', this.sendKept);
  }

  /** Another store, or the first one: what it says, and what is still to be sent to it. */
  open(): void {
    this.keeper = new Keeper(this.#options.target().key ?? '');
    if (this.keeper.readKept(this.#options.now()) === undefined) {
      this.turn({ kind: 'form' });
    } else {
      this.turn({ kind: 'kept' });
      this.sendKept();
    }
  }

  /** What the form says in the reader's language. Without an answer the form is still there to be filled in. */
  async askSettings(): Promise<void> {
    const ask = ++this.#ask;
    const outcome = await publicFetch(leadForm, { locale: this.#options.language() }, this.#options.target());
    if (ask !== this.#ask) return;
    if (outcome.ok) this.settings = outcome.data.leadForm;
    else if (outcome.failure.kind === 'notAllowed') this.phase = { kind: 'notHere' };
    this.#host.requestUpdate();
  }

  async send(kept: Kept): Promise<void> {
    this.turn({ kind: 'sending' });
    // Whatever was not shown was not agreed to: without the wording there is nothing to tick.
    if (this.settings === undefined) await this.askSettings();
    const consentVersion = kept.input.consentVersion || (this.settings?.consentVersion ?? '');
    const input: SubmitLeadInput = { ...kept.input, consentVersion };
    const outcome = await publicFetch(submitLead, { input }, this.#options.target());
    if (outcome.ok) this.#take(outcome.data.submitLead);
    else if (PASSING.has(outcome.failure.kind)) this.#keep(kept);
    else this.#fail(outcome.failure);
  }

  readonly sendKept = (): void => {
    const kept = this.keeper.readKept(this.#options.now());
    if (kept === undefined || this.phase.kind === 'sending') return;
    void onlyTab(`beback:lead:${kept.input.key}`, () => this.send(kept));
  };

  discardKept(): void {
    this.keeper.writeKept(undefined);
    this.turn({ kind: 'form' });
  }

  turn(phase: Phase): void {
    this.phase = phase;
    this.#host.requestUpdate();
  }

  #take(answer: Answer): void {
    this.keeper.writeKept(undefined);
    if (answer.__typename === 'SubmitLeadSuccess') {
      this.keeper.writeDraft(undefined);
      this.turn({ kind: 'sent', receipt: answer.receipt, answerBy: answer.answerBy });
      this.#options.onAccepted(answer);
    } else if (answer.__typename === 'NotAllowedError') {
      this.turn({ kind: 'notHere' });
    } else {
      const field = answer.__typename === 'InputError' ? NAMES.find((name) => name === answer.field) : undefined;
      if (field !== undefined) this.#options.onFaults({ [field satisfies FieldName]: 'serverRefused' });
      this.turn({ kind: 'form', failure: { kind: 'input', message: answer.message } });
    }
  }

  #keep(kept: Kept): void {
    this.keeper.writeKept(kept);
    this.turn({ kind: 'kept' });
  }

  #fail(failure: Failure): void {
    this.keeper.writeKept(undefined);
    this.turn(failure.kind === 'notAllowed' ? { kind: 'notHere' } : { kind: 'form', failure });
  }
}

/** Runs it unless another tab is at it. The key would make it arrive once all the same; this spares the server. */
async function onlyTab(name: string, run: () => Promise<void>): Promise<void> {
  if (navigator.locks === undefined) return run();
  await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock !== null) await run();
  });
}
