import { readFileSync } from 'node:fs';
import * as core from '@beback/core';

// A store's hours and its plan, compiled once.
const hours = { zone: 'America/Denver', weekly: { 1: [{ opens: '09:00', closes: '20:00' }] } };
const calendar = core.compileStoreCalendar(hours, { from: core.day('2026-01-01'), to: core.day('2028-12-31') });
const plan = core.compilePlan(core.defaultPlan());
if (!calendar.ok || !plan.ok) throw new Error('each refusal names the field and what is allowed');

// What happened, one JSON document a line, folded to what the rules ask of a customer's past.
const lines = readFileSync(new URL('facts.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const facts = lines.map((line) => core.decodeFact(JSON.parse(line))).flatMap((read) => (read.ok ? [read.value] : []));
const customer = core.foldAll(core.contactHistory, facts);

// May we call this customer of the Florida panhandle now?
const now = core.instant(Date.parse('2026-11-18T08:30:00-05:00'));
const attempt = {
  channel: 'call',
  purpose: 'replyToInquiry',
  automated: false,
  location: { areaCodes: ['850'] },
} as const;
export const verdict = core.mayContact(customer, attempt, { plan: plan.value, calendar: calendar.value, now });
export const why = verdict.reasons.map((reason) => core.renderReason(reason, 'en', calendar.value.zone, now));
