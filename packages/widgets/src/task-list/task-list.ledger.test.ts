import { describe, expect, it } from 'vitest';
import { DayStage } from '../../test/support/day-stage.ts';
import { makeTask } from '../../test/support/make.ts';
import { inside, textOf } from '../../test/support/page.ts';

describe('S13 <beback-task-list>', () => {
  it('leads from a customer to what he allows, where a page for it is named', async () => {
    const list = await new DayStage().show([makeTask({ opportunityId: 'a/b' })]);
    inside(list, '.told summary').click();
    expect(textOf(list)).not.toContain('take me off your list');
    list.ledgerHref = '/consent/';
    await list.updateComplete;
    const way = inside<HTMLAnchorElement>(list, '.told details a');
    expect(way.innerText).toContain('What this customer allows');
    expect(way.getAttribute('href')).toBe('/consent/#opportunity/a%2Fb');
  });
});
