import { createHash, randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adf } from './support/adf.ts';
import { keptLeads, keptTotals } from './support/kept-leads.ts';
import { type RunningProgram, startedProgram } from './support/program.ts';
import { makeProgramData, type ProgramData, seedGroups } from './support/program-data.ts';
import type { SeededGroup } from './support/seed-group.ts';
import { type IntakeLead, leadsOf, postAdf } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';

const LEADS = 200;
/** A group for each time that the server is killed: its stores see 200 leads, not thousands. */
const ROUNDS = Array.from({ length: 10 }, (_, i) => `Round${i}`);
const AT_ONCE = 8;
/** Every second time or so the server dies with the answer that is waited for, otherwise within this time after it. */
const DIES_WITHIN_MS = 50;
/** Told by a failure. Put that number here to see the same kills again, as nearly as processes let us. */
const SEED = randomInt(2 ** 31);

// Both engines at once: a server that starts keeps one processor busy.
describe.concurrent.each(ENGINES)('a server that is killed while it takes leads, on %s', (engine) => {
  let data: ProgramData;
  let groups: readonly SeededGroup[];
  let program: RunningProgram;
  beforeAll(async () => {
    data = await makeProgramData(engine);
    groups = await seedGroups(data, ROUNDS);
    program = await startedProgram(data.variables);
  }, OPENING_MS);
  afterAll(async () => {
    await program.end('SIGKILL');
    await data.drop();
  });

  it(`has each lead that it answered, once and whole, after ${ROUNDS.length} kills`, { timeout: 600_000 }, async () => {
    const told: (readonly string[])[] = [];
    for (const [round, group] of groups.entries()) {
      const posts = Array.from({ length: LEADS }, (_, n) => postOf(group, n));
      const { answers, broken } = await postUntilKilled(program, posts, round);
      program = await startedProgram(data.variables);
      // Whose post broke off sends the same bytes again; so does one who lost the answer on its way.
      const late = [...answers.keys()].slice(-AT_ONCE);
      const again = await answersTo(program, [...broken, ...late]);
      for (const post of late) expect(again.get(post), about(round)).toEqual(answers.get(post));
      for (const post of broken) expect(again.get(post)?.status, about(round)).toBe('accepted');
      told.push([...new Map([...answers, ...again]).values()].map(({ id }) => id));
    }
    expect(await program.end('SIGTERM')).toBe(0);

    const gateway = await data.open();
    try {
      for (const [round, { groupId }] of groups.entries()) {
        const kept = await keptLeads(gateway, groupId);
        expect(kept.map(({ id }) => id).toSorted(), about(round)).toEqual(told[round]?.toSorted());
        for (const { hangsOn } of kept) expect(hangsOn, about(round)).toEqual(WHOLE);
        const totals = await keptTotals(gateway, groupId);
        expect(new Set(Object.values(totals)), about(round)).toEqual(new Set([kept.length]));
      }
    } finally {
      await gateway.close();
    }
  });
});

/** What hangs on a lead that came in whole. */
const WHOLE = {
  status: 'accepted',
  customers: 1,
  people: 1,
  contactPoints: 'email phone',
  facts: 'lead.received opportunity.assigned opportunity.opened',
  opportunities: 1,
  touches: expect.any(Number),
  dueWork: 'cadence.replan firstResponse.stage outgoing.steps',
  documents: 1,
};

// Helpers

interface Post {
  readonly key: string;
  readonly document: string;
}

/** People who have nothing in common, by turns at the group's two stores. */
function postOf({ ford, toyota }: SeededGroup, n: number): Post {
  const letters = [...String(n)].map((digit) => 'ABCDEFGHIJ'[Number(digit)]).join('');
  const document = adf({ first: 'Ann', last: `Lead${letters}`, phone: `312-555-${2000 + n}`, id: String(n) });
  return { key: (n % 2 === 0 ? ford : toyota).intakeKey, document };
}

/** Posts until the server dies; what it answered, in that order, and the posts that got no answer. */
async function postUntilKilled(
  program: RunningProgram,
  posts: readonly Post[],
  round: number,
): Promise<{ readonly answers: ReadonlyMap<Post, IntakeLead>; readonly broken: readonly Post[] }> {
  const killAfter = Math.floor(chance(`answers of round ${round}`) * posts.length);
  const patience = (2 * chance(`patience of round ${round}`) - 1) * DIES_WITHIN_MS;
  const answers = new Map<Post, IntakeLead>();
  const broken: Post[] = [];
  let heard = 0;
  let killed: Promise<unknown> | undefined;
  // Told of an answer's first bytes, so that what a server answers too early is still undone.
  const killInTime = () => {
    if (killed !== undefined || heard++ < killAfter) return;
    killed = patience <= 0 ? program.end('SIGKILL') : pause(patience).then(() => program.end('SIGKILL'));
  };
  await severalAtOnce(posts, async (post) => {
    // Those that have not begun by then are not sent.
    if (broken.length > 0) return;
    const lead = await leadOf(program, post, killInTime).catch(noAnswer);
    if (lead === undefined) broken.push(post);
    else answers.set(post, lead);
  });
  await killed;
  return { answers, broken };
}

/** The answers of a server that lives. */
async function answersTo(program: RunningProgram, posts: readonly Post[]): Promise<ReadonlyMap<Post, IntakeLead>> {
  const answers = new Map<Post, IntakeLead>();
  await severalAtOnce(posts, async (post) => {
    answers.set(post, await leadOf(program, post));
  });
  return answers;
}

async function leadOf({ url }: RunningProgram, { key, document }: Post, heard = () => {}): Promise<IntakeLead> {
  const response = await postAdf(url, key, document);
  heard();
  const [lead] = await leadsOf(response);
  if (lead === undefined) throw new Error('leadOf: the answer names no lead');
  return lead;
}

/** A connection that was refused or broke, before the answer or in the middle of it; any other failure goes on. */
function noAnswer(error: unknown): undefined {
  if (!(error instanceof TypeError)) throw error;
}

async function severalAtOnce<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const rest = all.values();
  const inTurn = async () => {
    for (const one of rest) await work(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, inTurn));
}

function about(round: number): string {
  return `seed ${SEED}, round ${round}`;
}

/** From 0 to 1, the same for the same seed and label. */
function chance(label: string): number {
  return createHash('sha256').update(`${SEED} ${label}`).digest().readUInt32BE() / 2 ** 32;
}
