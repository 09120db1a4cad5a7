import {
  type Failure,
  newKey,
  type PublicTarget,
  publicFetch,
  type SubmitLeadInput,
  type SubmitLeadResult,
  submitLead,
} from '@beback/client/public';
import type { TemplateResult } from 'lit';
import type { Speech } from '../base/locale.ts';
import { type AscFormDetail, AscFormEvent } from '../events/asc-form-event.ts';
import { LeadAcceptedEvent } from '../events/lead-accepted-event.ts';
import { AFTERWARDS_TEXTS } from './afterwards.texts.ts';
import type { AfterwardsWords } from './afterwards-words.ts';
import { type KeptLead, readKept, writeKept } from './kept-lead.ts';
import { type Faults, faultsOf, fieldNamed } from './lead-faults.ts';
import { renderKept, renderNotHere, renderSent } from './lead-panels.ts';
import type { FaultTexts, LeadValues, Settings } from './lead-values.ts';
import { onlyTab } from './only-tab.ts';
import { pageAddress } from './page-address.ts';

/** The form as what comes afterwards sees it. */
export interface FilledForm {
  /** How it stands now. */
  now(): {
    readonly time: number;
    readonly target: PublicTarget;
    readonly speech: Speech;
    readonly settings: Settings | undefined;
    readonly item: Readonly<Record<'vehicle' | 'vin' | 'stock', string | undefined>>;
  };
  /** Asks once more for what the store says. */
  askSettings(): Promise<void>;
  /** How a promised time is written. */
  tellTime(at: string | null): string | undefined;
  /** Something has changed: show it, and put the reader there. */
  show(faults: FaultTexts, focus: string): void;
  /** The lead has been accepted: what was filled in has done its duty. */
  clear(): void;
  tell(event: Event): void;
}

export interface Filled {
  readonly values: LeadValues;
  readonly consentTicked: boolean;
  readonly trap: string;
  readonly shownForMilliseconds: number;
}

type Phase =
  | { readonly kind: 'filling' | 'sending' | 'kept' | 'notHere' }
  | { readonly kind: 'sent'; readonly receipt: string; readonly answerBy: string | null };

type Answer = SubmitLeadResult['submitLead'];

/** Failures that pass: the same lead, sent later under the same key, may well arrive. */
const PASSING: ReadonlySet<Failure['kind']> = new Set(['offline', 'timeout']);

/**
 * What a lead form needs once a visitor has begun to fill it in: checks, the way to the server, what is said then. It
 * is fetched while the visitor reads, so that a page shows the form sooner.
 */
export class LeadAfterwards {
  #phase: Phase = { kind: 'filling' };
  #trouble: string | undefined;
  readonly #form: FilledForm;

  constructor(form: FilledForm) {
    this.#form = form;
    // The campaign of this page is noted now: a later page of the same visit may have none.
    pageAddress(location, () => sessionStorage);
  }

  get sending(): boolean {
    return this.#phase.kind === 'sending';
  }

