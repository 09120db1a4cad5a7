import { type Instant, judgePhone } from '@beback/core';
import { z } from 'zod';
import { noteTextNumber, revokeKey } from '../../database/directory-doors.ts';
import type { GroupDatabase } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { builder } from '../../graphql/builder.ts';
import { InputError, NotFoundError } from '../../graphql/errors.ts';
import { idOf } from '../../graphql/global-id.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { phoneInput } from '../customer/contact-input.ts';
import { loadStore, StoreType } from '../store/schema.ts';
import { textNumberHash } from './text-route.ts';

const STORE = statement(
  'text number for change',
  'select text_number as number from store where group_id = $1 and id = $2 for update',
);
const SET = statement('set text number', 'update store set text_number = $3 where group_id = $1 and id = $2');

/**
 * Gives a store its number for texts, or takes it away: texts go out from it, and those to it are the store's.
 *
 * @throws NotFoundError; InputError when another store has the number.
 */
async function setTextNumber(
  group: GroupDatabase,
  storeId: string,
  number: string | null,
  now: Instant,
): Promise<void> {
  await group.transaction(async (tx) => {
    const [store] = await tx.sql<{ readonly number: string | null }>(STORE, [tx.groupId, storeId]);
    if (store === undefined) throw new NotFoundError('Store');
    if (store.number === number) return;
    if (store.number !== null) await revokeKey(tx, storeId, now);
    if (number !== null && !(await noteTextNumber(tx, textNumberHash(number), storeId))) {
      throw new InputError('number', 'a number that no other store has');
    }
    await tx.sql(SET, [tx.groupId, storeId, number]);
  });
}

const SetTextNumberSuccessType = builder.objectRef<{ readonly storeId: string }>('SetTextNumberSuccess').implement({
  fields: (t) => ({
    store: t.field({
      type: StoreType,
      nullable: true,
      resolve: ({ storeId }, _args, context) => loadStore(context, storeId),
    }),
  }),
});

const SetTextNumberInput = builder.inputType('SetTextNumberInput', {
  fields: (t) => ({
    storeId: t.id({ required: true }),
    number: t.string({ description: 'With its area code; absent: the store sends and takes no texts.' }),
  }),
});

builder.mutationField('setTextNumber', (t) =>
  t.field({
    type: SetTextNumberSuccessType,
    errors: {},
    description: 'Gives a store its number for texts.',
    authScopes: { capability: 'administer' },
    args: { input: t.arg({ type: SetTextNumberInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { group } = memberOf(context);
      const { number } = parseInput(z.object({ number: phoneInput.nullish() }), input);
      const judged = number == null ? undefined : judgePhone(number, []);
      const e164 = judged === undefined || judged.grade === 'junk' ? null : judged.value.e164;
      const storeId = idOf('Store', input.storeId);
      await setTextNumber(group, storeId, e164, context.resources.clock.now());
      return { storeId };
    },
  }),
);
