import { describe, expect, it } from 'vitest';
import { file, type Row } from '../test/twilio-rows.ts';
import { readTwilioCsv } from './read-twilio-csv.ts';

const US = { country: 'US' };
const read = (...rows: readonly Row[]) => readTwilioCsv(file(...rows), US);
const only = (...rows: readonly Row[]) => {
  const { records, problems } = read(...rows);
  expect(problems).toEqual([]);
  expect(records).toHaveLength(1);
  return records[0];
};

describe('a bridged call', () => {
  const parent = { sid: 'P', duration: '180' };
  const child = { sid: 'C', parent_call_sid: 'P', direction: 'outbound-dial', duration: '150' };
  const agent = '+12075550161';

  it('that the dealership began is the leg to the customer', () => {
    expect(only({ ...parent, to: agent }, child)).toMatchObject({
      externalId: 'C',
      agentNumber: agent,
      customerNumber: '+13125550143',
      talkSeconds: 150,
    });
    expect(only({ ...parent, direction: 'inbound', from: 'client:ines', to: '' }, child)).toMatchObject({
      externalId: 'C',
      direction: 'outbound',
      agentRef: 'ines',
    });
  });

  it('tells how the leg to the customer ended, not the other one', () => {
    expect(only({ ...parent, to: agent }, { ...child, status: 'busy', duration: '' })).toMatchObject({
      outcome: 'busy',
      totalSeconds: 0,
    });
  });

  it('is told by the numbers of the dealership when the legs go the other way round', () => {
    const options = { ...US, ownNumbers: [agent, '+12075550100'] };
    const calledFirst = file(parent, { ...child, to: agent });
    expect(readTwilioCsv(calledFirst, options).records).toMatchObject([
      { externalId: 'P', customerNumber: '+13125550143', agentNumber: agent },
    ]);
    const dialledIn = file({ ...parent, direction: 'inbound', from: agent, to: '+12075550100' }, child);
    expect(readTwilioCsv(dialledIn, options).records).toMatchObject([
      { externalId: 'C', direction: 'outbound', agentNumber: agent },
    ]);
    expect(readTwilioCsv(file({ to: agent }), options)).toMatchObject({
      records: [],
      problems: [{ code: 'call.noCustomer' }],
    });
  });

  it('from outside is a talk only when a person took it', () => {
    const outside = { ...parent, direction: 'inbound', from: '+13125550143', to: '+12075550100' };
    const rung = { ...child, from: '+13125550143', to: agent };
    expect(only(outside, rung)).toMatchObject({
      externalId: 'P',
      direction: 'inbound',
      outcome: 'connected',
      talkSeconds: 150,
      ringSeconds: 30,
    });
    const missed = only(outside, { ...rung, status: 'no-answer', duration: '' });
    expect(missed).toMatchObject({ outcome: 'noAnswer', totalSeconds: 180 });
    expect(missed).not.toHaveProperty('talkSeconds');
    expect(read(outside, { ...rung, status: 'ringing', duration: '' }).problems).toMatchObject([
      { code: 'call.notFinished' },
    ]);
    expect(read({ ...outside, from: 'anonymous' }, rung)).toMatchObject({
      records: [],
      problems: [{ code: 'call.blockedNumber' }],
    });
  });

  it('is read without its other leg, too', () => {
    expect(only(child)).toMatchObject({ externalId: 'C', legOf: 'P' });
  });
});
