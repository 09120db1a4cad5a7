import type { Fact } from '../spine/fact.ts';
import type { Fold } from '../spine/fold.ts';
import type { Id } from '../spine/id.ts';
import { insertMark, type Mark } from '../spine/mark.ts';
import type { AttemptMade, ConsentAct, ContactHistory } from './contact-history.ts';

/**
 * Folds the facts of ONE customer, of all his opportunities and stores in the group, to what `mayContact` asks.
 * Call records name no customer: add those of his numbers too, if the attempts of other systems should count.
 *
 * @throws RangeError when facts of two customers are mixed: that is a caller's bug.
 *
 * @example
 * const history = foldAll(contactHistory, factsOfOneCustomer);
 */
export const contactHistory: Fold<ContactHistory, Fact> = {
  empty: { acts: [], attempts: [], inquiries: [], purchases: [], unwound: [], corrected: [] },
  add(history, fact) {
    const known = withoutCorrected(withCustomer(history, fact), fact.corrects);
    // What a corrected fact corrects stays corrected: B replaced A, then C replaced B.
    return known.corrected.includes(fact.id) ? known : withFact(known, fact);
  },
};

function withCustomer(history: ContactHistory, fact: Fact): ContactHistory {
  if (!('customerId' in fact.data)) return history;
  const { customerId } = fact.data;
  if (history.customerId === undefined) return { customerId, ...history };
  if (history.customerId === customerId) return history;
  throw new RangeError(
    `contactHistory: a history holds one customer, this one ${history.customerId}, the fact ${fact.id} is of ${customerId}`,
  );
}

function withoutCorrected(history: ContactHistory, target: Id<'Fact'> | undefined): ContactHistory {
  if (target === undefined || history.corrected.includes(target)) return history;
  const stands = (mark: Mark) => mark.fact !== target;
  return {
    ...history,
    acts: history.acts.filter(stands),
    attempts: history.attempts.filter(stands),
    inquiries: history.inquiries.filter(stands),
    purchases: history.purchases.filter(stands),
    unwound: history.unwound.filter(stands),
    corrected: [...history.corrected, target].sort(),
  };
}

function withFact(history: ContactHistory, fact: Fact): ContactHistory {
  const mark: Mark = { fact: fact.id, at: fact.at };
  switch (fact.kind) {
    case 'lead.received':
      return into(history, 'inquiries', { ...mark, repeat: fact.data.repeat });
    case 'opportunity.delivered':
      return into(history, 'purchases', { ...mark, opportunityId: fact.data.opportunityId });
    case 'opportunity.unwound':
      return into(history, 'unwound', { ...mark, opportunityId: fact.data.opportunityId });
    case 'activity.logged':
    case 'message.sent':
      return attempted(history, { ...mark, channel: fact.data.channel, by: 'claim' });
    case 'call.recorded':
      return fact.data.direction === 'outbound'
        ? attempted(history, { ...mark, channel: 'call', by: 'record' })
        : history;
    case 'consent.given': {
      const { channel, purpose, written } = fact.data;
      return acted(history, { ...mark, act: 'given', channel, purpose, written, scopeChosen: true });
    }
    case 'consent.revoked': {
      const { channel, purpose, scopeChosen = false } = fact.data;
      return acted(history, { ...mark, act: 'revoked', channel, purpose, written: false, scopeChosen });
    }
    default:
      return history;
  }
}

function acted(history: ContactHistory, act: ConsentAct): ContactHistory {
  return into(history, 'acts', act);
}

function attempted(history: ContactHistory, attempt: AttemptMade): ContactHistory {
  return into(history, 'attempts', attempt);
}

type ListName = Exclude<keyof ContactHistory, 'customerId' | 'corrected'>;

function into<L extends ListName>(history: ContactHistory, name: L, mark: ContactHistory[L][number]): ContactHistory {
  const list: readonly Mark[] = history[name];
  const longer = insertMark<Mark>(list, mark);
  return longer === list ? history : { ...history, [name]: longer };
}
