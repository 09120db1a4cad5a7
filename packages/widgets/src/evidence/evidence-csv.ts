import { citedLaw } from '../ledger/law-view.ts';
import type { Entry } from './file-reading.ts';

const COLUMNS = {
  at: ({ at }) => at,
  kind: ({ kind }) => kind,
  channel: ({ channel }) => channel,
  purpose: ({ purpose }) => purpose,
  state: ({ state }) => state,
  to: ({ to }) => to,
  store: ({ store }) => store?.name,
  member: ({ member }) => member?.name,
  verdict: ({ verdictKind }) => verdictKind,
  reasons: ({ reasons }) => reasons.map(({ text }) => text).join(' '),
  rules: (entry) => lawsOf(entry, ({ rule }) => rule),
  sources: (entry) => lawsOf(entry, ({ source }) => source),
  effectiveFrom: (entry) => lawsOf(entry, ({ effectiveFrom }) => effectiveFrom),
  lawTables: (entry) => lawsOf(entry, ({ table }) => table),
  words: ({ words }) => words,
  data: ({ data }) => JSON.stringify(data),
} as const satisfies Readonly<Record<string, (entry: Entry) => string | null | undefined>>;

/**
 * The file as a table: a line for each entry, in order of time (RFC 4180, UTF-8 with a byte order mark, so that
 * spreadsheets read accents). Instants are ISO 8601 in UTC.
 */
export function evidenceCsv(entries: readonly Entry[]): string {
  const rows = entries.map((entry) => Object.values(COLUMNS).map((read) => cell(read(entry))));
  return `\uFEFF${[Object.keys(COLUMNS), ...rows].map((row) => `${row.join(',')}\r\n`).join('')}`;
}

/**
 * How formulas begin, also behind what spreadsheets take away when they read: blanks of any kind, line breaks, control
 * characters; the signs in full width count alike.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORMULA = /^(?:[\t\r\n]|[\s\u0000-\u001f\u007f\u200b-\u200f\u2060]*[=+\-@＝＋－＠])/;

/** What begins like a formula is text: customers write into these cells, and spreadsheets run them. */
function cell(value: string | null | undefined): string {
  const text = value ?? '';
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function lawsOf({ reasons }: Entry, read: (law: NonNullable<ReturnType<typeof citedLaw>>) => string): string {
  const laws = reasons.flatMap((reason) => citedLaw(reason) ?? []);
  return [...new Set(laws.map(read))].join('; ');
}
