import {
  type BebackClient,
  type ControllerHost,
  daySum,
  failureIn,
  type Locale,
  QueryController,
  type WhyNotResult,
  whyNot,
} from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { placeOf, placeOfStep, type Seat } from './place.ts';
import { renderPlace } from './place-line.ts';
import type { Telling } from './task-card.ts';
import type { TaskListTexts } from './task-list-words.ts';

/** The server answers with so many at most. */
const MOST = 10;
const FIELD = 'asked';

export interface WhyNotOptions {
  readonly client: () => BebackClient | undefined;
  readonly language: () => Locale;
  readonly whose: () => { readonly memberId?: string };
}

type Answer = WhyNotResult['whyNot'][number];

/** "Why is somebody not on my list?": one customer looked up, and where everything went that is due today. */
export class WhyNot {
  readonly #host: ControllerHost;
  #asked: string | undefined;
  #open = false;
  readonly #answers;
  readonly #sum;

  constructor(host: ControllerHost, { client, language, whose }: WhyNotOptions) {
    this.#host = host;
    this.#answers = new QueryController(host, {
      operation: whyNot,
      variables: () =>
        this.#asked === undefined ? undefined : { customer: this.#asked, ...whose(), locale: language() },
      client,
    });
    this.#sum = new QueryController(host, {
      operation: daySum,
      variables: () => (this.#open ? whose() : undefined),
      client,
    });
  }

  /** The day has changed: what is shown is asked anew. */
  refresh(): void {
    this.#answers.refetch();
    this.#sum.refetch();
  }

  render(telling: Telling, seat: Seat): TemplateResult {
    const { texts } = telling;
    return html`<section class="why-not" aria-labelledby="why-not">
      <h3 id="why-not" class="label">${texts.whyNot}</h3>
      <form role="search" aria-labelledby="why-not" @submit=${this.#submit}>
        <label class="said" for=${FIELD}>${texts.whyNotField}</label>
        <input
          id=${FIELD}
          name=${FIELD}
          type="search"
          autocomplete="off"
          enterkeyhint="search"
          maxlength="100"
          placeholder=${texts.whyNotField}
        />
        <button type="submit">${texts.whyNotAsk}</button>
      </form>
      <p class="found small" role="status">${this.#told(texts)}</p>
      ${this.#renderAnswers(telling, seat)}
      <details @toggle=${this.#toggle}>
        <summary>${texts.sum}</summary>
        ${this.#renderSum(telling, seat)}
      </details>
    </section>`;
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const asked = String(new FormData(event.target as HTMLFormElement).get(FIELD)).trim();
    // The same once more: it may have changed meanwhile.
    if (asked === this.#asked) this.#answers.refetch();
    this.#asked = asked === '' ? undefined : asked;
    this.#host.requestUpdate();
  };

  readonly #toggle = (event: Event): void => {
    this.#open = (event.currentTarget as HTMLDetailsElement).open;
    this.#host.requestUpdate();
  };

  #told(texts: TaskListTexts): unknown {
    const { state, data } = this.#answers;
    const failure = failureIn(state);
    if (failure?.kind === 'input') return texts.whyNotShort;
    if (failure !== undefined) return `${texts.whyNotFailed} ${texts.failure[failure.kind]}`;
    if (this.#asked === undefined) return nothing;
    if (data === undefined) return texts.whyNotWait;
    const count = data.whyNot.length;
    if (count === 0) return texts.whyNotNone(this.#asked);
    return count < MOST ? texts.whyNotFound(count) : texts.whyNotMost;
  }

  #renderAnswers(telling: Telling, seat: Seat): TemplateResult | typeof nothing {
    const answers = this.#answers.data?.whyNot ?? [];
    if (answers.length === 0) return nothing;
    return html`<ul class="answers">
      ${answers.map((answer) => renderAnswer(answer, telling, seat))}
    </ul>`;
  }

  #renderSum({ texts, tag }: Telling, seat: Seat): TemplateResult {
    const { state, data } = this.#sum;
    const failure = failureIn(state);
    if (failure !== undefined) {
      return html`<p class="small" role="alert">
        ${texts.sumFailed} ${texts.failure[failure.kind]}
        <button type="button" @click=${() => this.#sum.refetch()}>${texts.tryAgain}</button>
      </p>`;
    }
    if (data === undefined) return html`<p class="small" aria-busy="true">${texts.sumWait}</p>`;
    const all = data.daySum.reduce((sum, { count }) => sum + count, 0);
    return html`<p class="small muted">${texts.sumText(all)}</p>
      <dl class="sum">
        ${data.daySum.map(
          (share) =>
            html`<div>
              <dt class="state">${renderPlace(placeOf(share, seat), texts, tag)}</dt>
              <dd>${share.count}</dd>
            </div>`,
        )}
      </dl>`;
  }
}

function renderAnswer(answer: Answer, telling: Telling, seat: Seat): TemplateResult {
  const { texts, tag } = telling;
  const { customerName, vehicle, storeName, zone, touches } = answer;
  const about = [vehicle, storeName].filter((fact) => fact).join(' · ');
  return html`<li>
    <p><span class="name">${customerName || texts.nobodyNamed}</span> <span class="muted small">${about}</span></p>
    ${touches.map(
      (step) =>
        html`<p class="state">
            ${renderPlace(placeOfStep(step, zone, seat), texts, tag)}
            <span class="muted small">${texts.channels[step.channel]}</span>
          </p>
          ${renderReasons(step.reasons)}`,
    )}
    ${
      touches.length === 0
        ? html`<p class="state">${renderPlace({ kind: 'nothing' }, texts, tag)}</p>
            ${renderReasons(answer.reasons)}`
        : nothing
    }
  </li>`;
}

/** Why it stands there; then, smaller, why it is asked for at all. */
function renderReasons([first, ...others]: Answer['reasons']): TemplateResult {
  return html`<p>${first?.text}</p>
    ${others.map((reason) => html`<p class="muted small">${reason.text}</p>`)}`;
}
