import { type Failure, publicFetch, type SurveyResult, submitSurvey, survey } from '@beback/client/public';
import type { Questionnaire } from '@beback/core';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { BebackElement } from '../base/beback-element.ts';
import { defineOnce } from '../base/define-once.ts';
import { chooseSpeech, type Speech } from '../base/locale.ts';
import { SurveySentEvent } from '../events/survey-sent-event.ts';
import { surveyStyles } from './survey.styles.ts';
import { SURVEY_TEXTS } from './survey.texts.ts';
import { NO_ANSWERS, readDraft, type SurveyDraft, writeDraft } from './survey-draft.ts';
import { readAnswers, renderQuestions, unanswered } from './survey-questions.ts';
import { tokenOf } from './survey-token.ts';
import type { SurveyWords } from './survey-words.ts';

type Page = NonNullable<SurveyResult['survey']>;

type Phase =
  | { readonly kind: 'loading' | 'gone' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'asking'; readonly failure?: Failure }
  | { readonly kind: 'sending' }
  | { readonly kind: 'sent'; readonly already: boolean; readonly thanks: string };

/**
 * The survey behind a personal link: three questions and a comment. A second submit changes nothing and says so.
 *
 * @summary The buyer's survey.
 * @status experimental
 * @tag beback-survey
 * @attr {string} api - The server's address without the path. Empty: the page's own origin.
 * @attr {string} token - The link's token. Without it the page's address is read: `#token=…` or `?token=…`.
 * @attr {string} locale - en, es or fr; without it the language of the invitation.
 * @attr {string} theme - light, dark or auto.
 * @fires {SurveySentEvent} beback-survey-sent - The answers have arrived.
 * @cssproperty --beback-survey-height - The height that is reserved.
 * @cssproperty --beback-accent - The one accent.
 */
export class Survey extends BebackElement {
  static override vocabulary = SURVEY_TEXTS;
  static override styles = surveyStyles;
  static override properties: PropertyDeclarations = {
    api: {},
    token: {},
    fetch: { attribute: false },
    phase: { state: true },
    page: { state: true },
    draft: { state: true },
    missing: { state: true },
  };

  declare api: string | undefined;
  declare token: string | undefined;
  /** Stands in for the global `fetch`. */
  declare fetch: typeof globalThis.fetch | undefined;
  declare protected phase: Phase;
  declare protected page: Page | undefined;
  declare protected draft: SurveyDraft;
  declare protected missing: ReadonlySet<string>;

  #asked: string | undefined;
  #linkToken = '';

  constructor() {
    super();
    this.phase = { kind: 'loading' };
    this.draft = NO_ANSWERS;
    this.missing = new Set();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    globalThis.addEventListener('online', this.#onOnline);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    globalThis.removeEventListener('online', this.#onOnline);
  }

  protected override get speech(): Speech {
    if (this.locale !== undefined || this.page === undefined) return super.speech;
    return chooseSpeech([this.page.locale]);
  }

  protected override willUpdate(): void {
    const token = this.token ?? tokenOf(location.href) ?? '';
    const asked = `${this.api} ${token}`;
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#linkToken = token;
    this.draft = readDraft(token);
    if (token === '') this.phase = { kind: 'gone' };
    else void this.#ask();
  }

  protected override render(): TemplateResult {
    const texts = SURVEY_TEXTS.in(this.language);
    return html`<section class="root" aria-labelledby="title">${this.#renderPhase(texts)}</section>`;
  }

  #renderPhase(texts: SurveyWords): TemplateResult {
    const { phase } = this;
    switch (phase.kind) {
      case 'loading':
        return html`<p id="title" aria-busy="true">${texts.loading}</p>`;
      case 'gone':
        return renderPanel(texts.gone, texts.goneText);
      case 'failed':
        return html`${renderPanel(texts.failed, texts.failures[phase.failure.kind])}
          <button type="button" @click=${() => void this.#ask()}>${texts.tryAgain}</button>`;
      case 'sent':
        return phase.already ? renderPanel(texts.already, texts.alreadyText) : renderPanel(texts.thanks, phase.thanks);
      case 'asking':
        return this.#renderForm(texts, phase.failure);
      case 'sending':
        return this.#renderForm(texts, undefined);
    }
  }

