import * as core from '@beback/core';

const crmRows = [{ deal: '4711', buyer: '88', seller: 'ann', came: '2026-11-20T14:05:00-06:00', areaCode: '217' }];

/** The value, or an error that names each field and what is allowed there. */
function take<T>(result: core.Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.refusals.map((why) => core.renderReason(why, 'en', 'UTC')).join('\n'));
}

const open = [{ opens: '09:00', closes: '20:00' }];
const hours = { zone: 'America/Chicago', weekly: { 1: open, 2: open, 3: open, 4: open, 5: open, 6: open } };
const range = { from: core.day('2026-01-01'), to: core.day('2027-12-31') };
const calendar = take(core.compileStoreCalendar(hours, range));
const plan = take(core.compilePlan(core.defaultPlan()));
const context = { plan, calendar, now: core.instant(Date.parse('2026-11-20T20:06:00Z')) };

const deals = new Map<string, { areaCode: string; facts: core.Fact[] }>();
for (const { deal, buyer, seller, came, areaCode } of crmRows) {
  const about = { opportunityId: deal, customerId: buyer, origin: 'internet' };
  const facts = [
    ['lead.received', { ...about, leadId: deal, source: 'CRM', repeat: false, callable: true, mailable: true }],
    ['opportunity.opened', { ...about, departmentId: 'internet' }],
    ['opportunity.assigned', { opportunityId: deal, memberId: seller }],
  ].map(([kind, data]) => take(core.decodeFact({ kind, id: `${deal} ${kind}`, at: came, recordedAt: came, data })));
  deals.set(deal, { areaCode, facts });
}

const due = [...deals.values()].flatMap(({ facts }) =>
  core.dueTouches(core.foldAll(core.opportunityHistory, facts), context),
);
const verdictOf = (touch: core.Touch) => {
  const { areaCode = '', facts = [] } = deals.get(touch.opportunityId) ?? {};
  const attempt = { ...touch, automated: touch.who === 'automation', location: { areaCodes: [areaCode] } };
  return core.mayContact(core.foldAll(core.contactHistory, facts), attempt, context);
};
const ann = { memberId: core.id<'Member'>('ann'), role: 'salesperson', department: 'internet', present: true } as const;
const people = [{ ...ann, ...core.defaultCapacity('internet', plan) }];

const listed = core.planDay(due, people, { ...context, verdictOf }).filter(({ kind }) => kind === 'listed');
export const today = listed.map(
  ({ touch: { step, reasons } }) => `${step}: ${core.renderReason(reasons[0], 'en', hours.zone)}`,
);
