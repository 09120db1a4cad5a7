import type { WireValue } from '../values/encode.ts';

// The few front-end messages of PostgreSQL's protocol 3 that the embedded database is asked with: one buffer a query
// instead of five calls. https://www.postgresql.org/docs/current/protocol-message-formats.html

/** A simple query: any number of statements. */
export function simpleQuery(text: string): Uint8Array {
  return message('Q', cString(text));
}

export interface ExtendedQuery {
  /** The empty name is parsed anew each time. */
  readonly statement: string;
  /** Absent: already parsed under that name. */
  readonly parse?: string | undefined;
  readonly values: readonly WireValue[];
  /** A prepared statement to forget first. */
  readonly forget?: string | undefined;
}

/** Close, Parse, Bind, Describe, Execute, Sync in one buffer; all results in text form. */
export function extendedQuery({ statement, parse, values, forget }: ExtendedQuery): Uint8Array {
  const messages: Buffer[] = [];
  if (forget !== undefined) messages.push(message('C', Buffer.from('S'), cString(forget)));
  if (parse !== undefined) messages.push(message('P', cString(statement), cString(parse), int16(0)));
  const formats = values.map((value) => int16(value instanceof Uint8Array ? 1 : 0));
  const bound = values.flatMap((value) => {
    if (value === null) return [int32(-1)];
    const bytes = typeof value === 'string' ? Buffer.from(value, 'utf8') : Buffer.from(value);
    return [int32(bytes.length), bytes];
  });
  const count = int16(values.length);
  messages.push(
    message('B', cString(''), cString(statement), count, ...formats, count, ...bound, int16(0)),
    message('D', Buffer.from('P'), cString('')),
    message('E', cString(''), int32(0)),
    message('S'),
  );
  return Buffer.concat(messages);
}

// Helpers

function message(type: string, ...parts: readonly Buffer[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 4);
  return Buffer.concat([Buffer.from(type, 'latin1'), int32(length), ...parts]);
}

function cString(text: string): Buffer {
  if (text.includes('\0')) throw new RangeError('A statement holds a NUL character, which PostgreSQL does not take');
  return Buffer.from(`${text}\0`, 'utf8');
}

function int16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16BE(value);
  return buffer;
}

function int32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeInt32BE(value);
  return buffer;
}
