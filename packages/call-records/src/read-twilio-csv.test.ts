import { readFileSync } from 'node:fs';
import { CALL_OUTCOMES, instant } from '@beback/core';
import { describe, expect, it } from 'vitest';
import { BASE, file, HEADER, type Row, row } from '../test/twilio-rows.ts';
import { readTwilioCsv } from './read-twilio-csv.ts';

const US = { country: 'US' };
const fixture = (name: string) => readFileSync(new URL(`../test/fixtures/${name}.csv`, import.meta.url));

const read = (...rows: readonly Row[]) => readTwilioCsv(file(...rows), US);
const only = (...rows: readonly Row[]) => {
  const { records, problems } = read(...rows);
  expect(problems).toEqual([]);
  expect(records).toHaveLength(1);
  return records[0];
};

describe('readTwilioCsv', () => {
  it('reads the names of the API', () => {
    const { records, problems, ...counts } = readTwilioCsv(fixture('api-names'), US);
    expect(problems).toEqual([]);
    expect(counts).toEqual({ source: 'twilio', rows: 5, repeated: 0, legs: 1 });
    expect(records.map(({ raw, ...record }) => record)).toEqual([
      {
        source: 'twilio',
        externalId: 'CA00000000000000000000000000000001',
        direction: 'outbound',
        customerNumber: '+13125550143',
        lineNumber: '+12075550100',
        startedAt: Date.UTC(2026, 10, 21, 15),
        talkSeconds: 65,
        totalSeconds: 65,
        outcome: 'connected',
      },
      {
        source: 'twilio',
        externalId: 'CA00000000000000000000000000000002',
        direction: 'outbound',
        customerNumber: '+13125550144',
        lineNumber: '+12075550100',
        startedAt: Date.UTC(2026, 10, 21, 15, 5),
        totalSeconds: 30,
        outcome: 'noAnswer',
      },
      {
        source: 'twilio',
        externalId: 'CA00000000000000000000000000000003',
        direction: 'outbound',
        customerNumber: '+13125550145',
        lineNumber: '+12075550100',
        startedAt: Date.UTC(2026, 10, 21, 15, 10),
        talkSeconds: 41,
        totalSeconds: 41,
        outcome: 'voicemailLeft',
      },
      {
        source: 'twilio',
        externalId: 'CA00000000000000000000000000000005',
        legOf: 'CA00000000000000000000000000000004',
        direction: 'outbound',
        agentNumber: '+12075550161',
        customerNumber: '+13125550146',
        lineNumber: '+12075550100',
        startedAt: Date.UTC(2026, 10, 21, 15, 20, 20),
        ringSeconds: 10,
        talkSeconds: 150,
        totalSeconds: 160,
        outcome: 'connected',
      },
    ]);
    expect(records[3]?.raw.map(({ sid }) => sid)).toEqual([
      'CA00000000000000000000000000000005',
      'CA00000000000000000000000000000004',
    ]);
  });

  it('takes no call that begins after the file is read, and every call before it', () => {
    const now = instant(Date.UTC(2026, 10, 21, 15));
    const at = (sid: string, start_time: string) => ({ sid, start_time, end_time: '', duration: '5' });
    const rows = [
      at('CA1', '2026-11-21T15:00:00Z'),
      at('CA2', '2026-11-21T15:00:01Z'),
      at('CA3', '9999-12-31T23:59:59Z'),
    ];
    const { records, problems } = readTwilioCsv(file(...rows), { ...US, now });
    expect(records.map(({ externalId }) => externalId)).toEqual(['CA1']);
    expect(problems).toMatchObject([
      { row: 3, field: 'start_time' },
      { row: 4, field: 'start_time' },
    ]);
    expect(read(...rows).records).toHaveLength(3);
  });

  it("reads the console's names, semicolons, and a call from outside that rang two phones", () => {
    const { records, problems, legs } = readTwilioCsv(fixture('console'), US);
    expect(problems).toEqual([]);
    expect(legs).toBe(2);
    expect(records.map(({ raw, ...record }) => record)).toEqual([
      {
        source: 'twilio',
        externalId: 'CA00000000000000000000000000000011',
        direction: 'inbound',
        agentNumber: '+12075550161',
        customerNumber: '+13125550143',
        lineNumber: '+12075550100',
        startedAt: Date.UTC(2026, 10, 21, 15),
        ringSeconds: 15,
        talkSeconds: 105,
        totalSeconds: 120,
        outcome: 'connected',
      },
    ]);
  });

  it("reads the webhooks' names in any order and case, with a byte order mark", () => {
    const text =
      '\ufeffTO,From,CALLSTATUS,Timestamp,CallDuration,Direction,CallSid\n+13125550143,+12075550100,completed,"Sat, 21 Nov 2026 15:00:00 GMT",7,outbound-api,CA9\n';
    for (const input of [text, new TextEncoder().encode(text)]) {
      expect(readTwilioCsv(input, US).records).toMatchObject([
        { externalId: 'CA9', totalSeconds: 7, startedAt: Date.UTC(2026, 10, 21, 15) },
      ]);
    }
  });

  it('reads what spreadsheets save: a mark before quotes, UTF-16, windows-1252', () => {
    const text = `"sid","from","to","status","direction","start_time","caller_name"\n"CA1","+12075550100","+13125550143","busy","outbound-api","2026-11-21T15:00:00Z","Zoé"`;
    const wide = Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0])]);
    const big = Uint8Array.from([0xfe, 0xff, ...[...text].flatMap((letter) => [0, letter.charCodeAt(0)])]);
    const narrow = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    for (const input of [`\ufeff${text}`, wide, big, narrow]) {
      expect(readTwilioCsv(input, US)).toMatchObject({
        records: [{ externalId: 'CA1', outcome: 'busy' }],
        problems: [],
      });
    }
  });

  it.each([
    ['completed', '', '60', 'connected'],
    ['completed', 'human', '60', 'connected'],
    ['completed', 'machine_start', '60', 'voicemailBox'],
    ['completed', 'machine_end_beep', '19', 'voicemailBox'],
    ['completed', 'machine_end_beep', '20', 'voicemailLeft'],
    ['completed', 'machine_end_silence', '45', 'voicemailLeft'],
    ['completed', 'fax', '30', 'failed'],
    ['completed', 'unknown', '30', 'unknown'],
    ['busy', '', '', 'busy'],
    ['no-answer', '', '0', 'noAnswer'],
    ['No Answer', '', '', 'noAnswer'],
    ['failed', '', '', 'failed'],
    ['canceled', '', '', 'abandoned'],
  ])('status %s answered by %s for %s s is %s', (status, answered_by, duration, outcome) => {
    expect(CALL_OUTCOMES).toContain(outcome);
    const record = only({ status, answered_by, duration });
    expect(record?.outcome).toBe(outcome);
    expect(record?.talkSeconds).toBe(status === 'completed' ? Number(duration) : undefined);
  });

  it.each(['queued', 'ringing', 'in-progress'])('leaves a call that is %s for the next upload', (status) => {
    expect(read({ status, start_time: '', duration: '' }, { sid: 'CA2' })).toMatchObject({
      records: [{ externalId: 'CA2' }],
      problems: [{ code: 'call.notFinished', row: 2, field: 'status' }],
    });
    expect(read({ status }).problems).toMatchObject([{ code: 'call.notFinished' }]);
  });

  it.each([
    [{ from: 'client:ines' }, { agentRef: 'ines' }],
    [{ from: 'sip:204@harbor.example;transport=tls' }, { agentRef: '204@harbor.example' }],
    [{ to: '(312) 555-0143' }, { customerNumber: '+13125550143' }],
    [{ to: '(393) 555-0143' }, { customerNumber: '+13935550143' }],
    [{ to: '13125550143' }, { customerNumber: '+13125550143' }],
    [{ to: '"=""+13125550143"""' }, { customerNumber: '+13125550143' }],
    [{ to: "'+13125550143" }, { customerNumber: '+13125550143' }],
    [{ to: '+442079460958' }, { customerNumber: '+442079460958' }],
    [{ duration: '01:05', end_time: '' }, { totalSeconds: 65 }],
    [
      { duration: '', end_time: '2026-11-21T15:00:31Z' },
      { talkSeconds: 31, totalSeconds: 31 },
    ],
    [{ start_time: '15:00:00 UTC 2026-11-21' }, { startedAt: Date.UTC(2026, 10, 21, 15) }],
    [{ start_time: '2026-11-21 15:00:00' }, { startedAt: Date.UTC(2026, 10, 21, 15) }],
    [{ start_time: '2026-11-21 10:00:00 -0500' }, { startedAt: Date.UTC(2026, 10, 21, 15) }],
  ])('reads %o', (changes, expected) => {
    expect(only(changes)).toMatchObject(expected);
  });

  it.each([
    [{ sid: '' }, 'field.missing', 'sid'],
    [{ direction: 'sideways' }, 'field.invalid', 'direction'],
    [{ status: 'toString' }, 'field.invalid', 'status'],
    [{ answered_by: 'dog' }, 'field.invalid', 'answered_by'],
    [{ start_time: '' }, 'field.missing', 'start_time'],
    [{ start_time: '2026-02-30T10:00:00Z' }, 'field.invalid', 'start_time'],
    [{ end_time: 'later' }, 'field.invalid', 'end_time'],
    [{ duration: '-5' }, 'field.invalid', 'duration'],
    [{ to: '555-0143' }, 'field.invalid', 'to'],
    [{ to: '1.31256E+10' }, 'field.invalid', 'to'],
    [{ from: 'Zebulon Quirke' }, 'field.invalid', 'from'],
    [{ to: '' }, 'call.noCustomer', 'to'],
    [{ to: 'client:ines' }, 'call.noCustomer', 'to'],
    [{ direction: 'inbound', from: 'anonymous' }, 'call.blockedNumber', 'from'],
    [{ direction: 'inbound', from: '+266696687' }, 'call.blockedNumber', 'from'],
  ])('says what is wrong with %o and quotes nothing', (changes, code, field) => {
    const { records, problems } = read({ sid: 'CA0' }, changes);
    expect(records).toHaveLength(1);
    expect(problems).toEqual([{ code, row: 3, field, allowed: expect.stringMatching(/\w{3}/) }]);
    expect(JSON.stringify(problems)).not.toMatch(/Zebulon|555-0143|266696687|sideways/);
  });

  it('names the columns that are missing', () => {
    expect(readTwilioCsv('sid,from,status\nCA1,+12075550100,completed', US)).toMatchObject({
      records: [],
      problems: ['to', 'direction', 'start_time'].map((field) => ({ code: 'file.columnMissing', row: 1, field })),
    });
  });

  it.each(['', '\n\n', HEADER])('says that there is nothing in %j', (text) => {
    expect(readTwilioCsv(text, US)).toMatchObject({ records: [], problems: [{ code: 'file.empty', row: null }] });
  });

  it('counts the lines of the file, empty ones included', () => {
    const text = `${HEADER}\n\n${row({})}\n\n${row({ sid: 'CA2', to: 'x' })}\n`;
    expect(readTwilioCsv(text, US).problems).toMatchObject([{ row: 5 }]);
    expect(readTwilioCsv(`${text}"broken`, US).problems).toMatchObject([{ row: 5 }, { row: 6, code: 'row.malformed' }]);
  });

  it('takes the finished one of two rows of one call', () => {
    const rows = [{ status: 'in-progress', duration: '' }, { duration: '61' }, { duration: '60' }];
    for (const order of [rows, rows.toReversed()]) {
      expect(read(...order)).toMatchObject({ repeated: 2, problems: [], records: [{ talkSeconds: 61 }] });
    }
  });

  it.each([
    [{ country: 'USA' }, /country.*"USA"/],
    [{ country: 'US', ownNumbers: ['2075550100'] }, /ownNumbers.*E\.164/],
  ])('throws at options that are none: %o', (options, message) => {
    expect(() => readTwilioCsv(file(BASE), options)).toThrow(message);
  });
});
