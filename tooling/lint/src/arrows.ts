/** What one part of the workspace may import. */
export interface Arrow {
  /** Folder of the part, from the root. */
  readonly part: string;
  readonly siblings: readonly string[];
  /** Siblings of which only types may be imported. */
  readonly typesOf?: readonly string[];
  /** Siblings of which, besides types, only what these places of their `src/` export may be imported. */
  readonly placesOf?: Readonly<Record<string, readonly string[]>>;
  /** Siblings for tests, settings and scripts only. */
  readonly inTests?: readonly string[];
  /** Whether it may import Node's own modules. */
  readonly node: boolean;
}

/** The arrows between the parts, and no others; the picture is in ARCHITECTURE.md. */
export const arrows = [
  { part: 'packages/core', siblings: [], node: false },
  { part: 'packages/adf', siblings: ['@beback/core'], node: false },
  { part: 'packages/call-records', siblings: ['@beback/core'], node: false },
  { part: 'packages/simulator', siblings: ['@beback/core'], node: false },
  { part: 'packages/client', siblings: [], typesOf: ['@beback/core'], node: false },
  {
    part: 'packages/widgets',
    siblings: ['@beback/client'],
    // The editor of a plan reads, describes and reckons a text as the server does.
    placesOf: { '@beback/core': ['survey/', 'render-reason.ts', 'spine/', 'plan/', 'forecast/', 'calendar/'] },
    node: false,
  },
  { part: 'apps/api', siblings: ['@beback/core', '@beback/adf', '@beback/call-records'], node: true },
  {
    part: 'apps/showroom',
    siblings: ['@beback/widgets', '@beback/client'],
    // The journey runs against the real program, filled with the demo's group.
    inTests: ['@beback/api', '@beback/demo', '@beback/core'],
    node: false,
  },
  {
    part: 'tooling/demo',
    siblings: ['@beback/simulator', '@beback/api', '@beback/core'],
    node: true,
  },
  {
    part: 'tooling/benchmarks',
    // A person's day is measured on the real program, filled with the demo's group.
    siblings: [
      '@beback/core',
      '@beback/adf',
      '@beback/simulator',
      '@beback/api',
      '@beback/client',
      '@beback/demo',
      '@beback/testing',
    ],
    node: true,
  },
  { part: 'tooling/config', siblings: [], node: true },
  { part: 'tooling/lint', siblings: [], node: true },
  { part: 'tooling/mutation', siblings: [], node: true },
  { part: 'tooling/release', siblings: [], node: true },
  { part: 'tooling/testing', siblings: [], node: true },
  { part: 'tooling/bootstrap', siblings: [], node: true },
] as const satisfies readonly Arrow[];

/** Inside core each folder imports only from those before it; so each can be read alone, from the left. */
export const coreFolders = [
  'spine',
  'calendar',
  'location',
  'consent',
  'plan',
  'contact',
  'opportunity',
  'cadence',
  'first-response',
  'routing',
  'workday',
  'forecast',
  'proof',
  'measures',
  'findings',
  'identity',
  'survey',
  'paper',
] as const;

/** Files of core outside the folders: what joins them all. */
export const coreTopFiles = ['index.ts', 'render-reason.ts'] as const;
