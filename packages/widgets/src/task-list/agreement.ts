import {
  type ControllerHost,
  type Locale,
  type LogActivityInput,
  type MutationControllerOptions,
  type OpenDaysResult,
  type OpenDaysVariables,
  openDays,
  QueryController,
  type TaskView,
} from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { timeNear } from '../format/time.ts';
import { icon } from '../icons/icons.ts';
import { AGREEMENT_TEXTS } from './agreement.texts.ts';
import type { Telling } from './task-card.ts';
import { renderTimePicker } from './time-picker.ts';

/** What was agreed with a customer, as it goes to the server with the activity. */
export type Agreed = Pick<LogActivityInput, 'appointmentAt' | 'promiseAt' | 'confirmed'>;

type Subject = 'appointment' | 'promise';

/** A day, and a time of it once that is chosen: epoch milliseconds. */
export interface Picked {
  readonly day?: string | undefined;
  readonly at?: number | undefined;
}

const NOTHING_PICKED: Readonly<Record<Subject, Picked>> = { appointment: {}, promise: {} };

export interface AgreementOptions {
  readonly client: NonNullable<MutationControllerOptions<unknown, unknown>['client']>;
  readonly language: () => Locale;
}

/** What is being agreed with the customer of the card in hand: when the appointment is, when to call. */
export class Agreement {
  readonly #host: ControllerHost;
  readonly #options: AgreementOptions;
  readonly #days: QueryController<OpenDaysResult, OpenDaysVariables>;
  #task: TaskView | undefined;
  #picked = NOTHING_PICKED;
  /** Somebody wants to pick a time: only then is the server asked for the store's hours. */
  #wanted = false;
  #promising = false;

  constructor(host: ControllerHost, options: AgreementOptions) {
    this.#host = host;
    this.#options = options;
    this.#days = new QueryController(host, {
      operation: openDays,
      variables: () => (this.#wanted && this.#task ? { opportunityId: this.#task.opportunityId } : undefined),
      client: options.client,
    });
  }

  /** What a chosen end of the attempt still lacks, in words: the time of the appointment. */
  lacks(disposition: string): string {
    const lacks = disposition === 'appointmentSet' && this.#picked.appointment.at === undefined;
    return lacks ? AGREEMENT_TEXTS[this.#options.language()].chooseTime : '';
  }

  /** What goes with the activity. */
  agreed(disposition: string): Agreed | undefined {
    const { appointment, promise } = this.#picked;
    const set = disposition === 'appointmentSet' ? appointment.at : undefined;
    if (set === undefined && promise.at === undefined) return undefined;
    return {
      ...(set !== undefined && { appointmentAt: iso(set) }),
      ...(promise.at !== undefined && { promiseAt: iso(promise.at) }),
    };
  }

  /** The card in hand. Another one begins with nothing agreed. */
  turnTo(task: TaskView | undefined): void {
    if (task?.id === this.#task?.id) return;
    this.#task = task;
    this.#picked = NOTHING_PICKED;
    this.#wanted = false;
    this.#promising = false;
  }

  saidConfirmed(name: string): string {
    return AGREEMENT_TEXTS[this.#options.language()].saidConfirmed(name);
  }

  /** The appointment that stands, and the one tap that confirms it. */
  renderStanding(task: TaskView, telling: Telling, confirm: () => void): TemplateResult | typeof nothing {
    if (task.appointmentAt === null) return nothing;
    const texts = AGREEMENT_TEXTS[this.#options.language()];
    const at = Date.parse(task.appointmentAt);
    const isConfirmed = task.appointmentConfirmedAt !== null;
    const when = texts.appointment(timeNear(at, telling.now, telling.styleOf(task)));
    const isAhead = at > telling.now;
    const state = isAhead ? html`, ${isConfirmed ? texts.confirmed : texts.unconfirmed}` : nothing;
    const canTell = isAhead && !isConfirmed && (task.channel === 'call' || task.channel === 'video');
    return html`<p class="state standing">${icon(isConfirmed ? 'law' : 'wait')}<span>${when}${state}</span></p>
      ${canTell ? html`<button type="button" class="confirm" @click=${confirm}>${texts.confirm}</button>` : nothing}`;
  }

  /** The time of the appointment that was set. */
  renderAppointment(chosen: string | undefined, telling: Telling): TemplateResult | typeof nothing {
    if (chosen !== 'appointmentSet') return nothing;
    if (!this.#wanted) this.#want();
    return this.#renderPick('appointment', telling);
  }

  /** For whoever wants it, the time of a call that was promised. */
  renderPromise(telling: Telling): TemplateResult {
    const { promise } = AGREEMENT_TEXTS[this.#options.language()];
    return html`<details class="promising" .open=${this.#promising} @toggle=${this.#unfold}>
      <summary>${this.#promisedOr(promise, telling)}</summary>
      ${this.#promising ? this.#renderPick('promise', telling) : nothing}
    </details>`;
  }

  #renderPick(subject: Subject, telling: Telling): TemplateResult {
    const own = AGREEMENT_TEXTS[this.#options.language()];
    return renderTimePicker(this.#days.state, this.#picked[subject], own, telling, {
      name: subject,
      legend: subject === 'appointment' ? own.appointmentWhen : own.promiseWhen,
      retry: () => this.#days.refetch(),
      pick: (picked) => {
        this.#picked = { ...this.#picked, [subject]: picked };
        this.#host.requestUpdate();
      },
    });
  }

  #promisedOr(text: string, telling: Telling): string {
    const { at } = this.#picked.promise;
    if (at === undefined || this.#task === undefined) return text;
    const texts = AGREEMENT_TEXTS[this.#options.language()];
    return texts.promised(timeNear(at, telling.now, telling.styleOf(this.#task)));
  }

  readonly #unfold = (event: Event): void => {
    this.#promising = (event.currentTarget as HTMLDetailsElement).open;
    if (this.#promising) this.#want();
    this.#host.requestUpdate();
  };

  #want(): void {
    this.#wanted = true;
    // The controller reads it before the next update.
    queueMicrotask(() => this.#host.requestUpdate());
  }
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
