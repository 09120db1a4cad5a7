import { html, type TemplateResult } from 'lit';
import { dayBriefly } from '../format/time.ts';
import { type IconName, icon } from '../icons/icons.ts';
import type { Place } from './place.ts';
import type { TaskListTexts } from './task-list-words.ts';

const SHAPES: Readonly<Record<Place['kind'], IconName>> = {
  here: 'inPerson',
  givenHere: 'inPerson',
  bdc: 'forward',
  manager: 'forward',
  colleague: 'forward',
  system: 'loop',
  later: 'wait',
  notDue: 'wait',
  unplanned: 'wait',
  forbidden: 'law',
  done: 'done',
  missed: 'alarm',
  cancelled: 'none',
  nothing: 'none',
};

/** A place by its shape and its words. */
export function renderPlace(place: Place, texts: TaskListTexts, tag: string): TemplateResult {
  return html`${icon(SHAPES[place.kind])}<span>${wordsOf(place, texts, tag)}</span>`;
}

function wordsOf(place: Place, texts: TaskListTexts, tag: string): string {
  const places = texts.places;
  switch (place.kind) {
    case 'bdc':
    case 'manager':
    case 'colleague':
      return places[place.kind](place.name);
    case 'later':
    case 'notDue':
      return places[place.kind](dayBriefly(place.day, tag));
    default:
      return places[place.kind];
  }
}
