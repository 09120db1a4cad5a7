import { expect } from 'vitest';
import type { Asked } from './operations.ts';
import { ask, withKey } from './server.ts';
import type { LogIn } from './staff.ts';
import type { World } from './world.ts';

const READ: Asked<{ readonly node: { readonly revision: number } }, { readonly id: string }> = {
  document: 'query Read($id: ID!) { node(id: $id) { ... on PlanVersion { revision } } }',
};

interface SignInput {
  readonly key: string;
  readonly planVersionId: string;
  readonly revision: number;
}

const SIGN: Asked<{ readonly signPlan: { readonly __typename: string } }, { readonly input: SignInput }> = {
  document: 'mutation Sign($input: SignPlanInput!) { signPlan(input: $input) { __typename } }',
};

/** Puts these people's names under a plan version as it reads now, as their own programs do. */
export async function signAs(
  world: Pick<World, 'browser' | 'url'>,
  people: Iterable<LogIn>,
  planVersionId: string,
): Promise<void> {
  for (const logIn of people) {
    const context = await world.browser.newContext();
    const headers = { origin: world.url };
    const answer = await context.request.post(`${world.url}/auth/sign-in/email`, { data: logIn, headers });
    expect(answer.status()).toBe(200);
    const { node } = await ask(world, context, READ, { id: planVersionId });
    const input = withKey({ planVersionId, revision: node.revision });
    expect((await ask(world, context, SIGN, { input })).signPlan.__typename).toBe('PlanChangeSuccess');
    await context.close();
  }
}
