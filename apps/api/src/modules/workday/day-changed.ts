import type { HeardEvent } from '../../events/event.ts';
import { builder } from '../../graphql/builder.ts';
import type { RequestContext } from '../../graphql/context.ts';
import { LimitedError, NotFoundError } from '../../graphql/errors.ts';
import { encodeGlobalId, idOf } from '../../graphql/global-id.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { seesDay } from '../access/sees-day.ts';

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

const TOO_MANY_WAIT_SECONDS = 60;

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
async function changesOf(
  context: RequestContext,
  globalId: string | null | undefined,
): Promise<AsyncIterableIterator<DayChanged>> {
  const { viewer, group } = memberOf(context);
  const memberId = typeof globalId === 'string' ? idOf('Member', globalId) : viewer.memberId;
  if (!(await seesDay(group, viewer, memberId))) throw new NotFoundError('Member');
  const { streamsOfMember, streamLifeMs } = context.resources.limits;
  const close = streamsOfMember.open(viewer.memberId);
  if (close === undefined) throw new LimitedError(TOO_MANY_WAIT_SECONDS);
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), streamLifeMs).unref();
  const signal = AbortSignal.any([context.stopping, ending.signal]);
  const isTheirs = (event: { readonly memberId: string }): boolean => event.memberId === memberId;
  const heard = context.resources.events.subscribe(group.groupId, isTheirs, { signal });
  const change = (event: HeardEvent): DayChanged => ({
    memberId,
    // What was missed may have been anything.
    touchId: event.kind === 'dayChanged' ? (event.touchId ?? null) : null,
  });
  return mapped(heard, change, () => {
    clearTimeout(timer);
    close();
  });
}

/** Not a generator: one that nobody has read yet would not release what it reads from. */
function mapped<A, B>(
  source: AsyncIterableIterator<A>,
  map: (item: A) => B,
  onOver: () => void,
): AsyncIterableIterator<B> {
  const over = async (): Promise<IteratorResult<B>> => {
    onOver();
    await source.return?.();
    return { value: undefined, done: true };
  };
  const iterator: AsyncIterableIterator<B> = {
    next: async () => {
      const { value, done } = await source.next();
      return done === true ? over() : { value: map(value), done: false };
    },
    return: over,
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}
