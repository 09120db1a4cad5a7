import { type FailureKind, publicFetch, type SubmitLeadInput, submitLead } from '@beback/client/public';
import type { ReactiveController, TemplateResult } from 'lit';
import { AscFormEvent } from '../events/asc-form-event.ts';
import { LeadAcceptedEvent } from '../events/lead-accepted-event.ts';
import { AFTERWARDS_TEXTS } from './afterwards.texts.ts';
import type { AfterwardsWords } from './afterwards-words.ts';
import { ascDetail } from './asc-detail.ts';
import type { FilledForm } from './filled-form.ts';
import { type KeptLead, keptLeads } from './kept-leads.ts';
import { type Fate, fateOf } from './lead-fate.ts';
import { type Faults, faultsOf } from './lead-faults.ts';
import { type Accepted, hearNews, type LeadNews, tellNews } from './lead-news.ts';
import { renderKept, renderNotHere, renderSent } from './lead-panels.ts';
import { type Filled, holdsOnly, itemOf, submissionOf, valuesOf } from './lead-submission.ts';
import type { FaultTexts, LeadValues } from './lead-values.ts';
import { onlyTab } from './only-tab.ts';
import { pageAddress } from './page-address.ts';
import { storedName } from './stored-name.ts';

type Phase =
  | { readonly kind: 'filling' | 'sending' | 'notHere' }
  | { readonly kind: 'kept'; readonly lead: KeptLead; readonly why?: FailureKind; readonly sending: boolean }
  | ({ readonly kind: 'sent' } & Accepted);

const FILLING: Phase = { kind: 'filling' };

/** At whose wish something is sent. What is sent unseen changes nothing on the page: something else is written there. */
type Manner = 'asked' | 'unasked' | 'unseen';

/**
 * What a lead form needs once a visitor has begun to fill it in: checks, the way to the server, what is said then. It
 * is fetched while the visitor reads, so that a page shows the form sooner.
 */
export class LeadAfterwards implements ReactiveController {
  #phase: Phase = FILLING;
  #trouble: string | undefined;
  /** What was sent last and has not arrived for certain. */
  #tried: SubmitLeadInput | undefined;
  /** Counts the stores that the form has been of. */
  #store = 0;
  #connected = false;
  #unhear: (() => void) | undefined;
  readonly #form: FilledForm;

  constructor(form: FilledForm) {
    this.#form = form;
    // The campaign of this page is noted now: a later page of the same visit may have none.
    pageAddress(location, () => sessionStorage);
  }

  hostConnected(): void {
    this.#connected = true;
    this.#listen();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#listen();
  }

  get sending(): boolean {
    const phase = this.#phase;
    return phase.kind === 'sending' || (phase.kind === 'kept' && phase.sending);
  }

  /** What keeps the form from being sent, in a sentence. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  /** What stands in the form's place; undefined: the form itself. */
  render(): TemplateResult | undefined {
    const phase = this.#phase;
    const texts = this.#texts;
    switch (phase.kind) {
      case 'sent': {
        const store = this.#form.now().settings?.storeName ?? '';
        const time = this.#form.tellTime(phase.answerBy);
        return renderSent(texts, { receipt: phase.receipt, store, time }, () => this.again());
      }
      case 'kept': {
        const held = { why: phase.why && texts.failures[phase.why], sending: phase.sending };
        const { lead } = phase;
        return renderKept(
          texts,
          held,
          () => void this.#sendNow(lead),
          () => this.#discard(lead),
        );
      }
      case 'notHere':
        return renderNotHere(texts);
      default:
        return undefined;
    }
  }

  faultsOf(values: LeadValues): FaultTexts {
    return this.#worded(faultsOf(values));
  }

  /** The form is another store's now: what was said of the one before is over. */
  reset(): void {
    this.#store++;
    this.#tried = undefined;
    this.#turn(FILLING);
  }

  /** The server refuses this page. */
  refuseHere(): void {
    this.#turn({ kind: 'notHere' });
  }

  /** Ready for another question, after a receipt. */
  again(): void {
    if (this.#phase.kind === 'sent') this.#turn(FILLING);
  }

  async submit(filled: Filled): Promise<void> {
    if (this.sending) return;
    const faults = this.faultsOf(filled.values);
    const count = Object.keys(faults).length;
    this.#trouble = count > 0 ? this.#texts.check(count) : undefined;
    if (count > 0) {
      this.#form.show(faults, '[aria-invalid="true"]');
      return;
    }
    const { item, time } = this.#form.now();
    const page = pageAddress(location, () => sessionStorage);
    this.#tried = submissionOf(filled, item, page, this.#tried);
    this.#turn({ kind: 'sending' });
    await this.#send({ at: time, input: this.#tried }, 'asked');
  }

  /**
   * Sends what is kept for this store, from this tab or another one. It takes the form's place only where it stood
   * there before, or in a form that is opened and holds nothing else.
   */
  async sendKept(opening = false): Promise<void> {
    await this.#alone(async (store) => {
      const { time, target, values } = this.#form.now();
      for (const lead of keptLeads(target.key).read(time)) {
        if (store !== this.#store) return;
        const seen =
          this.#shows(lead.input.key) || (opening && this.#phase === FILLING && holdsOnly(values, lead.input));
        if (seen) this.#turn({ kind: 'kept', lead, sending: true });
        await this.#send(lead, seen ? 'unasked' : 'unseen');
      }
    });
  }

