import type { Clock } from '../../clock/clock.ts';
import { ClockRefused } from '../../clock/clock.ts';
import { builder } from '../../graphql/builder.ts';
import { InputError, NotAllowedError } from '../../graphql/errors.ts';

const ClockType = builder.objectRef<Clock>('Clock').implement({
  description: 'The one clock by which everything in the domain is judged.',
  fields: (t) => ({
    now: t.field({ type: 'DateTime', resolve: (clock) => clock.now() }),
    rate: t.exposeFloat('rate', { description: 'Seconds of the clock in a real second.' }),
  }),
});

builder.queryField('clock', (t) =>
  t.field({ type: ClockType, resolve: (_root, _args, { resources }) => resources.clock }),
);

const SetClockInput = builder.inputType('SetClockInput', {
  fields: (t) => ({
    now: t.field({ type: 'DateTime' }),
    rate: t.float({ description: '0 (it stands) to 1,000,000.' }),
  }),
});

builder.mutationField('setClock', (t) =>
  t.field({
    type: ClockType,
    errors: {},
    description: 'Sets the clock for every process: in tests and in the demo alone.',
    authScopes: { capability: 'setClock' },
    args: { input: t.arg({ type: SetClockInput, required: true }) },
    resolve: async (_root, { input: { now, rate } }, { resources: { clock } }) => {
      try {
        await clock.set({ ...(now != null && { now }), ...(rate != null && { rate }) });
      } catch (error) {
        if (error instanceof ClockRefused) throw new NotAllowedError(error.message);
        if (error instanceof RangeError) throw new InputError('rate', '0 to 1,000,000');
        throw error;
      }
      return clock;
    },
  }),
);