  /** What keeps the form from being sent, in a sentence. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  /** What stands in the form's place; undefined: the form itself. */
  render(): TemplateResult | undefined {
    const phase = this.#phase;
    const { settings } = this.#form.now();
    switch (phase.kind) {
      case 'sent': {
        const time = this.#form.tellTime(phase.answerBy);
        const sent = { receipt: phase.receipt, store: settings?.storeName ?? '', time };
        return renderSent(this.#texts, sent, () => this.again());
      }
      case 'kept':
        return renderKept(this.#texts, this.sendKept, () => this.#discard());
      case 'notHere':
        return renderNotHere(this.#texts);
      default:
        return undefined;
    }
  }

  faultsOf(values: LeadValues): FaultTexts {
    return this.#worded(faultsOf(values));
  }

  /** The server refuses this page. */
  refuseHere(): void {
    this.#turn('notHere');
  }

  /** Ready for another question, after a receipt. */
  again(): void {
    if (this.#phase.kind === 'sent') this.#turn('filling');
  }

  async submit(filled: Filled): Promise<void> {
    if (this.sending) return;
    const faults = this.faultsOf(filled.values);
    const count = Object.keys(faults).length;
    this.#trouble = count > 0 ? this.#texts.check(count) : undefined;
    if (count > 0) this.#form.show(faults, '[aria-invalid="true"]');
    else await this.#send({ at: this.#form.now().time, input: this.#inputOf(filled) });
  }

  readonly sendKept = (): void => {
    const { target, time } = this.#form.now();
    const kept = readKept(target.key, time);
    if (kept === undefined || this.sending) return;
    this.#turn('kept');
    void onlyTab(`beback:lead:${kept.input.key}`, () => this.#send(kept));
  };

  /** Tells the page's analytics that somebody has begun. */
  tellEngagement(): void {
    this.#form.tell(new AscFormEvent('asc_form_engagement', { ...this.#asc(), comm_status: 'start' }));
  }

  #inputOf({ values, consentTicked, trap, shownForMilliseconds }: Filled): SubmitLeadInput {
    const { item, settings } = this.#form.now();
    const { vin, stock, vehicle } = item;
    return {
      ...values,
      key: newKey(),
      preferredChannel: values.preferredChannel === '' ? null : values.preferredChannel,
      vehicle:
        vin || stock || vehicle ? { vin: vin ?? null, stock: stock ?? null, description: vehicle ?? null } : null,
      consentTicked,
      consentVersion: settings?.consentVersion ?? '',
      pageUrl: pageAddress(location, () => sessionStorage),
      trap,
      shownForMilliseconds,
    };
  }

  async #send(kept: KeptLead): Promise<void> {
    this.#turn('sending');
    // Whatever was not shown was not agreed to: without the wording there was nothing to tick.
    if (this.#form.now().settings === undefined) await this.#form.askSettings();
    const { settings, target } = this.#form.now();
    const consentVersion = kept.input.consentVersion || (settings?.consentVersion ?? '');
    const input = { ...kept.input, consentVersion };
    const outcome = await publicFetch(submitLead, { input }, target);
    const passes = !outcome.ok && PASSING.has(outcome.failure.kind);
    writeKept(target.key, passes ? kept : undefined);
    if (outcome.ok) this.#take(outcome.data.submitLead);
    else if (passes) this.#turn('kept');
    else if (outcome.failure.kind === 'notAllowed') this.#turn('notHere');
    else this.#fail(this.#texts.failures[outcome.failure.kind]);
  }

  #take(answer: Answer): void {
    const form = this.#form;
    if (answer.__typename === 'SubmitLeadSuccess') {
      const { receipt, answerBy } = answer;
      this.#phase = { kind: 'sent', receipt, answerBy };
      form.clear();
      form.show({}, '#title');
      form.tell(new LeadAcceptedEvent({ receipt, answerBy }));
      const told = { comm_outcome: 'get_back_commitment', submission_id: receipt } as const;
      form.tell(new AscFormEvent('asc_form_submission', { ...this.#asc(), ...told }));
    } else if (answer.__typename === 'NotAllowedError') {
      this.#turn('notHere');
    } else {
      const field = answer.__typename === 'InputError' ? fieldNamed(answer.field) : undefined;
      this.#fail(this.#texts.failures.input, field && { [field]: 'serverRefused' });
    }
  }

  #fail(why: string, faults: Faults = {}): void {
    this.#trouble = `${this.#texts.failedTitle}. ${why}`;
    this.#phase = { kind: 'filling' };
    this.#form.show(this.#worded(faults), '[aria-invalid="true"]');
  }

  #discard(): void {
    writeKept(this.#form.now().target.key, undefined);
    this.#turn('filling');
  }

  #turn(kind: Exclude<Phase['kind'], 'sent'>): void {
    this.#phase = { kind };
    this.#trouble = undefined;
    this.#form.show({}, '');
  }

  #worded(faults: Faults): FaultTexts {
    return Object.fromEntries(Object.entries(faults).map(([name, fault]) => [name, this.#texts.faults[fault]]));
  }

  get #texts(): AfterwardsWords {
    return AFTERWARDS_TEXTS[this.#form.now().speech.language];
  }

  #asc(): AscFormDetail {
    const { vin, stock, vehicle } = this.#form.now().item;
    return {
      event_owner: 'beback',
      page_type: vin || stock || vehicle ? 'item' : 'unknown',
      comm_type: 'form',
      element_text: 'send',
      department: 'sales',
      form_name: 'lead_form',
      form_type: 'consumer_contact',
      item_id: vin,
      item_number: stock,
    };
  }
}
