// Each import adds its types and fields to the builder.
import './scalars.ts';
import './enums.ts';
import './error-types.ts';
import './node-field.ts';
import '../modules/access/key-schema.ts';
import '../modules/access/schema.ts';
import '../modules/activity/schema.ts';
import '../modules/appointment/schema.ts';
import '../modules/board/schema.ts';
import '../modules/call-record/schema.ts';
import '../modules/clock/schema.ts';
import '../modules/consent/preferences-schema.ts';
import '../modules/consent/evidence-schema.ts';
import '../modules/consent/schema.ts';
import '../modules/consent/set-text-number.ts';
import '../modules/due-work/schema.ts';
import '../modules/finding/schema.ts';
import '../modules/first-response/schema.ts';
import '../modules/lead/schema.ts';
import '../modules/lead-form/schema.ts';
import '../modules/member/schema.ts';
import '../modules/member/add-schema.ts';
import '../modules/opportunity/schema.ts';
import '../modules/paper/schema.ts';
import '../modules/plan/schema.ts';
import '../modules/plan/changes-schema.ts';
import '../modules/proof/schema.ts';
import '../modules/routing/absence-schema.ts';
import '../modules/routing/store-today-schema.ts';
import '../modules/routing/while-away-schema.ts';
import '../modules/setup/schema.ts';
import '../modules/store/schema.ts';
import '../modules/trial/schema.ts';
import '../modules/workday/day-changed.ts';
import '../modules/workday/day-sum-schema.ts';
import '../modules/workday/schema.ts';
import '../modules/workday/why-not-schema.ts';
import '../modules/outgoing/schema.ts';
import '../modules/survey/schema.ts';
import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';

/**
 * The schema of all modules.
 *
 * @param options.withoutScopes - for tests of what stands underneath: no field asks who is calling.
 */
export function buildSchema(options: { readonly withoutScopes?: boolean } = {}): GraphQLSchema {
  return builder.toSchema({ disableScopeAuth: options.withoutScopes ?? false });
}
