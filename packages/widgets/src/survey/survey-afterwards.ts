import {
  type Failure,
  type FailureKind,
  type Outcome,
  type PublicTarget,
  publicFetch,
  type SurveyResult,
  submitSurvey,
} from '@beback/client/public';
import type { Questionnaire } from '@beback/core';
import { html, type TemplateResult } from 'lit';
import type { Language } from '../base/locale.ts';
import { SurveySentEvent } from '../events/survey-sent-event.ts';
import { AFTERWARDS_TEXTS } from './afterwards.texts.ts';
import type { AfterwardsWords } from './afterwards-words.ts';
import { KEPT_ANSWERS } from './kept-answers.ts';
import type { SurveyDraft } from './survey-draft.ts';

/** The survey as what comes afterwards sees it. */
export interface AnsweredSurvey {
  /** How it stands now. */
  now(): {
    readonly time: number;
    readonly token: string;
    readonly target: PublicTarget;
    readonly language: Language;
    readonly draft: SurveyDraft;
  };
  /** Puts kept answers back into the form. */
  fill(draft: SurveyDraft): void;
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

/** Failures that pass: the same answers, sent later, may well arrive. */
const PASSING: ReadonlySet<FailureKind> = new Set(['offline', 'timeout', 'server', 'limited']);

/**
 * What a survey needs besides its questions: the way to the server, thanks, and what to say instead of the questions.
 * It is fetched while the buyer reads, so that a page shows the questions sooner.
 */
export class SurveyAfterwards {
  #phase: Phase = { kind: 'asking' };
  #failure: FailureKind | undefined;
  /** What is kept on this device until it can be sent. */
  #kept: SurveyDraft | undefined;
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
    if (this.#failure !== undefined) {
      return `${texts.failed}. ${texts.failures[this.#failure]} ${this.#kept === undefined ? '' : texts.kept}`;
    }
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

  /** Shows the questions: of this link for the first time, or once more. */
  open(): void {
    this.#missing = [];
    this.#kept = undefined;
    this.#turn({ kind: 'asking' });
  }

  /** The server has said what is behind the link, or has not. */
  async arrived(outcome: Outcome<SurveyResult>): Promise<void> {
    if (!outcome.ok) this.#turn({ kind: 'unreachable', failure: outcome.failure });
    else if (outcome.data.survey === null) this.gone();
    else if (outcome.data.survey.answered) this.#answeredBefore();
    else await this.#resume();
  }

  gone(): void {
    this.#forget();
    this.#turn({ kind: 'gone' });
  }

  #answeredBefore(): void {
    this.#forget();
    this.#turn({ kind: 'sent', already: true, thanks: '' });
  }

  /** The questions are here: what was handed in before and could not be sent is sent now. */
  async #resume(): Promise<void> {
    const { time, token } = this.#survey.now();
    const kept = KEPT_ANSWERS.read(time).find((one) => one.token === token);
    if (kept === undefined || this.sending) return;
    this.#survey.fill(kept.draft);
    await this.#send(kept.draft);
  }

  /** An answer was given: its question is not missing any more, and what waited to be sent is not what is meant. */
  heard(): void {
    const { answers } = this.#survey.now().draft;
    this.#missing = this.#missing.filter((id) => answers[id] === undefined);
    if (this.#kept === undefined) return;
    this.#forget();
    this.#failure = undefined;
  }

  async submit(questionnaire: Questionnaire): Promise<void> {
    if (this.sending) return;
    const { draft } = this.#survey.now();
    const ids = questionnaire.questions.map(({ id }) => id);
    this.#missing = ids.filter((id) => draft.answers[id] === undefined);
    this.#failure = undefined;
    const [first] = this.#missing;
    if (first === undefined) await this.#send(draft);
    else this.#survey.show(`input[name="${CSS.escape(first)}"]`);
  }

  /** What was held back is sent when the network is back; the token makes it count once. */
  async retry(): Promise<void> {
    if (this.#kept !== undefined && !this.sending) await this.#send(this.#kept);
  }

  async #send(draft: SurveyDraft): Promise<void> {
    this.#turn({ kind: 'sending' });
    const { token, target } = this.#survey.now();
    const answers = Object.entries(draft.answers).map(([questionId, value]) => ({ questionId, value }));
    const input = { token, answers, comment: draft.comment.trim() || null };
    const outcome = await publicFetch(submitSurvey, { input }, target);
    const { time, token: shown, draft: written } = this.#survey.now();
    const here = shown === token;
    const answer = outcome.ok ? outcome.data.submitSurvey : undefined;
    const why = outcome.ok ? 'input' : outcome.failure.kind;
    if (answer?.__typename === 'SubmitSurveySuccess') this.#survey.tell(new SurveySentEvent(answer.already));
    // Who has changed something meanwhile hands it in again.
    const holds = PASSING.has(why) && !(here && JSON.stringify(written) !== JSON.stringify(draft));
    if (holds) KEPT_ANSWERS.keep({ token, draft, at: time }, time);
    else KEPT_ANSWERS.drop(token, time);
    if (!here) return;
    this.#kept = holds ? draft : undefined;
    if (answer?.__typename === 'SubmitSurveySuccess') {
      this.#survey.clear();
      this.#turn({ kind: 'sent', already: answer.already, thanks: answer.thanks }, '#title');
    } else if (answer?.__typename === 'NotFoundError') {
      this.gone();
    } else {
      this.#turn({ kind: 'asking' });
      this.#failure = why;
    }
  }

  #forget(): void {
    const { time, token } = this.#survey.now();
    this.#kept = undefined;
    KEPT_ANSWERS.drop(token, time);
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
