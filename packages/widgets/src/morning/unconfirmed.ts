import {
  type AppointmentsToConfirmResult,
  type AppointmentsToConfirmVariables,
  appointmentsToConfirm,
  type ControllerHost,
  failureIn,
  type Locale,
  type MutationControllerOptions,
  QueryController,
} from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { dialAddress, phoneInWords } from '../format/phone.ts';
import { timeNear } from '../format/time.ts';
import { icon } from '../icons/icons.ts';
import type { Glance } from './glance-view.ts';
import type { MorningTelling } from './morning-telling.ts';
import { UNCONFIRMED_TEXTS } from './unconfirmed.texts.ts';

type Appointment = AppointmentsToConfirmResult['appointmentsToConfirm'][number];

export interface UnconfirmedOptions {
  readonly client: NonNullable<MutationControllerOptions<unknown, unknown>['client']>;
  readonly language: () => Locale;
  readonly storeId: () => string | undefined;
}

/** A morning shows no more at once. */
const SHOWN = 10;

/** The appointments of today and tomorrow that nobody has confirmed yet, each with whose customer it is. */
export class Unconfirmed {
  readonly #options: UnconfirmedOptions;
  readonly #appointments: QueryController<AppointmentsToConfirmResult, AppointmentsToConfirmVariables>;

  constructor(host: ControllerHost, options: UnconfirmedOptions) {
    this.#options = options;
    this.#appointments = new QueryController(host, {
      operation: appointmentsToConfirm,
      variables: () => {
        const storeId = options.storeId();
        return storeId === undefined ? undefined : { storeId };
      },
      client: options.client,
    });
  }

  refresh(): void {
    this.#appointments.refetch();
  }

  /** How many there are, for the top of the page. */
  glance(): Glance {
    const count = this.#appointments.data?.appointmentsToConfirm.length ?? 0;
    return { at: 'unconfirmed', count, words: this.#texts.count(count) };
  }

  render(telling: MorningTelling): TemplateResult {
    const texts = this.#texts;
    const all = this.#appointments.data?.appointmentsToConfirm;
    const failed = failureIn(this.#appointments.state) !== undefined;
    return html`<section aria-labelledby="unconfirmed">
      <h2 id="unconfirmed" tabindex="-1">${texts.title}</h2>
      ${failed ? html`<p role="status">${icon('cut')} ${texts.failed}</p>` : nothing}
      ${all === undefined ? (failed ? nothing : html`<p class="muted" role="status">${texts.loading}</p>`) : this.#renderList(all, telling)}
    </section>`;
  }

  #renderList(all: readonly Appointment[], telling: MorningTelling): TemplateResult {
    const texts = this.#texts;
    if (all.length === 0) return html`<p>${icon('done')} ${texts.none}</p>`;
    const shown = all.slice(0, SHOWN);
    return html`<ul class="people">
        ${shown.map((each) => this.#renderOne(each, telling))}
      </ul>
      ${all.length > SHOWN ? html`<p class="small muted">${texts.more(all.length - SHOWN)}</p>` : nothing}`;
  }

  #renderOne({ startsAt, zone, opportunity }: Appointment, { tag, board }: MorningTelling): TemplateResult {
    const texts = this.#texts;
    const { customerName, vehicle, owner } = opportunity;
    const phone = owner?.phone;
    return html`<li class="waiting-lead">
      <p><strong>${customerName || texts.nobodyNamed}</strong> <span class="muted">${vehicle}</span></p>
      <p><strong>${timeNear(Date.parse(startsAt), board.now, { tag, zone })}</strong></p>
      <p class="small muted">
        ${owner === null ? texts.nobodys : texts.ownedBy(owner.name)}
        ${phone ? html`<a class="dial" href=${dialAddress(phone)}>${phoneInWords(phone)}</a>` : nothing}
      </p>
    </li>`;
  }

  get #texts() {
    return UNCONFIRMED_TEXTS[this.#options.language()];
  }
}
