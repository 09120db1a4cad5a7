import { tidyLine } from './html-text.ts';

/** What forms and templates send for "nothing". Compared in lower case without punctuation at the ends. */
const NOTHING = new Set([
  '',
  'n/a',
  'na',
  'nil',
  'none',
  'not available',
  'not provided',
  'not specified',
  'not supplied',
  'null',
  'object object',
  'tbd',
  'undefined',
  'unknown',
  'unspecified',
  'no especificado',
  'non spécifié',
]);

/** What stands for "no vehicle in particular". */
const NO_VEHICLE = new Set([
  'all',
  'all makes',
  'all models',
  'any',
  'any make',
  'any model',
  'any year',
  'full line',
  'full line-up',
  'full lineup',
  'no make',
  'no model',
  'no preference',
  'no vehicle',
  'other',
  'please select',
  'select',
  'select a make',
  'select a model',
  'select make',
  'select model',
  'undecided',
]);

/** People are called None and Null: of a name only what no name can be counts as nothing. */
const NO_NAME = new Set([
  '',
  'n/a',
  'not available',
  'not provided',
  'not specified',
  'object object',
  'undefined',
  'unknown',
  'unspecified',
]);

function bare(text: string): string {
  return text.toLowerCase().replace(/^[\s"'[\](){}<>*._-]+|[\s"'[\](){}<>*.:_-]+$/g, '');
}

/** The text on one line, or null when it says nothing. */
export function meaningful(text: string): string | null {
  return NOTHING.has(bare(text)) ? null : tidyLine(text);
}

/** As {@link meaningful}, for year, make, model and trim. */
export function meaningfulVehicle(text: string): string | null {
  const plain = bare(text);
  return NOTHING.has(plain) || NO_VEHICLE.has(plain) ? null : tidyLine(text);
}

/** As {@link meaningful}, for the parts of a person's name. */
export function meaningfulName(text: string): string | null {
  return NO_NAME.has(bare(text)) ? null : tidyLine(text);
}
