import { type MailServer, startMailServer } from '@beback/testing/mail-server';
import { startTextServer, type TextServer } from '@beback/testing/text-server';
import { expect } from 'vitest';
import { newId } from '../../src/database/new-id.ts';
import { encodeGlobalId } from '../../src/graphql/global-id.ts';
import { signatureOf } from '../../src/modules/consent/text-route.ts';
import { workMail } from '../../src/modules/outgoing/work-mail.ts';
import { adf } from './adf.ts';
import { runDue } from './run-due.ts';
import { leadsOf, post, postAdf, signIn, type TestBrowser } from './test-client.ts';
import type { EngineName } from './test-gateway.ts';
import { openTestServer, TEXT_TOKEN, type TestServer } from './test-server.ts';
import { trustedId } from './trusted-id.ts';

export const STORE_NUMBER = '+13125550100';

export const SET_NUMBER = `mutation ($input: SetTextNumberInput!) { setTextNumber(input: $input) {
  __typename ... on InputError { field allowed }
} }`;
export const REVOKE = `mutation ($input: RecordRevocationInput!) { recordRevocation(input: $input) {
  __typename
  ... on RecordActSuccess { ledger { acts { act channel purpose how words scopeChosen recordedBy { name } } } }
} }`;
export const CONSENT = `mutation ($input: RecordConsentInput!) { recordConsent(input: $input) {
  __typename ... on RecordActSuccess { ledger { standing { channel purpose state } } }
} }`;
export const CONSENTS = `query ($id: ID!) { consents(opportunityId: $id) {
  acts { act channel purpose how words recordedBy { name } } standing { channel purpose state }
} }`;
export const EVIDENCE = `query ($number: String!) { evidence(number: $number) {
  lawTable
  ledgers { edges { node { acts { act channel purpose how } } } }
  entries(first: 100) { edges { node { at kind channel purpose state words verdict data store { name } member { name } } } }
} }`;

export interface Verdict {
  readonly kind: string;
  readonly reasons: readonly { readonly code: string; readonly data: Readonly<Record<string, unknown>> }[];
}
interface Act {
  readonly act: string;
  readonly channel: string;
  readonly purpose: string;
  readonly how: string;
  readonly words?: string;
  readonly recordedBy?: { readonly name: string } | null;
}
export interface Ledger {
  readonly acts: readonly Act[];
  readonly standing: readonly { readonly channel: string; readonly purpose: string; readonly state: string | null }[];
}
export interface Entry {
  readonly at: string;
  readonly kind: string;
  readonly state: string | null;
  readonly words: string | null;
  readonly verdict: Verdict | null;
}
export interface Person {
  /** Global id. */
  readonly opportunityId: string;
  /** The row's own. */
  readonly id: string;
  readonly phone: string;
  readonly email: string;
}
interface MessageRow {
  readonly channel: string;
  readonly purpose: string;
  readonly state: string;
  readonly template: string | null;
  readonly verdict: Verdict;
}
interface TouchRow {
  readonly step: string;
  readonly channel: string;
  readonly purpose: string;
  readonly state: string;
  readonly reasons: Verdict['reasons'];
  readonly counted: unknown;
}

/** A store with a mail server, a carrier and a number for texts, and its people signed in. */
export interface StopStage {
  readonly test: TestServer;
  readonly mail: MailServer;
  readonly carrier: TextServer;
  readonly ana: TestBrowser;
  /** The Ford store's manager. */
  readonly max: TestBrowser;
  /** A lead of somebody new. */
  person(first: string): Promise<Person>;
  messagesOf(who: Person): Promise<MessageRow[]>;
  touchesOf(who: Person): Promise<TouchRow[]>;
  /** Does what is due, and waits until nothing of this person is queued. */
  settled(who: Person): Promise<MessageRow[]>;
  /** A text as the carrier posts it. */
  textIn(from: string, body: string, more?: Record<string, string>, signature?: string): Promise<Response>;
  /** As a public page asks. */
  visitor<D>(operation: string, variables: unknown): Promise<D>;
  /** The first mail to somebody, as the server took it, unfolded. */
  mailTo(who: Person): Promise<string>;
  ledgerOf(who: Person): Promise<Ledger | undefined>;
  close(): Promise<void>;
}

