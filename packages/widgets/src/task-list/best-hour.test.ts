import { describe, expect, it } from 'vitest';
import { at } from '../../test/support/make.ts';
import { bestHourOf } from './best-hour.ts';

const ASKED = { code: 'bestTime.leadHour', text: 'Best around 3:30 PM: at that hour the customer asked.' };
const MOVED = { code: 'bestTime.notLawful', text: 'At 3:30 PM a rule forbids it.' };
const DAY1 = { code: 'cadence.dayAfterInternetLead', text: 'Day 1 after the Internet lead.' };

describe('S12 the hour at which a task is best done', () => {
  const task = { best: at('15:30'), reasons: [DAY1, ASKED, MOVED] };

  it('comes with all that speaks of it, until an hour after it', () => {
    const hour = { at: Date.parse(at('15:30')), reasons: [ASKED, MOVED] };
    expect(bestHourOf(task, Date.parse(at('09:00')))).toEqual(hour);
    expect(bestHourOf(task, Date.parse(at('16:30')))).toEqual(hour);
    expect(bestHourOf(task, Date.parse(at('16:31')))).toBeUndefined();
  });

  it('is none where nothing speaks for an hour', () => {
    expect(bestHourOf({ ...task, reasons: [DAY1] }, Date.parse(at('09:00')))).toBeUndefined();
  });
});
