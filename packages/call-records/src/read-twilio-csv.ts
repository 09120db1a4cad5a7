import type { CallRecordFile, CallRecordProblem, E164 } from './call-record.ts';
import type { CallRecordOptions, CallRecordReader } from './call-record-reader.ts';
import { decodeText } from './decode-text.ts';
import { readCsv } from './read-csv.ts';
import { phoneReader } from './read-number.ts';
import { type Call, readCall } from './twilio-call.ts';
import { type Leg, readLeg } from './twilio-leg.ts';
import { COLUMN_NAMES, REQUIRED_FIELDS, TWILIO_FIELDS, type TwilioField } from './twilio-tables.ts';

/**
 * Reads calls from a CSV file with the field names of Twilio's Call resource, of its webhooks or of its console, in any
 * order and case.
 *
 * A bridged call gives one record, of the customer's leg. A row that cannot be read is a problem and costs no other
 * row; the order of rows makes no difference; a call that stands there twice counts once, as its most finished row
 * tells it.
 *
 * @throws RangeError when an option is none: a country, a phone number in E.164.
 *
 * @example
 * const { records, problems } = readTwilioCsv(file, { country: 'US', ownNumbers: ['+12075550100'] });
 */
export function readTwilioCsv(input: string | Uint8Array, options: CallRecordOptions): CallRecordFile {
  const readPhone = phoneReader(options.country);
  const own = new Set((options.ownNumbers ?? []).map((number) => ownNumber(number, readPhone)));
  const [header, ...rows] = readCsv(decodeText(input));
  const nothing = { source: 'twilio', records: [], rows: rows.length, repeated: 0, legs: 0 };
  const broken = headerProblems(header?.fields ?? null, rows.length);
  if (broken.length > 0) return { ...nothing, problems: broken };

  const columns = columnsOf(header?.fields ?? []);
  const problems: CallRecordProblem[] = [];
  const legs = new Map<string, Leg>();
  let repeated = 0;
  for (const { line, fields } of rows) {
    if (fields === null) {
      problems.push({
        code: 'row.malformed',
        row: line,
        field: null,
        allowed: 'as many fields as the header has, quotes in pairs',
      });
      continue;
    }
    const read = readLeg(line, Object.fromEntries(columns.map(([field, at]) => [field, fields[at] ?? ''])), readPhone);
    if (!read.ok) {
      problems.push(read.problem);
      continue;
    }
    if (options.now !== undefined && read.leg.startedAt > options.now) {
      const allowed = 'a time that is not in the future';
      problems.push({ code: 'field.invalid', row: line, field: 'start_time', allowed });
      continue;
    }
    const known = legs.get(read.leg.sid);
    if (known !== undefined) repeated += 1;
    legs.set(read.leg.sid, known === undefined ? read.leg : moreFinished(known, read.leg));
  }

  const results = callsOf(legs).map((call) => readCall(call, own));
  const records = results
    .flatMap((result) => result.records)
    .sort((a, b) => a.startedAt - b.startedAt || (a.externalId < b.externalId ? -1 : 1));
  problems.push(...results.flatMap((result) => result.problems));
  problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  const useless = results.reduce((sum, result) => sum + result.problems.length, 0);
  return { ...nothing, records, problems, repeated, legs: legs.size - records.length - useless };
}

/** Twilio's format among the others that a server offers. */
export const twilioReader: CallRecordReader = { source: 'twilio', label: 'Twilio calls (CSV)', read: readTwilioCsv };

function ownNumber(number: string, readPhone: (text: string) => E164 | undefined): E164 {
  const read = number.startsWith('+') ? readPhone(number) : undefined;
  if (read === undefined) throw new RangeError('ownNumbers: expected phone numbers in E.164 such as "+12075550100"');
  return read;
}

function headerProblems(header: readonly string[] | null, rows: number): readonly CallRecordProblem[] {
  if (header === null || rows === 0) {
    return [
      {
        code: 'file.empty',
        row: null,
        field: null,
        allowed: 'a header with Twilio’s field names and at least one row',
      },
    ];
  }
  const present = new Set(columnsOf(header).map(([field]) => field));
  return REQUIRED_FIELDS.filter((field) => !present.has(field)).map((field) => ({
    code: 'file.columnMissing',
    row: 1,
    field,
    allowed: `a column named ${field}, as in Twilio’s API, webhooks or console`,
  }));
}

function columnsOf(header: readonly string[]): readonly (readonly [field: TwilioField, at: number])[] {
  const names = header.map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''));
  return TWILIO_FIELDS.flatMap((field) => {
    const name = COLUMN_NAMES[field].find((alias) => names.includes(alias));
    return name === undefined ? [] : [[field, names.indexOf(name)] as const];
  });
}

/** Of two rows of one call the one that is over, then the longer one; of equals the same one in any order of rows. */
function moreFinished(a: Leg, b: Leg): Leg {
  const finished = Number(b.outcome !== null) - Number(a.outcome !== null);
  const longer = b.totalSeconds - a.totalSeconds;
  const order = finished || longer || (JSON.stringify(b.raw) > JSON.stringify(a.raw) ? 1 : -1);
  return order > 0 ? b : a;
}

/** Legs by the call they belong to, parents with their children, whichever came first in the file. */
function callsOf(legs: ReadonlyMap<string, Leg>): readonly Call[] {
  const calls = new Map<string, { parent: Leg | undefined; children: Leg[] }>();
  const callOf = (sid: string) => {
    const known = calls.get(sid) ?? { parent: undefined, children: [] };
    calls.set(sid, known);
    return known;
  };
  for (const leg of legs.values()) {
    if (leg.parent === undefined || leg.parent === leg.sid) callOf(leg.sid).parent = leg;
    else callOf(leg.parent).children.push(leg);
  }
  for (const { children } of calls.values())
    children.sort((a, b) => a.startedAt - b.startedAt || (a.sid < b.sid ? -1 : 1));
  return [...calls.values()];
}
