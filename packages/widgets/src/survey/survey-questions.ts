import type { Questionnaire } from '@beback/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../base/locale.ts';
import type { SurveyDraft } from './survey-draft.ts';
import type { SurveyWords } from './survey-words.ts';

type Question = Questionnaire['questions'][number];

export interface QuestionsState {
  readonly questionnaire: Questionnaire;
  readonly language: Language;
  readonly texts: SurveyWords;
  readonly draft: SurveyDraft;
  /** Questions that a reader tried to send without an answer, and what to say there. */
  readonly missing: ReadonlyMap<string, string>;
}

/** Each question a group of native radio buttons, from worst to best in reading direction; then the comment. */
export function renderQuestions(state: QuestionsState): TemplateResult {
  const { questionnaire, language, draft } = state;
  const { comment } = questionnaire;
  return html`
    ${questionnaire.questions.map((question) => renderQuestion(question, state))}
    <div class="field">
      <label for="comment">${comment.text[language] ?? comment.text.en}</label>
      <textarea
        id="comment"
        name="comment"
        rows="4"
        maxlength=${comment.maxLength}
        .value=${draft.comment}
      ></textarea>
    </div>
  `;
}

function renderQuestion(question: Question, state: QuestionsState): TemplateResult {
  const { language, texts, draft, questionnaire } = state;
  const { worst, best } = questionnaire.scaleEnds;
  const ends = { worst: worst[language] ?? worst.en, best: best[language] ?? best.en };
  const missing = state.missing.get(question.id);
  const values = Array.from({ length: question.scaleTo }, (_, index) => index + 1);
  return html`<fieldset aria-describedby="${question.id}-fault" class=${missing ? 'missing' : ''}>
    <legend>${question.text[language] ?? question.text.en}</legend>
    <p id="${question.id}-fault" class="fault">${missing ?? nothing}</p>
    <div class="scale">
      ${values.map((value) => {
        const end = value === 1 ? ends.worst : value === question.scaleTo ? ends.best : undefined;
        const told = texts.outOf(value, question.scaleTo);
        return html`<label class="choice">
          <input
            type="radio"
            name=${question.id}
            value=${value}
            aria-label=${end === undefined ? told : `${told}: ${end}`}
            .checked=${draft.answers[question.id] === value}
          />
          <span>${value}</span>
        </label>`;
      })}
    </div>
    <p class="ends small muted" aria-hidden="true"><span>${ends.worst}</span><span>${ends.best}</span></p>
  </fieldset>`;
}

/** What the form holds now. */
export function readAnswers(form: HTMLFormElement, questionnaire: Questionnaire): SurveyDraft {
  const data = new FormData(form);
  const answers = questionnaire.questions.flatMap(({ id }) => {
    const value = data.get(id);
    return value === null ? [] : [[id, Number(value)] as const];
  });
  return { answers: Object.fromEntries(answers), comment: String(data.get('comment') ?? '') };
}
