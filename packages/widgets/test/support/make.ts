import type { TaskView, WorkPlanResult } from '@beback/client';

/** Saturday morning in the Central zone: 10:00. */
export const NOW = Date.parse('2026-11-21T16:00:00Z');

export function at(time: string): string {
  return new Date(Date.parse(`2026-11-21T${time}:00-06:00`)).toISOString();
}

/** A first call to Ann Lee, due by 10:05. */
export function makeTask(over: Partial<TaskView> = {}): TaskView {
  return {
    id: 'task-1',
    channel: 'call',
    purpose: 'replyToInquiry',
    state: 'due',
    from: at('10:00'),
    best: at('10:00'),
    deadline: at('10:05'),
    lawfulUntil: at('20:00'),
    nextLawful: null,
    reasons: [{ code: 'touch.firstCall', text: 'First call, due by 10:05 AM.' }],
    customerName: 'Ann Lee',
    phone: '+15550102234',
    email: 'ann@example.com',
    vehicle: '2024 Ford Bronco',
    lastActivity: null,
    appointmentAt: null,
    appointmentConfirmedAt: null,
    firstResponse: null,
    planNumber: 2,
    opportunityId: 'opportunity-1',
    storeName: 'Cedar Ford',
    zone: 'America/Chicago',
    ...over,
  };
}

export function makePlan(tasks: readonly TaskView[], over: Partial<WorkPlanResult['workPlan']> = {}): WorkPlanResult {
  return {
    viewer: { member: { id: 'member-1', name: 'Sam Ortiz' } },
    clock: { now: new Date(NOW).toISOString(), rate: 1 },
    workPlan: {
      day: '2026-11-21',
      zone: 'America/Chicago',
      asOf: new Date(NOW).toISOString(),
      done: 0,
      left: tasks.length,
      overload: [],
      member: { id: 'member-1', name: 'Sam Ortiz' },
      tasks,
      ...over,
    },
  };
}

export const NAMES = ['Ann Lee', 'Bo Ruiz', 'Cy Adler', 'Dee Park', 'Eli Stone', 'Flo Vance', 'Gus Webb'] as const;

/** As many tasks as wanted, one every ten minutes. */
export function makeTasks(count: number): readonly TaskView[] {
  return Array.from({ length: count }, (_, index) =>
    makeTask({
      id: `task-${index + 1}`,
      customerName: NAMES[index % NAMES.length] ?? '',
      from: new Date(NOW + index * 600_000).toISOString(),
      deadline: new Date(NOW + index * 600_000 + 300_000).toISOString(),
      opportunityId: `opportunity-${index + 1}`,
    }),
  );
}
