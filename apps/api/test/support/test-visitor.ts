import { trustedTexts } from '../../src/graphql/trusted-operations.ts';
import { DEALER_ORIGIN } from './seed-group.ts';
import { type GraphqlAnswer, post } from './test-client.ts';

/** What the widget is told of a submission. */
export interface SubmitAnswer {
  readonly __typename: string;
  readonly receipt?: string;
  readonly answerBy?: string;
  readonly field?: string;
  readonly allowed?: string;
}

/** Somebody on a page with a store's lead form. */
export interface TestVisitor {
  submit(input: object): Promise<{
    readonly status: number;
    readonly answer: SubmitAnswer | undefined;
    readonly codes: readonly unknown[];
  }>;
}

export interface VisitorWish {
  readonly key: string;
  /** Null: the request names none. */
  readonly origin?: string | null;
  readonly address?: string;
}

/** Sends as the public widget does: an operation by its id, a publishable key, no cookie. */
export function testVisitor(
  url: string,
  { key, origin = DEALER_ORIGIN, address = '192.0.2.1' }: VisitorWish,
): TestVisitor {
  const [sha256Hash] = [...trustedTexts('public')].find(([, text]) => text.startsWith('mutation SubmitLead')) ?? [];
  return {
    submit: async (input) => {
      const body = { variables: { input }, extensions: { persistedQuery: { version: 1, sha256Hash } } };
      const response = await post(`${url}/graphql`, body, {
        authorization: `Bearer ${key}`,
        'x-forwarded-for': address,
        ...(origin !== null && { origin }),
      });
      const { data, errors } = (await response.json()) as GraphqlAnswer<{ readonly submitLead: SubmitAnswer }>;
      const codes = (errors ?? []).map(({ extensions }) => extensions?.['code']);
      return { status: response.status, answer: data?.submitLead, codes };
    },
  };
}