  #renderForm(texts: SurveyWords, failure: Failure | undefined): TemplateResult {
    const { page, draft, missing, language } = this;
    if (page === undefined) return html``;
    const questionnaire = page.questionnaire as Questionnaire;
    const sending = this.phase.kind === 'sending';
    const trouble = failure
      ? `${texts.failed}. ${texts.failures[failure.kind]}`
      : missing.size > 0 && texts.check(missing.size);
    return html`
      <h2 id="title">${texts.title(page.storeName)}</h2>
      ${page.salespersonName ? html`<p class="muted">${texts.with(page.salespersonName)}</p>` : nothing}
      <form novalidate @submit=${this.#submit} @input=${this.#keep}>
        ${renderQuestions({ questionnaire, language, texts, draft, missing })}
        <div class="end">
          <button class="main" type="submit" aria-disabled=${sending ? 'true' : 'false'}>
            ${sending ? texts.sending : texts.send}
          </button>
          <p class="fault" role="alert">${trouble || nothing}</p>
        </div>
      </form>
    `;
  }

  async #ask(): Promise<void> {
    this.phase = { kind: 'loading' };
    const token = this.#linkToken;
    const outcome = await publicFetch(survey, { token }, this.#target());
    if (token !== this.#linkToken) return;
    if (!outcome.ok) {
      this.phase = { kind: 'failed', failure: outcome.failure };
      return;
    }
    const { survey: page } = outcome.data;
    this.page = page ?? undefined;
    if (page === null) this.phase = { kind: 'gone' };
    else this.phase = page.answered ? { kind: 'sent', already: true, thanks: '' } : { kind: 'asking' };
  }

  readonly #keep = (event: Event): void => {
    if (this.page === undefined) return;
    this.draft = readAnswers(event.currentTarget as HTMLFormElement, this.page.questionnaire as Questionnaire);
    this.missing = new Set([...this.missing].filter((id) => this.draft.answers[id] === undefined));
    writeDraft(this.#linkToken, this.draft);
  };

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.page === undefined || this.phase.kind === 'sending') return;
    const questionnaire = this.page.questionnaire as Questionnaire;
    this.draft = readAnswers(event.currentTarget as HTMLFormElement, questionnaire);
    const [first, ...others] = unanswered(questionnaire, this.draft);
    this.missing = new Set(first === undefined ? [] : [first, ...others]);
    if (first === undefined) void this.#send();
    else void this.updateComplete.then(() => this.#focus(`input[name="${CSS.escape(first)}"]`));
  };

  async #send(): Promise<void> {
    this.phase = { kind: 'sending' };
    const answers = Object.entries(this.draft.answers).map(([questionId, value]) => ({ questionId, value }));
    const input = { token: this.#linkToken, answers, comment: this.draft.comment.trim() || null };
    const outcome = await publicFetch(submitSurvey, { input }, this.#target());
    if (!outcome.ok) {
      this.phase = { kind: 'asking', failure: outcome.failure };
      return;
    }
    const answer = outcome.data.submitSurvey;
    if (answer.__typename === 'SubmitSurveySuccess') {
      writeDraft(this.#linkToken, undefined);
      this.phase = { kind: 'sent', already: answer.already, thanks: answer.thanks };
      await this.updateComplete;
      this.#focus('#title');
      this.dispatchEvent(new SurveySentEvent(answer.already));
    } else if (answer.__typename === 'NotFoundError') {
      this.phase = { kind: 'gone' };
    } else {
      this.phase = { kind: 'asking', failure: { kind: 'input', message: answer.message } };
    }
  }

  /** What a dead network held back is sent when it is back; the token makes it count once. */
  readonly #onOnline = (): void => {
    const { phase } = this;
    if (phase.kind === 'failed') void this.#ask();
    if (phase.kind === 'asking' && phase.failure?.kind === 'offline') void this.#send();
  };

  #target() {
    return { api: this.api ?? '', fetch: this.fetch };
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

function renderPanel(title: string, text: string): TemplateResult {
  return html`<h2 id="title" tabindex="-1">${title}</h2>
    <p role="status">${text}</p>`;
}

defineOnce('beback-survey', Survey);

declare global {
  interface HTMLElementTagNameMap {
    'beback-survey': Survey;
  }
}
