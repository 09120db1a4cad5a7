import { type Failure, type PublicTarget, publicFetch, submitSurvey } from '@beback/client/public';
import type { Questionnaire } from '@beback/core';
import { html, type TemplateResult } from 'lit';
import type { Language } from '../base/locale.ts';
import { SurveySentEvent } from '../events/survey-sent-event.ts';
import { AFTERWARDS_TEXTS } from './afterwards.texts.ts';
import type { AfterwardsWords } from './afterwards-words.ts';
import type { SurveyDraft } from './survey-draft.ts';

/** The survey as what comes afterwards sees it. */
export interface AnsweredSurvey {
  /** How it stands now. */
  now(): { readonly token: string; readonly target: PublicTarget; readonly language: Language };
  /** Something has changed: show it, and put the reader there. */
  show(focus: string): void;
  /** The answers have arrived: the draft has done its duty. */
  clear(): void;
  tell(event: Event): void;
}

type Phase =
  | { readonly kind: 'asking' | 'sending' | 'gone' }
  | { readonly kind: 'unreachable'; readonly failure: Failure }
  | { readonly kind: 'sent'; readonly already: boolean; readonly thanks: string };

/**
 * What a survey needs besides its questions: the way to the server, thanks, and what to say instead of the questions.
 * It is fetched while the buyer reads, so that a page shows the questions sooner.
 */
export class SurveyAfterwards {
  #phase: Phase = { kind: 'asking' };
  #failure: Failure | undefined;
  #missing: readonly string[] = [];
  readonly #survey: AnsweredSurvey;

  constructor(survey: AnsweredSurvey) {
    this.#survey = survey;
  }

  get sending(): boolean {
    return this.#phase.kind === 'sending';
  }

  /** What keeps the answers from being sent, in a sentence. */
  get trouble(): string | undefined {
    const texts = this.#texts;
    if (this.#failure !== undefined) return `${texts.failed}. ${texts.failures[this.#failure.kind]}`;
    return this.#missing.length > 0 ? texts.check(this.#missing.length) : undefined;
  }

  /** What to say at the questions without an answer. */
  get missing(): ReadonlyMap<string, string> {
    return new Map(this.#missing.map((id) => [id, this.#texts.choose]));
  }

  /** What stands in the questions' place; undefined: the questions. */
  render(tryAgain: TemplateResult): TemplateResult | undefined {
    const texts = this.#texts;
    const phase = this.#phase;
    switch (phase.kind) {
      case 'gone':
        return renderPanel(texts.gone, texts.goneText);
      case 'unreachable':
        return html`${renderPanel(texts.failed, texts.failures[phase.failure.kind])} ${tryAgain}`;
      case 'sent':
        return phase.already ? renderPanel(texts.already, texts.alreadyText) : renderPanel(texts.thanks, phase.thanks);
      default:
        return undefined;
    }
  }

  /** Shows the questions. */
  open(): void {
    this.#turn({ kind: 'asking' });
  }

  gone(): void {
    this.#turn({ kind: 'gone' });
  }

  unreachable(failure: Failure): void {
    this.#turn({ kind: 'unreachable', failure });
  }

  answeredBefore(): void {
    this.#turn({ kind: 'sent', already: true, thanks: '' });
  }

  /** An answer was given: its question is not missing any more. */
  heard({ answers }: SurveyDraft): void {
    this.#missing = this.#missing.filter((id) => answers[id] === undefined);
  }

  async submit(questionnaire: Questionnaire, draft: SurveyDraft): Promise<void> {
    if (this.sending) return;
    const ids = questionnaire.questions.map(({ id }) => id);
    this.#missing = ids.filter((id) => draft.answers[id] === undefined);
    this.#failure = undefined;
    const [first] = this.#missing;
    if (first === undefined) await this.#send(draft);
    else this.#survey.show(`input[name="${CSS.escape(first)}"]`);
  }

  /** What a dead network held back is sent when it is back; the token makes it count once. */
  async retry(draft: SurveyDraft): Promise<void> {
    if (this.#phase.kind === 'asking' && this.#failure?.kind === 'offline') await this.#send(draft);
  }

  async #send(draft: SurveyDraft): Promise<void> {
    this.#turn({ kind: 'sending' });
    const { token, target } = this.#survey.now();
    const answers = Object.entries(draft.answers).map(([questionId, value]) => ({ questionId, value }));
    const input = { token, answers, comment: draft.comment.trim() || null };
    const outcome = await publicFetch(submitSurvey, { input }, target);
    if (!outcome.ok) {
      this.#fail(outcome.failure);
      return;
    }
    const answer = outcome.data.submitSurvey;
    if (answer.__typename === 'SubmitSurveySuccess') {
      this.#survey.clear();
      this.#turn({ kind: 'sent', already: answer.already, thanks: answer.thanks }, '#title');
      this.#survey.tell(new SurveySentEvent(answer.already));
    } else if (answer.__typename === 'NotFoundError') {
      this.gone();
    } else {
      this.#fail({ kind: 'input', message: answer.message });
    }
  }

  #fail(failure: Failure): void {
    this.#failure = failure;
    this.#phase = { kind: 'asking' };
    this.#survey.show('');
  }

  #turn(phase: Phase, focus = ''): void {
    this.#failure = undefined;
    this.#phase = phase;
    this.#survey.show(focus);
  }

  get #texts(): AfterwardsWords {
    return AFTERWARDS_TEXTS[this.#survey.now().language];
  }
}

function renderPanel(title: string, text: string): TemplateResult {
  return html`<h2 id="title" tabindex="-1">${title}</h2>
    <p role="status">${text}</p>`;
}
