import { expect, it } from 'vitest';
import { boundaryViolations } from './boundaries.ts';
import type { SourceFile } from './source-file.ts';

const coreIndex: SourceFile = {
  path: 'packages/core/src/index.ts',
  text: [
    `export { questionnaire } from './survey/questionnaire.ts';`,
    `export { renderReason } from './render-reason.ts';`,
    `export { planDay } from './workday/plan-day.ts';`,
  ].join('\n'),
};

const refused: readonly (readonly [rule: string, path: string, line: string, message: RegExp])[] = [
  [
    'core imports no sibling',
    'packages/core/src/plan/x.ts',
    `import { parse } from '@beback/adf';`,
    /must not import @beback\/adf/,
  ],
  [
    'core imports no module of Node',
    'packages/core/src/plan/x.ts',
    `import { join } from 'node:path';`,
    /must not import node:path/,
  ],
  [
    'a module of Node is known without its prefix',
    'packages/core/src/plan/x.ts',
    `import fs from 'fs';`,
    /must not import fs/,
  ],
  ['core imports no package', 'packages/core/src/plan/x.ts', `import { z } from 'zod';`, /must not import zod/],
  [
    'a folder of core imports none after it',
    'packages/core/src/plan/x.ts',
    `import { a } from '../cadence/a.ts';`,
    /plan\/ must not import cadence\/, which comes after it/,
  ],
  [
    'not even a type of it',
    'packages/core/src/spine/x.ts',
    `import type { A } from '../plan/a.ts';`,
    /spine\/ must not import plan\//,
  ],
  [
    'a folder of core imports nothing that joins them',
    'packages/core/src/survey/x.ts',
    `import { r } from '../render-reason.ts';`,
    /which joins all folders/,
  ],
  [
    'a folder of core has its place in the order',
    'packages/core/src/extras/x.ts',
    `import { a } from '../spine/a.ts';`,
    /extras is no folder/,
  ],
  [
    'adf imports core only',
    'packages/adf/src/x.ts',
    `import { c } from '@beback/call-records';`,
    /must not import @beback\/call-records/,
  ],
  [
    'call-records imports core only',
    'packages/call-records/src/x.ts',
    `import { a } from '@beback/adf';`,
    /must not import @beback\/adf/,
  ],
  [
    'simulator imports core only',
    'packages/simulator/src/x.ts',
    `import { s } from '@beback/api';`,
    /must not import @beback\/api/,
  ],
  [
    'client imports types of core only',
    'packages/client/src/x.ts',
    `import { planDay } from '@beback/core';`,
    /types of @beback\/core, nothing else/,
  ],
  [
    'a mixed import counts by its values',
    'packages/client/src/x.ts',
    `import { type Touch, planDay } from '@beback/core';`,
    /types of @beback\/core/,
  ],
  [
    'widgets import no other rule of core',
    'packages/widgets/src/x.ts',
    `import { planDay } from '@beback/core';`,
    /not planDay/,
  ],
  [
    'widgets do not import all of core',
    'packages/widgets/src/x.ts',
    `import * as core from '@beback/core';`,
    /not all/,
  ],
  [
    'widgets do not import the server',
    'packages/widgets/src/x.ts',
    `import { s } from '@beback/api';`,
    /must not import @beback\/api/,
  ],
  [
    'api does not import the simulator',
    'apps/api/src/x.ts',
    `import { s } from '@beback/simulator';`,
    /must not import @beback\/simulator/,
  ],
  [
    'api does not import the widgets',
    'apps/api/src/x.ts',
    `import '@beback/widgets';`,
    /must not import @beback\/widgets/,
  ],
  [
    'showroom does not import core',
    'apps/showroom/src/x.ts',
    `import { planDay } from '@beback/core';`,
    /must not import @beback\/core/,
  ],
  [
    'demo does not import the widgets',
    'tooling/demo/src/x.ts',
    `import { w } from '@beback/widgets';`,
    /must not import @beback\/widgets/,
  ],
  [
    'test helpers stay in tests',
    'apps/api/src/x.ts',
    `import { startPostgres } from '@beback/testing/postgres';`,
    /must not import @beback\/testing/,
  ],
  [
    'a dynamic import is an import',
    'packages/adf/src/x.ts',
    `const m = await ${'import'}('@beback/api');`,
    /must not import @beback\/api/,
  ],
  [
    'a re-export is an import',
    'packages/adf/src/x.ts',
    `export { s } from '@beback/api';`,
    /must not import @beback\/api/,
  ],
  [
    'an import over several lines is seen',
    'packages/adf/src/x.ts',
    `import {\n  a,\n  b,\n} from '@beback/api';`,
    /must not import @beback\/api/,
  ],
  [
    'no path leads out of a package',
    'packages/adf/src/x.ts',
    `import { a } from '../../core/src/spine/id.ts';`,
    /leads out of packages\/adf/,
  ],
  ['a new part needs its arrows', 'packages/extra/src/x.ts', '', /no arrows are listed for packages\/extra/],
];

for (const [rule, path, text, message] of refused) {
  it(`${rule}: ${path}`, () => {
    const violations = boundaryViolations([coreIndex, { path, text }]);
    expect(violations.map((violation) => violation.path)).toEqual([path]);
    expect(violations[0]?.message).toMatch(message);
  });
}

const allowed: readonly (readonly [path: string, line: string])[] = [
  ['packages/core/src/calendar/x.test.ts', `import { Temporal } from 'temporal-polyfill';`],
  ['packages/core/src/cadence/x.ts', `import { a } from '../plan/a.ts';`],
  ['packages/core/src/render-reason.ts', `import { texts } from './survey/reason-texts.ts';`],
  ['packages/core/src/plan/x.test.ts', `import { readFileSync } from 'node:fs';\nimport { a } from '../cadence/a.ts';`],
  ['packages/adf/src/x.ts', `import { ok } from '@beback/core';`],
  ['packages/client/src/x.ts', `import type { Touch } from '@beback/core';`],
  ['packages/client/src/x.ts', `import { type Touch, type Day } from '@beback/core';`],
  ['packages/client/scripts/x.ts', `import { readFileSync } from 'node:fs';`],
  ['packages/widgets/src/x.ts', `import { questionnaire, renderReason, type Touch } from '@beback/core';`],
  ['packages/widgets/vitest.config.ts', `import { chromiumPath } from '@beback/testing/chromium';`],
  ['apps/api/src/x.ts', `import { createHash } from 'node:crypto';`],
  ['apps/api/test/x.test.ts', `import { startPostgres } from '@beback/testing/postgres';`],
  ['tooling/demo/src/main.ts', `import { startServer } from '@beback/api';`],
  ['packages/adf/vitest.config.ts', `import { sharedVitest } from '../../tooling/config/vitest.ts';`],
  ['packages/adf/src/x.ts', `const text = "it says import x from '@beback/api'";`],
];

for (const [path, text] of allowed) {
  it(`lets ${path} say ${text.split('\n').join(' ')}`, () => {
    expect(boundaryViolations([coreIndex, { path, text }])).toEqual([]);
  });
}