  /** Tells the page's analytics that somebody has begun. */
  tellEngagement(): void {
    this.#form.tell(
      new AscFormEvent('asc_form_engagement', { ...ascDetail(this.#form.now().item), comm_status: 'start' }),
    );
  }

  async #sendNow(lead: KeptLead): Promise<void> {
    if (this.sending) return;
    this.#turn({ kind: 'kept', lead, sending: true });
    await this.#alone(async () => {
      // While this one waited, another tab may have sent it and told so.
      if (this.#shows(lead.input.key)) await this.#send(lead, 'asked');
    });
  }

  /** Runs it while no other form of the same store sends what is kept, unless this form is another store's by then. */
  async #alone(run: (store: number) => Promise<void>): Promise<void> {
    const store = this.#store;
    await onlyTab(storedName(this.#form.now().target.key), async () => {
      if (store === this.#store) await run(store);
    });
  }

  async #send(lead: KeptLead, manner: Manner): Promise<void> {
    const store = this.#store;
    const { target, settings } = this.#form.now();
    // Its name and its zone are needed for the receipt.
    if (settings === undefined && manner !== 'unseen') await this.#form.askSettings();
    const fate = fateOf(await publicFetch(submitLead, { input: lead.input }, target));
    if (fate.kind === 'accepted') this.#tellAccepted(lead, fate.accepted);
    const elsewhere = store !== this.#store;
    const seen = manner !== 'unseen' && this.sending && !elsewhere;
    const asked = manner === 'asked';
    const { time } = this.#form.now();
    // What could not be taken waits until it can be shown to somebody who puts it right.
    const kept = keptLeads(target.key);
    if (fate.kind === 'accepted' || (fate.kind === 'refused' && seen)) kept.drop(lead.input.key, time);
    if (fate.kind === 'held' && fate.why !== 'notAllowed' && asked && (seen || elsewhere)) {
      kept.keep(lead, time);
    }
    if (seen) this.#show(lead, fate, asked);
  }

  #show(lead: KeptLead, fate: Fate, asked: boolean): void {
    if (fate.kind === 'accepted') this.#thank(fate.accepted);
    else if (fate.kind === 'held' && fate.why === 'notAllowed') this.refuseHere();
    else if (fate.kind === 'held') {
      this.#turn({ kind: 'kept', lead, why: fate.why, sending: false }, asked ? '#title' : '');
    } else {
      const { field } = fate;
      this.#turn(FILLING);
      this.#trouble = `${this.#texts.failedTitle}. ${this.#texts.failures.input}`;
      const faults: Faults = field === undefined ? {} : { [field]: 'serverRefused' };
      this.#form.show(
        this.#worded(faults),
        field === undefined ? '.main' : '[aria-invalid="true"]',
        valuesOf(lead.input),
      );
    }
  }

  #tellAccepted({ input: { key, vehicle } }: KeptLead, accepted: Accepted): void {
    const form = this.#form;
    tellNews({ key, accepted });
    form.tell(new LeadAcceptedEvent(accepted));
    const told = { comm_outcome: 'get_back_commitment', submission_id: accepted.receipt } as const;
    form.tell(new AscFormEvent('asc_form_submission', { ...ascDetail(itemOf(vehicle)), ...told }));
  }

  #thank(accepted: Accepted): void {
    this.#tried = undefined;
    this.#form.clear();
    this.#turn({ kind: 'sent', ...accepted }, '#title');
  }

  #discard(lead: KeptLead): void {
    if (this.sending) return;
    const { target, time } = this.#form.now();
    keptLeads(target.key).drop(lead.input.key, time);
    tellNews({ key: lead.input.key });
    this.#turn(FILLING, '#firstName');
  }

  #turn(phase: Phase, focus = ''): void {
    this.#phase = phase;
    this.#trouble = undefined;
    this.#listen();
    this.#form.show({}, focus);
  }

  #shows(key: string): boolean {
    return this.#phase.kind === 'kept' && this.#phase.lead.input.key === key;
  }

  /** What is shown as not sent yet may be sent, or taken back, from another tab. */
  #listen(): void {
    if (this.#connected && this.#phase.kind === 'kept') {
      this.#unhear ??= hearNews(this.#heard);
    } else {
      this.#unhear?.();
      this.#unhear = undefined;
    }
  }

  readonly #heard = ({ key, accepted }: LeadNews): void => {
    if (!this.#shows(key)) return;
    if (accepted === undefined) this.#turn(FILLING);
    else this.#thank(accepted);
  };

  #worded(faults: Faults): FaultTexts {
    return Object.fromEntries(Object.entries(faults).map(([name, fault]) => [name, this.#texts.faults[fault]]));
  }

  get #texts(): AfterwardsWords {
    return AFTERWARDS_TEXTS[this.#form.now().speech.language];
  }
}
