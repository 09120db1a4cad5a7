import { publicFetch, type SurveyResult, survey } from '@beback/client/public';
import type { Questionnaire } from '@beback/core';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { BebackElement } from '../base/beback-element.ts';
import { defineOnce } from '../base/define-once.ts';
import { chooseSpeech, type Speech } from '../base/locale.ts';
import { surveyStyles } from './survey.styles.ts';
import { SURVEY_TEXTS } from './survey.texts.ts';
import type { SurveyAfterwards } from './survey-afterwards.ts';
import { NO_ANSWERS, readDraft, writeDraft } from './survey-draft.ts';
import { readAnswers, renderQuestions } from './survey-questions.ts';
import { tokenOf } from './survey-token.ts';
import type { SurveyWords } from './survey-words.ts';

type Page = NonNullable<SurveyResult['survey']>;

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
 */
export class Survey extends BebackElement {
  static override vocabulary = SURVEY_TEXTS;
  static override styles = surveyStyles;
  static override properties: PropertyDeclarations = {
    api: {},
    token: {},
    fetch: { attribute: false },
  };

  declare api: string | undefined;
  declare token: string | undefined;
  /** Stands in for the global `fetch`. */
  declare fetch: typeof globalThis.fetch | undefined;

  #asked: string | undefined;
  #linkToken = '';
  #page: Page | undefined;
  #draft = NO_ANSWERS;
  #stranded = false;
  #coming: Promise<SurveyAfterwards> | undefined;
  #afterwards: SurveyAfterwards | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    globalThis.addEventListener('online', this.#onOnline);
    globalThis.addEventListener('hashchange', this.#onLink);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    globalThis.removeEventListener('online', this.#onOnline);
    globalThis.removeEventListener('hashchange', this.#onLink);
  }

  protected override get speech(): Speech {
    if (this.locale !== undefined || this.#page === undefined) return super.speech;
    return chooseSpeech([this.#page.locale]);
  }

  protected override willUpdate(): void {
    const token = this.token ?? tokenOf(location.href) ?? '';
    const asked = `${this.api} ${token}`;
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#linkToken = token;
    this.#draft = readDraft(token);
    this.#page = undefined;
    void this.#ask();
  }

  protected override render(): TemplateResult {
    const texts = SURVEY_TEXTS.in(this.language);
    const again = html`<button type="button" @click=${() => void this.#ask()}>${texts.tryAgain}</button>`;
    const content = this.#afterwards?.render(again) ?? this.#renderQuestions(texts, again);
    return html`<section class="root" aria-labelledby="title">${content}</section>`;
  }

  #renderQuestions(texts: SurveyWords, again: TemplateResult): TemplateResult {
    const page = this.#page;
    const afterwards = this.#afterwards;
    if (page === undefined) {
      return this.#stranded
        ? html`<p id="title" role="alert">${texts.notNow}</p>${again}`
        : html`<p id="title" aria-busy="true">${texts.loading}</p>`;
    }
    const questionnaire = page.questionnaire as Questionnaire;
    const sending = afterwards?.sending === true;
    const missing = afterwards?.missing ?? new Map<string, string>();
    const trouble = afterwards?.trouble ?? (this.#stranded && texts.notNow);
    return html`
      <h2 id="title">${texts.title(page.storeName)}</h2>
      ${page.salespersonName ? html`<p class="muted">${texts.with(page.salespersonName)}</p>` : nothing}
      <form novalidate @submit=${this.#submit} @input=${this.#keep}>
        ${renderQuestions({ questionnaire, language: this.language, texts, draft: this.#draft, missing })}
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
    const token = this.#linkToken;
    if (token === '') {
      this.#then((afterwards) => afterwards.gone());
      return;
    }
    this.#afterwards?.open();
    const outcome = await publicFetch(survey, { token }, this.#target);
    if (token !== this.#linkToken) return;
    const page = outcome.ok ? outcome.data.survey : undefined;
    this.#page = page?.answered === false ? page : undefined;
    this.requestUpdate();
    // What comes afterwards is fetched while the buyer reads: a page that goes offline meanwhile can still keep the answers.
    this.#then((afterwards) => afterwards.arrived(outcome));
  }

  /** Does something with what comes after the questions, once that is here, if the link is still the same. */
  #then(act: (afterwards: SurveyAfterwards) => unknown): void {
    const token = this.#linkToken;
    this.#coming ??= import('./survey-afterwards.ts').then((file) => {
      this.#afterwards = new file.SurveyAfterwards({
        now: () => ({
          time: this.now(),
          token: this.#linkToken,
          target: this.#target,
          language: this.language,
          draft: this.#draft,
        }),
        fill: (draft) => {
          this.#draft = draft;
        },
        show: (focus) => this.#show(focus),
        clear: () => writeDraft(this.#linkToken, undefined),
        tell: (event) => this.dispatchEvent(event),
      });
      return this.#afterwards;
    });
    this.#coming.then(
      (afterwards) => {
        this.#stranded = false;
        if (token === this.#linkToken) void act(afterwards);
      },
      () => {
        this.#coming = undefined;
        this.#stranded = true;
        this.requestUpdate();
      },
    );
  }

  readonly #keep = (event: Event): void => {
    if (this.#page === undefined) return;
    this.#draft = readAnswers(event.currentTarget as HTMLFormElement, this.#page.questionnaire as Questionnaire);
    this.#afterwards?.heard();
    writeDraft(this.#linkToken, this.#draft);
    this.requestUpdate();
  };

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.#page === undefined) return;
    const questionnaire = this.#page.questionnaire as Questionnaire;
    this.#draft = readAnswers(event.currentTarget as HTMLFormElement, questionnaire);
    this.#then((afterwards) => afterwards.submit(questionnaire));
  };

  readonly #onOnline = (): void => {
    if (this.#page === undefined) void this.#ask();
    else this.#then((afterwards) => afterwards.retry());
  };

  /** Another personal link, in the same tab. */
  readonly #onLink = (): void => this.requestUpdate();

  get #target() {
    return { api: this.api ?? '', fetch: this.fetch };
  }

  #show(focus: string): void {
    this.requestUpdate();
    if (focus === '') return;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(focus)?.focus());
  }
}

defineOnce('beback-survey', Survey);

declare global {
  interface HTMLElementTagNameMap {
    'beback-survey': Survey;
  }
}
