import { ABSENCE_REASONS, type Absence, type Id } from '@beback/core';
import { z } from 'zod';
import { builder } from '../../graphql/builder.ts';
import type { RequestContext } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { encodeGlobalId, idOf } from '../../graphql/global-id.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { clientKey } from '../answer-once.ts';
import { loadAbsences } from './absence-facts.ts';
import { AbsenceReasonEnum, AbsenceType } from './absence-type.ts';
import { type AbsenceChange, endAbsenceOf, markAbsence, noteCaughtUp } from './change-absence.ts';

const KEY_DESCRIPTION = 'The client’s name for this wish: the same at each try.';

const MarkAbsentInput = builder.inputType('MarkAbsentInput', {
  fields: (t) => ({
    key: t.string({ required: true, description: KEY_DESCRIPTION }),
    memberId: t.id({ required: true }),
    from: t.field({ type: 'Day', description: 'The first day; absent: today, by the calendar of the member’s store.' }),
    until: t.field({ type: 'Day', description: 'The last day; absent: until somebody says that the person is back.' }),
    why: t.field({ type: AbsenceReasonEnum, description: 'Absent: nobody needs to know.' }),
  }),
});

const AbsenceInput = builder.inputType('AbsenceInput', {
  fields: (t) => ({
    key: t.string({ required: true, description: KEY_DESCRIPTION }),
    absenceId: t.id({ required: true }),
  }),
});

const keyed = z.object({ key: clientKey });
const markWish = keyed.extend({ why: z.enum(ABSENCE_REASONS).nullish() });

interface ChangedAbsence {
  readonly absence: Absence;
  readonly moved: number;
}

const AbsenceChangeSuccessType = builder.objectRef<ChangedAbsence>('AbsenceChangeSuccess').implement({
  fields: (t) => ({
    absence: t.expose('absence', { type: AbsenceType }),
    moved: t.exposeInt('moved', { description: 'How many tasks of today were placed anew.' }),
  }),
});

builder.mutationField('markAbsent', (t) =>
  t.field({
    type: AbsenceChangeSuccessType,
    errors: {},
    description:
      'Says that somebody is away. Today’s tasks go to who is there at once; the customers stay the person’s. For the person, and for who runs the days of the store.',
    authScopes: (_root, { input }) => ({ $all: { signedIn: true, day: input.memberId } }),
    args: { input: t.arg({ type: MarkAbsentInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { viewer, group } = memberOf(context);
      const { key, why } = parseInput(markWish, input);
      const [from, until] = [input.from ?? undefined, input.until ?? undefined];
      const wish = { key, memberId: idOf('Member', input.memberId), from, until, why: why ?? undefined };
      const { seal, clock } = context.resources;
      return changed(context, await markAbsence(group, seal, viewer, wish, clock.now()));
    },
  }),
);

builder.mutationField('endAbsence', (t) =>
  t.field({
    type: AbsenceChangeSuccessType,
    errors: {},
    description:
      'Says that somebody is back today, or will not be away after all. What of today is the person’s and not done yet comes back.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: AbsenceInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { viewer, group } = memberOf(context);
      const wish = { ...parseInput(keyed, input), absenceId: idOf('Absence', input.absenceId) };
      const { seal, clock } = context.resources;
      return changed(context, await endAbsenceOf(group, seal, viewer, wish, clock.now()));
    },
  }),
);

const CatchUpSuccessType = builder.objectRef<{ readonly absenceId: string }>('CatchUpSuccess').implement({
  fields: (t) => ({ absenceId: t.id({ resolve: ({ absenceId }) => encodeGlobalId('Absence', absenceId) }) }),
});

builder.mutationField('catchUp', (t) =>
  t.field({
    type: CatchUpSuccessType,
    errors: {},
    description: 'Says that the caller has looked at what happened while the caller was away.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: AbsenceInput, required: true }) },
    resolve: (_root, { input }, context) => {
      const { viewer, group } = memberOf(context);
      const wish = { ...parseInput(keyed, input), absenceId: idOf('Absence', input.absenceId) };
      return noteCaughtUp(group, viewer, wish, context.resources.clock.now());
    },
  }),
);

async function changed(context: RequestContext, change: AbsenceChange): Promise<ChangedAbsence> {
  const { group } = memberOf(context);
  const absences = await loadAbsences(group, group.groupId, change.memberId);
  const absence = absences.find(({ absenceId }) => absenceId === (change.absenceId as Id<'Fact'>));
  if (absence === undefined) throw new NotFoundError('Absence');
  return { absence, moved: change.moved };
}