export async function openStopStage(engine: EngineName): Promise<StopStage> {
  const [mail, carrier] = [await startMailServer(), await startTextServer()];
  const test = await openTestServer(engine);
  await workMail(test.jobs, test.resources, { smtpUrl: mail.url, from: 'follow-up@harbor.example', texts: carrier });
  const [ana, max] = [await signIn(test.url, test.ours.ana), await signIn(test.url, test.ours.manager)];
  const administrator = await signIn(test.url, test.ours.administrator);
  const input = { storeId: encodeGlobalId('Store', test.ours.ford.storeId), number: '(312) 555-0100' };
  const set = await administrator.graphql(SET_NUMBER, { input });
  expect(set.data).toMatchObject({ setTextNumber: { __typename: 'SetTextNumberSuccess' } });
  const { groupId, ford } = test.ours;
  let count = 0;

  const messagesOf: StopStage['messagesOf'] = ({ id }) =>
    test.database.asOwner(
      `select channel, purpose, state, template, verdict from outgoing_message
        where group_id::text = $1 and opportunity_id::text = $2 order by queued_at, channel`,
      [groupId, id],
    );
  return {
    test,
    mail,
    carrier,
    ana,
    max,
    messagesOf,
    person: async (first) => {
      count++;
      const [phone, email] = [`+1312555${7200 + count}`, `${first}@buyers.example.org`.toLowerCase()];
      const [lead] = await leadsOf(await postAdf(test.url, ford.intakeKey, adf({ first, phone, email, id: first })));
      const answer = await ana.graphql<{ lead: { opportunity: { id: string } } }>(
        'query ($id: ID!) { lead(id: $id) { opportunity { id } } }',
        { id: lead?.id },
      );
      const opportunityId = answer.data?.lead.opportunity.id ?? '';
      const id = Buffer.from(opportunityId, 'base64url').toString('utf8').split(':')[1] ?? '';
      return { opportunityId, id, phone, email };
    },
    touchesOf: ({ id }) =>
      test.database.asOwner(
        `select step, channel, purpose, state, reasons, counted from touch
          where group_id::text = $1 and opportunity_id::text = $2 order by deadline, step`,
        [groupId, id],
      ),
    settled: async (who) => {
      await runDue(test.resources);
      const queued = async () => (await messagesOf(who)).filter(({ state }) => state === 'queued');
      await expect.poll(queued, { timeout: 20_000 }).toEqual([]);
      return messagesOf(who);
    },
    textIn: (from, body, more = {}, signature) => {
      const form = new URLSearchParams({ From: from, To: STORE_NUMBER, Body: body, MessageSid: newId(), ...more });
      const signed = signature ?? signatureOf(form, 'http://localhost/intake/text', TEXT_TOKEN);
      return fetch(`${test.url}/intake/text`, {
        method: 'POST',
        headers: { 'x-twilio-signature': signed },
        body: form,
      });
    },
    visitor: async <D>(operation: string, variables: unknown): Promise<D> => {
      const extensions = { persistedQuery: { version: 1, sha256Hash: trustedId(operation) } };
      const response = await post(`${test.url}/graphql`, { variables, extensions });
      return ((await response.json()) as { data: D }).data;
    },
    mailTo: async ({ email }) => {
      const { raw } = await mail.nextMail(({ to }) => to.includes(email));
      return raw
        .replaceAll('=\r\n', '')
        .replaceAll('=3D', '=')
        .replaceAll(/\r\n[ \t]+/g, ' ');
    },
    ledgerOf: async ({ opportunityId }) =>
      (await ana.graphql<{ consents: Ledger }>(CONSENTS, { id: opportunityId })).data?.consents,
    close: async () => {
      await test.close();
      await mail.stop();
      await carrier.stop();
    },
  };
}
