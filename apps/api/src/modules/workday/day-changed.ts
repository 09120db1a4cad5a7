import type { HeardEvent } from '../../events/event.ts';
import { builder } from '../../graphql/builder.ts';
import type { RequestContext } from '../../graphql/context.ts';
import { encodeGlobalId, idOf } from '../../graphql/global-id.ts';
import { memberOf } from '../../graphql/load-nodes.ts';

interface DayChanged {
  readonly memberId: string;
  readonly touchId: string | null;
}

const DayChangedType = builder.objectRef<DayChanged>('DayChanged').implement({
  description: 'A person’s day is no longer what it was: ids only, the list is fetched again.',
  fields: (t) => ({
    memberId: t.id({ resolve: ({ memberId }) => encodeGlobalId('Member', memberId) }),
    touchId: t.id({
      nullable: true,
      description: 'The task that changed, where it was one; null: fetch everything.',
      resolve: ({ touchId }) => (touchId === null ? null : encodeGlobalId('Task', touchId)),
    }),
  }),
});

builder.subscriptionField('dayChanged', (t) =>
  t.field({
    type: DayChangedType,
    description: 'Without memberId: the signed-in member’s own day.',
    args: { memberId: t.arg.id() },
    authScopes: (_root, { memberId }) => ({ signedIn: true, day: memberId }),
    subscribe: (_root, { memberId }, context) => changesOf(context, memberId),
    resolve: (change: DayChanged) => change,
  }),
);

/** Hears from now on, not only from the first event that is asked for. */
function changesOf(context: RequestContext, globalId: string | null | undefined): AsyncIterableIterator<DayChanged> {
  const { viewer, group } = memberOf(context);
  const memberId = typeof globalId === 'string' ? idOf('Member', globalId) : viewer.memberId;
  const isTheirs = (event: { readonly memberId: string }): boolean => event.memberId === memberId;
  const { events } = context.resources;
  return changes(events.subscribe(group.groupId, isTheirs, { signal: context.stopping }), memberId);
}

async function* changes(events: AsyncIterable<HeardEvent>, memberId: string): AsyncIterableIterator<DayChanged> {
  for await (const event of events) {
    // What was missed may have been anything.
    yield { memberId, touchId: event.kind === 'dayChanged' ? (event.touchId ?? null) : null };
  }
}
