import type { TestBrowser } from './test-client.ts';

let keys = 0;

/** Signs a plan version as each of these people, as it reads now. */
export async function signAs(browsers: readonly TestBrowser[], planVersionId: string): Promise<void> {
  for (const browser of browsers) {
    const read = await browser.graphql<{ node: { readonly revision: number } }>(
      'query ($id: ID!) { node(id: $id) { ... on PlanVersion { revision } } }',
      { id: planVersionId },
    );
    const { data } = await browser.graphql<{ signPlan: { readonly __typename: string; readonly message?: string } }>(
      'mutation ($input: SignPlanInput!) { signPlan(input: $input) { __typename ... on Error { message } } }',
      { input: { key: `sign-key-${++keys}`, planVersionId, revision: read.data?.node.revision ?? 0 } },
    );
    if (data?.signPlan.__typename !== 'PlanChangeSuccess') throw new Error(`signAs: ${data?.signPlan.message}`);
  }
}
