/** The folders of the core whose rules decide what people are told to do, in the order in which they are mutated. */
export const MUTATED_FOLDERS = [
  'consent',
  'calendar',
  'contact',
  'cadence',
  'workday',
  'location',
  'routing',
  'first-response',
  'forecast',
  'plan',
] as const;

export type MutatedFolder = (typeof MUTATED_FOLDERS)[number];

/** Per cent of the mutants of a folder that its tests must notice. */
export const MUTATION_BAR = 85;

/** How many times as many cases as usual each law is tried on. */
export const LAW_RUNS = 20;
