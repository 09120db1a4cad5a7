import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { TaskView } from '@beback/client';

/** A page with the built task list, and a server that answers it from memory. */
export interface DayPage {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const BUNDLES = fileURLToPath(new URL('../../../../packages/widgets/dist/embed/', import.meta.url));
const PAGE = `<!doctype html><html lang="en"><head><title>Day</title>
<script type="module" src="/beback-staff.js"></script></head><body><beback-task-list api=""></beback-task-list></body></html>`;
const NOW = Date.parse('2026-11-21T16:00:00Z');
const MINUTE = 60_000;
const iso = (minutes: number): string => new Date(NOW + minutes * MINUTE).toISOString();
const NAMES = ['Ann Lee', 'Bo Ruiz', 'Cy Adler', 'Dee Park', 'Eli Stone', 'Flo Vance', 'Gus Webb'];
const CHANNELS = ['call', 'call', 'email', 'text'] as const;

/** @param count - tasks that are due */
export async function serveDay(count: number): Promise<DayPage> {
  const files = new Map(readdirSync(BUNDLES).map((name) => [`/${name}`, readFileSync(`${BUNDLES}${name}`)]));
  const day = dayOf(count);
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    if (pathname === '/graphql') return answer(day, request, response);
    const file = files.get(pathname);
    if (file !== undefined) return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(file);
    response.writeHead(200, { 'content-type': 'text/html' }).end(pathname === '/' ? PAGE : '');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop };
}

// Helpers

interface Day {
  tasks: readonly TaskView[];
  done: number;
}

function dayOf(count: number): Day {
  const task = (_: unknown, n: number): TaskView => ({
    id: `task-${n}`,
    channel: CHANNELS[n % CHANNELS.length] ?? 'call',
    purpose: 'replyToInquiry',
    state: 'due',
    from: iso(n - 200),
    best: iso(n - 100),
    deadline: iso(3 * n - 300),
    lawfulUntil: iso(600),
    nextLawful: null,
    reasons: [
      { code: 'cadence.dayAfterInternetLead', text: `Day ${n % 14} after the Internet lead of Nov 19, 10:26 AM.` },
      { code: 'workday.chanceToClose', text: 'Ranked by the chance to close: 12.4% on day 1.' },
      { code: 'contact.lawWithinHours', text: 'Lawful until 9:00 PM (us.federal.hours; 47 CFR 64.1200(c)(1)).' },
      { code: 'contact.basis.inquiry', text: 'The customer’s own inquiry allows it until Feb 18, 7:00 PM.' },
    ],
    customerName: `${NAMES[n % NAMES.length]} ${n}`,
    phone: `+1518555${String(1000 + n)}`,
    email: `customer${n}@example.com`,
    vehicle: '2024 Meridian Sextant',
    lastActivity: n % 2 === 0 ? null : { at: iso(-1_440), channel: 'call', disposition: 'leftMessage', note: null },
    appointmentAt: null,
    appointmentConfirmedAt: null,
    firstResponse: null,
    planNumber: 1,
    opportunityId: `opportunity-${n}`,
    storeName: 'Northgate Motors',
    zone: 'America/New_York',
  });
  return { tasks: Array.from({ length: count }, task), done: 0 };
}

async function answer(day: Day, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { query = '', variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
    query?: string;
    variables?: { input?: { taskId: string } };
  };
  if (query.startsWith('subscription')) {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n');
    return;
  }
  const data = query.startsWith('mutation') ? logged(day, variables?.input?.taskId ?? '') : dayData(day);
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data }));
}

function logged(day: Day, id: string): object {
  day.done++;
  day.tasks = day.tasks.filter((task) => task.id !== id);
  const activity = { id: `activity-${id}`, at: iso(0), disposition: 'noAnswer' };
  return { logActivity: { __typename: 'LogActivitySuccess', activity, task: { id, state: 'done' }, next: null } };
}

function dayData({ tasks, done }: Day): object {
  const member = { id: 'member-1', name: 'Sam Ortiz' };
  const same = { day: '2026-11-21', zone: 'America/New_York', asOf: iso(0), overload: [], member };
  return {
    viewer: { member },
    clock: { now: iso(0), rate: 1 },
    workPlan: { ...same, done, left: tasks.length, tasks },
  };
}
