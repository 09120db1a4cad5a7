import type { Fact } from '../spine/fact.ts';
import type { Id } from '../spine/id.ts';
import { insertMark, type Mark } from '../spine/mark.ts';
import { nonEmpty } from '../spine/result.ts';
import type { HistoryLists } from './history-marks.ts';

/** The lists with this fact in its place; the very same object when it changes nothing. */
export function addMark(history: HistoryLists, fact: Fact): HistoryLists {
  const known = withoutCorrected(history, fact.corrects);
  // What a corrected fact corrects stays corrected: B replaced A, then C replaced B.
  if (known.corrected.includes(fact.id)) return known;
  const changed = listWith(known, fact);
  return changed === undefined ? known : { ...known, ...changed };
}

function withoutCorrected(history: HistoryLists, target: Id<'Fact'> | undefined): HistoryLists {
  if (target === undefined || history.corrected.includes(target)) return history;
  const stands = (mark: Mark) => mark.fact !== target;
  return {
    openings: history.openings.filter(stands),
    leads: history.leads.filter(stands),
    owners: history.owners.filter(stands),
    attempts: history.attempts.filter(stands),
    sends: history.sends.filter(stands),
    replies: history.replies.filter(stands),
    turns: history.turns.filter(stands),
    surveys: history.surveys.filter(stands),
    ...rareLists(history, stands),
    corrected: [...history.corrected, target].sort(),
  };
}

/** The one list that the fact belongs in, with it; undefined when it is there already or belongs in none. */
function listWith(lists: HistoryLists, fact: Fact): Partial<HistoryLists> | undefined {
  const mark: Mark = { fact: fact.id, at: fact.at };
  switch (fact.kind) {
    case 'opportunity.opened': {
      const { customerId, departmentId, origin } = fact.data;
      return into('openings', lists.openings, { ...mark, customerId, departmentId, origin });
    }
    case 'lead.received': {
      const { customerId, origin, source, repeat, callable, mailable, workNumber } = fact.data;
      const lead = { ...mark, customerId, origin, source, repeat, callable, mailable };
      return into('leads', lists.leads, workNumber === true ? { ...lead, workNumber } : lead);
    }
    case 'opportunity.assigned':
      return into('owners', lists.owners, { ...mark, memberId: fact.data.memberId });
    case 'activity.logged': {
      const { channel, disposition, memberId, touchId, unchangedTemplate } = fact.data;
      const attempt = { ...mark, channel, disposition, memberId, ...(touchId !== undefined && { touchId }) };
      const whole = unchangedTemplate === true ? { ...attempt, unchangedTemplate } : attempt;
      return into('attempts', lists.attempts, whole);
    }
    case 'appointment.set':
    case 'appointment.moved': {
      const { memberId, startsAt } = fact.data;
      const did = fact.kind === 'appointment.set' ? 'set' : 'moved';
      return into('appointments', lists.appointments ?? [], { ...mark, memberId, did, startsAt });
    }
    case 'appointment.confirmed':
    case 'appointment.cancelled': {
      const did = fact.kind === 'appointment.confirmed' ? 'confirmed' : 'cancelled';
      return into('appointments', lists.appointments ?? [], { ...mark, memberId: fact.data.memberId, did });
    }
    case 'promise.made': {
      const { memberId, channel, dueAt } = fact.data;
      return into('promises', lists.promises ?? [], { ...mark, memberId, channel, dueAt });
    }
    case 'message.sent': {
      const { channel, purpose, touchId, step } = fact.data;
      const ids = { ...(touchId !== undefined && { touchId }), ...(step !== undefined && { step }) };
      return into('sends', lists.sends, { ...mark, channel, purpose, ...ids });
    }
    case 'customer.replied':
      return into('replies', lists.replies, { ...mark, channel: fact.data.channel });
    case 'opportunity.delivered':
      return into('turns', lists.turns, { ...mark, to: 'delivered' });
    case 'opportunity.unwound':
      return into('turns', lists.turns, { ...mark, to: 'unwound' });
    case 'opportunity.lost': {
      const { reason, memberId } = fact.data;
      return into('turns', lists.turns, { ...mark, to: 'lost', reason, memberId });
    }
    case 'survey.invited':
      return into('surveys', lists.surveys, { ...mark, customerId: fact.data.customerId, did: 'invited' });
    case 'survey.answered': {
      const { customerId, answers } = fact.data;
      return into('surveys', lists.surveys, { ...mark, customerId, did: 'answered', answers });
    }
    default:
      return undefined;
  }
}

type ListName = Exclude<keyof HistoryLists, 'corrected'>;
type MarkOf<L extends ListName> = NonNullable<HistoryLists[L]>[number];

/** The lists that most histories do not have, each left out while it is empty: any order of facts gives equal states. */
export function rareLists(
  { appointments, promises }: HistoryLists,
  stands: (mark: Mark) => boolean,
): Pick<HistoryLists, 'appointments' | 'promises'> {
  const left = {
    appointments: nonEmpty(appointments?.filter(stands) ?? []),
    promises: nonEmpty(promises?.filter(stands) ?? []),
  };
  return {
    ...(left.appointments && { appointments: left.appointments }),
    ...(left.promises && { promises: left.promises }),
  };
}

function into<L extends ListName>(
  name: L,
  list: readonly MarkOf<L>[],
  mark: MarkOf<L>,
): Partial<HistoryLists> | undefined {
  const marks: readonly Mark[] = list;
  const next = insertMark(marks, mark);
  return next === marks ? undefined : { [name]: next };
}
