import type { StepActor, StopEvent } from '../plan/follow-up-plan.ts';
import type { Channel } from '../spine/words.ts';
import type { FollowUpRates, TriggerRates } from './follow-up-rates.ts';

/**
 * What a customer may have done so far, as a number: one bit for each stop event that has happened, one for whether
 * calls reach this customer at all, one for whether he will keep the appointment. The distribution holds the probability
 * of each state that is possible.
 */
export type StateDistribution = ReadonlyMap<number, number>;

const EVENT_BITS: Readonly<Record<StopEvent, number>> = {
  reached: 1,
  reply: 2,
  appointment: 4,
  notInterested: 8,
  confirmed: 32,
  shown: 64,
};
const CAN_BE_REACHED = 16;
const WILL_COME = 128;

/** Whether something that has happened in a state is among these events. */
export function stopped(state: number, stopOn: readonly StopEvent[]): boolean {
  return stopOn.some((event) => (state & EVENT_BITS[event]) !== 0);
}

/** When an episode begins nothing has happened; who can be reached, and who will come, is told by nobody's face. */
export function initialStates({ contact, shown = 0 }: TriggerRates): StateDistribution {
  return distribution([
    [0, (1 - contact) * (1 - shown)],
    [CAN_BE_REACHED, contact * (1 - shown)],
    [WILL_COME, (1 - contact) * shown],
    [CAN_BE_REACHED | WILL_COME, contact * shown],
  ]);
}

/** The states once the time of the appointment has come: who keeps it is there. */
export function afterAppointment(states: StateDistribution): StateDistribution {
  return distribution(
    [...states].map(([state, share]) => [(state & WILL_COME) === 0 ? state : state | EVENT_BITS.shown, share]),
  );
}

/** A distribution of states with their probabilities; a state may be there several times. */
export function distribution(entries: Iterable<readonly [state: number, probability: number]>): StateDistribution {
  const states = new Map<number, number>();
  for (const [state, probability] of entries) {
    if (probability > 0) states.set(state, (states.get(state) ?? 0) + probability);
  }
  return states;
}

/** The states after one touch was done. */
export function afterTouch(
  states: StateDistribution,
  { channel, who }: { readonly channel: Channel; readonly who: StepActor },
  trigger: TriggerRates,
  rates: FollowUpRates,
): StateDistribution {
  switch (channel) {
    case 'call':
      return afterCall(states, trigger, rates);
    case 'text':
    case 'email':
    case 'video':
      return afterMessage(states, who === 'automation' ? rates.repliesToAutomation : rates.repliesToPeople);
    case 'letter':
    case 'inPerson':
      return states;
  }
}

function afterCall(
  states: StateDistribution,
  { contact, appointment, notInterested, confirmed = 0 }: TriggerRates,
  { callsThatConnect }: FollowUpRates,
): StateDistribution {
  // Those who never pick up bring down the mean of all calls: to the others more than the mean gets through.
  const connects = contact > 0 ? Math.min(1, callsThatConnect / contact) : 0;
  return distribution(
    [...states].flatMap(([state, probability]) => {
      const firstTalk = (state & CAN_BE_REACHED) !== 0 && (state & EVENT_BITS.reached) === 0;
      const talks = firstTalk ? probability * connects : 0;
      const reached = state | EVENT_BITS.reached;
      return [
        [state, probability - talks],
        [reached | EVENT_BITS.appointment, talks * appointment],
        [reached | EVENT_BITS.notInterested, talks * notInterested],
        [reached | EVENT_BITS.confirmed, talks * confirmed],
        [reached, talks * (1 - appointment - notInterested - confirmed)],
      ] as const;
    }),
  );
}

function afterMessage(states: StateDistribution, replies: number): StateDistribution {
  return distribution(
    [...states].flatMap(
      ([state, probability]) =>
        [
          [state, probability * (1 - replies)],
          [state | EVENT_BITS.reply, probability * replies],
        ] as const,
    ),
  );
}
