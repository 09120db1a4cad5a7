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
/** After the last answer that is waited for, the server has this long before it dies: enough for a COMMIT or two. */
const DIES_WITHIN_MS = 50;
/** Told by a failure. Put that number here to see the same kills again, as nearly as processes let us. */
const SEED = randomInt(2 ** 31);

describe.each(ENGINES)('a server that is killed while it takes leads, on %s', (engine) => {
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

  it(`has each lead that it answered, once and whole, after ${ROUNDS.length} kills`, { timeout: 300_000 }, async () => {
    const told: (readonly string[])[] = [];
    for (const [round, group] of groups.entries()) {
      const posts = Array.from({ length: LEADS }, (_, n) => postOf(group, n));
      const answers = await postUntilKilled(program, posts, round);
      program = await startedProgram(data.variables);
      // A client whose post broke off sends the same bytes again; so does one that lost the answer on its way.
      const lost = posts.filter((post) => !answers.has(post));
      const late = [...answers.keys()].slice(-AT_ONCE);
      const again = await answersTo(program, [...lost, ...late]);
      for (const post of late) expect(again.get(post), about(round)).toEqual(answers.get(post));
      const all = posts.map((post) => answers.get(post) ?? again.get(post));
      expect(new Set(all.map((lead) => lead?.status)), about(round)).toEqual(new Set(['accepted']));
      told.push(all.map((lead) => lead?.id ?? 'none'));
    }
    expect(await program.end('SIGTERM')).toBe(0);

    const gateway = await data.open();
    try {
      for (const [round, { groupId }] of groups.entries()) {
        const kept = await keptLeads(gateway, groupId);
        expect(kept.map(({ id }) => id).toSorted(), about(round)).toEqual(told[round]?.toSorted());
        for (const { hangsOn } of kept) expect(hangsOn, about(round)).toEqual(WHOLE);
        const totals = Object.values(await keptTotals(gateway, groupId));
        expect(new Set(totals), about(round)).toEqual(new Set([LEADS]));
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
  dueWork: 'cadence.replan firstResponse.stage',
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

/** Posts until the server dies; the posts that were answered, in the order of the answers. */
async function postUntilKilled(
  program: RunningProgram,
  posts: readonly Post[],
  round: number,
): Promise<ReadonlyMap<Post, IntakeLead>> {
  const killAfter = Math.floor(chance(`answers of round ${round}`) * posts.length);
  const patience = chance(`patience of round ${round}`) * DIES_WITHIN_MS;
  const answers = new Map<Post, IntakeLead>();
  let killed: Promise<unknown> | undefined;
  const killSoon = () => {
    if (answers.size >= killAfter) killed ??= pause(patience).then(() => program.end('SIGKILL'));
  };
  killSoon();
  await severalAtOnce(posts, async (post) => {
    const response = await postAdf(program.url, post.key, post.document).catch(() => undefined);
    // A connection that breaks while the answer comes is no answer.
    const answer = await response?.text().catch(() => undefined);
    if (response === undefined || answer === undefined) return;
    const [lead] = await leadsOf(new Response(answer, { status: response.status }));
    if (lead !== undefined) answers.set(post, lead);
    killSoon();
  });
  await killed;
  return answers;
}

/** The answers of a server that lives. */
async function answersTo(
  { url }: RunningProgram,
  posts: readonly Post[],
): Promise<ReadonlyMap<Post, IntakeLead | undefined>> {
  const answers = new Map<Post, IntakeLead | undefined>();
  await severalAtOnce(posts, async (post) => {
    const [lead] = await leadsOf(await postAdf(url, post.key, post.document));
    answers.set(post, lead);
  });
  return answers;
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
