import * as core from '@beback/core';

const crmRows = [{ deal: '4711', buyer: '88', seller: 'ann', came: '2026-11-20T14:05:00-06:00', areaCode: '217' }];

const open = [{ opens: '09:00', closes: '20:00' }];
const hours = { zone: 'America/Chicago', weekly: { 1: open, 2: open, 3: open, 4: open, 5: open, 6: open } };
const calendar = core.compileStoreCalendar(hours, { from: core.day('2026-01-01'), to: core.day('2027-12-31') });
const plan = core.compilePlan(core.defaultPlan());
if (!calendar.ok || !plan.ok) throw new Error('each refusal names the field and what is allowed');
const context = { plan: plan.value, calendar: calendar.value, now: core.instant(Date.parse('2026-11-20T20:06:00Z')) };

const ann = { memberId: core.id<'Member'>('ann'), role: 'salesperson', department: 'internet', present: true } as const;
const day = crmRows.flatMap(({ deal, buyer, seller, came, areaCode }) => {
  const about = { opportunityId: deal, customerId: buyer, origin: 'internet' };
  const facts = [
    ['lead.received', { ...about, leadId: deal, source: 'CRM', repeat: false, callable: true, mailable: true }],
    ['opportunity.opened', { ...about, departmentId: 'internet' }],
    ['opportunity.assigned', { opportunityId: deal, memberId: seller }],
  ].flatMap(([kind, data]) => {
    const fact = core.decodeFact({ kind, id: `${deal} ${kind}`, at: came, recordedAt: came, data });
    return fact.ok ? [fact.value] : [];
  });
  const past = core.foldAll(core.contactHistory, facts);
  const verdictOf = (touch: core.Touch) =>
    core.mayContact(
      past,
      { ...touch, automated: touch.who === 'automation', location: { areaCodes: [areaCode] } },
      context,
    );
  const people = [{ ...ann, ...core.defaultCapacity('internet', context.plan) }];
  return core.planDay(core.dueTouches(core.foldAll(core.opportunityHistory, facts), context), people, {
    ...context,
    verdictOf,
  });
});

const listed = day.filter(({ kind }) => kind === 'listed').map(({ touch }) => touch);
export const today = listed.map(({ step, reasons: [why] }) => `${step}: ${core.renderReason(why, 'en', hours.zone)}`);
