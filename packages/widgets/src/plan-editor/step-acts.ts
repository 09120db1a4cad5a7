import type { FollowUpPlan, Trigger } from '@beback/core';
import type { DraftDesk } from './draft-desk.ts';
import type { EditorWords } from './editor-words.ts';
import {
  placeOf,
  type StepPlace,
  stepsAfter,
  withStepAdded,
  withStepCopied,
  withStepMoved,
  withStepRemoved,
} from './step-edits.ts';

export interface StepActsOptions {
  /** Opens a step to be changed, and none for undefined. */
  readonly show: (stepId: string | undefined) => void;
  /** Tells the writer what was done, and where the focus goes. */
  readonly say: (words: string, reach: string) => void;
}

/** What is done to steps as a whole. The focus stays where the writer is. */
export class StepActs {
  readonly #desk: DraftDesk;
  readonly #options: StepActsOptions;

  constructor(desk: DraftDesk, options: StepActsOptions) {
    this.#desk = desk;
    this.#options = options;
  }

  show(stepId: string | undefined, from?: string): void {
    this.#options.show(stepId);
    const at = stepId ?? from;
    if (at !== undefined) this.#options.say('', toggleOf(at));
  }

  add(trigger: Trigger, texts: EditorWords): void {
    this.#added(withStepAdded(this.#text, trigger), texts);
  }

  copy(place: StepPlace, texts: EditorWords): void {
    this.#added(withStepCopied(this.#text, place), texts);
  }

  remove(place: StepPlace, texts: EditorWords): void {
    const text = withStepRemoved(this.#text, place);
    this.#desk.edit(text);
    const rest = stepsAfter(text, place.trigger);
    const next = rest[Math.min(place.at, rest.length - 1)];
    this.#options.show(undefined);
    this.#options.say(texts.removedStep, next === undefined ? `#add-${place.trigger}` : toggleOf(next.id));
  }

  move(place: StepPlace, by: -1 | 1, texts: EditorWords): void {
    const step = stepsAfter(this.#text, place.trigger)[place.at];
    if (step === undefined) return;
    const text = withStepMoved(this.#text, place, by);
    this.#desk.edit(text);
    const now = placeOf(text, step.id) ?? place;
    this.#options.say(texts.movedStep(now.at + 1), `#${CSS.escape(`acts-${step.id}`)} [data-move='${by}']`);
  }

  #added([text, stepId]: readonly [FollowUpPlan, string], texts: EditorWords): void {
    this.#desk.edit(text);
    this.#options.show(stepId);
    this.#options.say(texts.addedStep, toggleOf(stepId));
  }

  get #text(): FollowUpPlan {
    if (this.#desk.text === undefined) throw new Error('StepActs: there is no text on the desk');
    return this.#desk.text;
  }
}

/** The button that opens a step. */
export function toggleOf(stepId: string): string {
  return `#${CSS.escape(`step-${stepId}`)} .toggle`;
}
