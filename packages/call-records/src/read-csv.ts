import { parse } from 'csv-parse/sync';

/** A row of a CSV file: its fields, or null when it cannot be taken apart. */
export interface CsvRow {
  /** 1 for the first line of the file. */
  readonly line: number;
  readonly fields: readonly string[] | null;
}

const DELIMITERS = [',', ';', '\t'] as const;

/**
 * What reading a broken file again in parts may cost, in characters: so much for each character of the file and so much
 * at least, a trial itself counting as some. Enough for some thousand broken rows; a file with more is no CSV file.
 */
const TRIAL_BUDGET = { perCharacter: 12, least: 5_000_000, perTrial: 2000 } as const;

/** Characters of one row. */
const MAX_ROW = 64 * 1024;

interface Line {
  readonly line: number;
  readonly text: string;
}

/**
 * Takes a CSV file (RFC 4180) apart; the first row that comes back is the header. Semicolons and tabs do as well as
 * commas. Lines with nothing in them are passed over.
 *
 * Call records have no line breaks in their fields, so every row is a line, and a stray quote that would make the rest
 * of the file one field costs only its own row: what does not come out line by line is read again in halves.
 */
export function readCsv(text: string): readonly CsvRow[] {
  const lines = text
    .split(/\r\n|\n|\r/)
    .map((line, i) => ({ line: i + 1, text: line }))
    .filter((line) => line.text.trim() !== '');
  const header = lines[0]?.text ?? '';
  const delimiter = DELIMITERS.toSorted((a, b) => header.split(b).length - header.split(a).length)[0] ?? ',';
  const width = parseLines(header, delimiter)[0]?.length ?? 0;
  const budget = { left: TRIAL_BUDGET.least + TRIAL_BUDGET.perCharacter * text.length };
  return readLines(lines, delimiter, budget)
    .filter(({ fields }) => fields === null || fields.some((field) => field !== ''))
    .map(({ line, fields }) => ({ line, fields: fields?.length === width ? fields : null }));
}

function readLines(lines: readonly Line[], delimiter: string, budget: { left: number }): readonly CsvRow[] {
  const text = lines.map((line) => line.text).join('\n');
  budget.left -= text.length + TRIAL_BUDGET.perTrial;
  const records = budget.left < 0 ? [] : parseLines(text, delimiter);
  if (records.length === lines.length) return lines.map(({ line }, i) => ({ line, fields: records[i] ?? null }));
  if (lines.length === 1 || budget.left < 0) return lines.map(({ line }) => ({ line, fields: null }));
  const half = lines.length >> 1;
  return [...readLines(lines.slice(0, half), delimiter, budget), ...readLines(lines.slice(half), delimiter, budget)];
}

/** The records, or none when any of them is broken or spans lines; stops at the first that does. */
function parseLines(text: string, delimiter: string): readonly (readonly string[])[] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      trim: true,
      max_record_size: MAX_ROW,
      on_record: (record: string[]) => {
        if (record.some((field) => field.includes('\n'))) throw new Error('a record spans lines');
        return record;
      },
    }) as string[][];
  } catch {
    return [];
  }
}
