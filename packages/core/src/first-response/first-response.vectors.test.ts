import { expect, it } from 'vitest';
import { makeFact } from '../../test/support/facts.ts';
import { at, calendarOf, contextAt, iso } from '../../test/support/plan-context.ts';
import { vectorFile } from '../../test/support/vectors.ts';
import type { StoreHours } from '../calendar/store-calendar.ts';
import { contactHistory } from '../consent/fold-contact-history.ts';
import type { CallShown } from '../opportunity/history-marks.ts';
import { opportunityHistory } from '../opportunity/opportunity-history.ts';
import { withCallsShown } from '../proof/calls-shown.ts';
import type { Fact } from '../spine/fact.ts';
import { foldAll } from '../spine/fold.ts';
import { MINUTE } from '../spine/instant.ts';
import type { Channel, Disposition } from '../spine/words.ts';
import { type FirstResponse, firstResponse } from './first-response.ts';

const { hours, rows } = vectorFile<{ hours: StoreHours; rows: readonly Row[] }>('first-response', 'clock');
const calendar = calendarOf(hours);

it.each(rows)('$it', ({ received, areaCodes, acts, now, is }) => {
  const facts = [makeFact('lead.received', {}, { id: 'lead', at: at(received) }), ...acts.map(factOf)];
  const history = withCallsShown(foldAll(opportunityHistory, facts), (claim) => acts[Number(claim)]?.shown);
  const customer = { history: foldAll(contactHistory, facts), location: { areaCodes } };
  expect(told(firstResponse(history, customer, contextAt(at(now), { calendar })))).toEqual({
    ...is,
    ...('next' in is && { next: [is.next?.[0], iso(at(is.next?.[1] ?? ''))] }),
    ...('waits' in is && { waits: [is.waits?.[0], iso(at(is.waits?.[1] ?? ''))] }),
  });
});

// Helpers

interface Row {
  readonly it: string;
  readonly received: string;
  readonly areaCodes: readonly string[];
  readonly acts: readonly (
    | { readonly kind: 'message.sent'; readonly at: string; readonly channel: Channel; readonly shown?: undefined }
    | {
        readonly kind: 'activity.logged';
        readonly at: string;
        readonly channel: Channel;
        readonly disposition: Disposition;
        readonly unchangedTemplate?: boolean;
        readonly shown?: CallShown;
      }
  )[];
  readonly now: string;
  readonly is: {
    readonly kind: FirstResponse['kind'];
    readonly next?: readonly [string, string];
    readonly waits?: readonly [string, string];
  };
}

function factOf({ kind, at: when, shown: _, ...data }: Row['acts'][number], index: number): Fact {
  return makeFact(kind, data, { id: `${index}`, at: at(when) });
}

function told(response: FirstResponse): object {
  if (response.kind === 'none') return { kind: 'none' };
  const { kind, time } = response;
  const both = { kind, wallMinutes: time.wall / MINUTE, openMinutes: time.open / MINUTE };
  if (kind === 'closed') return both;
  if (kind === 'stopped') return { ...both, provisional: response.provisional, inTime: response.inTime };
  const { stage, next, waits } = response;
  return {
    ...both,
    stage,
    ...(next && { next: [next.stage, iso(next.at)] }),
    ...(waits && { waits: [waits.by, waits.until && iso(waits.until)] }),
  };
}
