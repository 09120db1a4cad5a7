import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GroupDatabase } from '../../src/database/gateway.ts';
import { newId } from '../../src/database/new-id.ts';
import { APPEND_ONLY, sqlStateOf } from '../../src/database/sql-error.ts';
import { makeSomeRows, type SomeRows, someFact } from '../support/some-rows.ts';
import { ENGINES, OPENING_MS, openTestGateway, type TestGateway } from '../support/test-gateway.ts';

const INSUFFICIENT_PRIVILEGE = '42501';
const AT = new Date('2026-11-21T16:00:00Z');

describe.each(ENGINES)('append-only tables on %s', (engine) => {
  let test: TestGateway;
  let database: GroupDatabase;
  let rows: SomeRows;
  const stateOf = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'done', sqlStateOf);

  beforeAll(async () => {
    test = await openTestGateway(engine);
    database = test.gateway.enterGroup(newId());
    rows = await makeSomeRows(database);
    await database.prisma.fact.create({ data: someFact(rows) });
  }, OPENING_MS);
  afterAll(() => test.close());

  it('refuse the application a change and a deletion of a fact', async () => {
    const { groupId } = rows;
    expect(await stateOf(database.prisma.fact.updateMany({ where: { groupId }, data: { kind: 'other' } }))).toBe(
      INSUFFICIENT_PRIVILEGE,
    );
    expect(await stateOf(database.prisma.fact.deleteMany({ where: { groupId } }))).toBe(INSUFFICIENT_PRIVILEGE);
    expect(await database.prisma.fact.findMany()).toMatchObject([{ kind: 'note' }]);
  });

  it('refuse the owner too, with an error of their own', async () => {
    for (const text of [
      `update fact set kind = 'other'`,
      'delete from fact',
      'truncate fact',
      'truncate fact cascade',
    ]) {
      expect(await stateOf(test.asOwner(text)), text).toBe(APPEND_ONLY);
    }
  });

  it('S13 keep who opened a file of evidence', async () => {
    for (const text of [`update evidence_look set key = ''`, 'delete from evidence_look', 'truncate evidence_look']) {
      expect(await stateOf(test.asOwner(text)), text).toBe(APPEND_ONLY);
    }
  });

  it('keep the answer to a document, and the document', async () => {
    for (const text of [
      `update intake_document set answer = '{}'`,
      'delete from intake_document',
      'truncate intake_document',
    ]) {
      expect(await stateOf(test.asOwner(text)), text).toBe(APPEND_ONLY);
    }
  });

  it("keep a survey's answers, and let its comment be erased", async () => {
    const { groupId, storeId, customerId } = rows;
    const invitationId = newId();
    const common = { groupId, storeId, customerId, opportunityId: newId(), questionnaire: 'sales', locale: 'en' };
    await database.prisma.invitation.create({
      data: { ...common, id: invitationId, state: 'answered', dueAt: AT, expiresAt: AT },
    });
    await database.prisma.surveyResponse.create({
      data: {
        groupId,
        invitationId,
        answers: { overall: 2 },
        commentSealed: new Uint8Array([1]),
        low: true,
        answeredAt: AT,
      },
    });
    const where = { groupId, invitationId };
    await database.prisma.surveyResponse.updateMany({ where, data: { commentSealed: null } });
    expect(await database.prisma.surveyResponse.findMany()).toMatchObject([{ commentSealed: null, low: true }]);
    const change = database.prisma.surveyResponse.updateMany({ where, data: { low: false } });
    expect(await stateOf(change)).toBe(INSUFFICIENT_PRIVILEGE);
    // Seen from the owner, whom row security shows no rows without a group unless it is a superuser: both engines' are.
    expect(await stateOf(test.asOwner('update survey_response set low = false'))).toBe(APPEND_ONLY);
    expect(await stateOf(test.asOwner('delete from survey_response'))).toBe(APPEND_ONLY);
    expect(await stateOf(test.asOwner('truncate survey_response'))).toBe(APPEND_ONLY);
  });

  it('keep a call record, and let its member be filled in', async () => {
    const { groupId, storeId, memberId } = rows;
    const id = newId();
    await database.prisma.callRecord.create({
      data: {
        groupId,
        id,
        storeId,
        source: 'twilio',
        externalId: 'CA1',
        direction: 'outbound',
        customerPhoneKey: 'key',
        startedAt: AT,
        totalSeconds: 40,
        outcome: 'connected',
      },
    });
    await database.prisma.callRecord.updateMany({ where: { groupId, id }, data: { memberId } });
    const longer = database.prisma.callRecord.updateMany({ where: { groupId, id }, data: { totalSeconds: 400 } });
    expect(await stateOf(longer)).toBe(INSUFFICIENT_PRIVILEGE);
    expect(await stateOf(test.asOwner('update call_record set total_seconds = 400'))).toBe(APPEND_ONLY);
    expect(await database.prisma.callRecord.findMany()).toMatchObject([{ memberId, totalSeconds: 40 }]);
  });
});
