import {
  type CatchUpResult,
  type CatchUpVariables,
  catchUp,
  failureIn,
  MutationController,
  newKey,
  QueryController,
  type WhileAwayResult,
  whileAway,
} from '@beback/client';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { defineOnce } from '../base/define-once.ts';
import { dayAndTime, shortDay } from '../format/time.ts';
import { icon } from '../icons/icons.ts';
import { type Refusal, refusalOf, tellRefusal } from '../staff/refusal.ts';
import { StaffElement } from '../staff/staff-element.ts';
import { whileAwayStyles } from './while-away.styles.ts';
import { WHILE_AWAY_TEXTS } from './while-away.texts.ts';
import type { WhileAwayWords } from './while-away-words.ts';

type Away = NonNullable<WhileAwayResult['whileAway']>;
type AwayEvent = Away['events'][number];

/** What stands there at once; the rest unfolds. */
const SHOWN = 5;

/**
 * What happened with one's customers while one was away: who did what, until one has said that one has seen it. Without
 * anything to tell it takes no room.
 *
 * @summary What happened while one was away.
 * @status experimental
 * @tag beback-while-away
 * @attr {string} api - The server's address without the path; or set `client`.
 * @attr {string} sign-in-href - Where to sign in once the session has ended.
 * @attr {string} locale - en, es or fr.
 * @attr {string} theme - light, dark or auto.
 * @fires {SignInNeededEvent} beback-sign-in-needed - Nobody is signed in any more.
 */
export class WhileAway extends StaffElement {
  static override styles = whileAwayStyles;
  static override properties: PropertyDeclarations = {
    refusal: { state: true },
    busy: { state: true },
  };

  declare protected refusal: Refusal | undefined;
  declare protected busy: boolean;

  /** Under one key, however often it is tried. */
  #key = newKey();

  readonly #away = new QueryController(this, {
    operation: whileAway,
    variables: () => ({}),
    client: () => this.ownClient,
  });
  readonly #saying: MutationController<CatchUpResult, CatchUpVariables> = new MutationController(this, {
    operation: catchUp,
    client: () => this.ownClient,
  });

  constructor() {
    super();
    this.busy = false;
  }

  /** Asks the server again. */
  refresh(): void {
    this.#away.refetch();
  }

  protected override updated(): void {
    this.tellSignedOut(failureIn(this.#away.state));
  }

  protected override render(): TemplateResult | typeof nothing {
    const away = this.#away.data?.whileAway;
    // Nothing to catch up on; why an answer does not come, the day itself says.
    if (away == null) return nothing;
    const texts = this.words(WHILE_AWAY_TEXTS);
    const { tag } = this.speech;
    const rest = away.events.slice(SHOWN);
    const list = (events: readonly AwayEvent[]) =>
      html`<ol>${events.map((event) => this.#renderEvent(event, away, texts))}</ol>`;
    return html`<section class="root" aria-labelledby="title">
      <h2 id="title">${texts.title}</h2>
      <p class="muted">${texts.span(shortDay(away.from, tag), shortDay(away.backOn, tag))}</p>
      ${away.events.length === 0 ? html`<p>${texts.nothing}</p>` : list(away.events.slice(0, SHOWN))}
      ${
        rest.length === 0
          ? nothing
          : html`<details>
            <summary>${texts.rest(rest.length)}</summary>
            ${list(rest)} ${away.more ? html`<p class="muted">${texts.more}</p>` : nothing}
          </details>`
      }
      <div class="end">
        <button type="button" aria-disabled=${this.busy ? 'true' : 'false'} @click=${() => void this.#say(away.absenceId)}>
          ${icon('done')} ${this.busy ? texts.saying : texts.looked}
        </button>
        ${this.refusal === undefined ? nothing : html`<span role="alert">${icon('cut')} ${tellRefusal(this.refusal, texts)}</span>`}
      </div>
    </section>`;
  }

  #renderEvent(event: AwayEvent, { zone }: Away, texts: WhileAwayWords): TemplateResult {
    const { kind, at, channel, disposition, customerName, vehicle, member } = event;
    const logged = [channel && texts.channels[channel], disposition && texts.dispositions[disposition]];
    const what = kind === 'activity' ? logged.filter((word) => word).join(', ') : texts.kinds[kind];
    return html`<li>
      <span class="customer">${customerName ?? texts.nobodyNamed}</span>
      <span>${what}${member === null ? nothing : html` ${texts.by(member.name)}`}</span>
      ${vehicle === null ? nothing : html`<span class="muted">${vehicle}</span>`}
      <span class="muted small">${dayAndTime(Date.parse(at), { tag: this.speech.tag, zone })}</span>
    </li>`;
  }

  async #say(absenceId: string): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.refusal = undefined;
    const input = { key: this.#key, absenceId };
    const outcome = await this.#saying.run({ input, locale: this.language });
    this.busy = false;
    if (!outcome.ok) {
      this.refusal = { fault: outcome.failure.kind };
    } else if (outcome.data.catchUp.__typename === 'CatchUpSuccess') {
      this.#key = newKey();
      this.#away.refetch();
    } else {
      this.refusal = refusalOf(outcome.data.catchUp);
    }
  }
}

defineOnce('beback-while-away', WhileAway);

declare global {
  interface HTMLElementTagNameMap {
    'beback-while-away': WhileAway;
  }
}
