import type { ArgType } from '@prisma/driver-adapter-utils';
import type { SqlParameter } from '../statement.ts';
import { type ArrayText, writeArray } from './array-text.ts';
import { storableJson, storableText } from './storable-text.ts';

/** A parameter on the wire: text, or bytes in binary form. The server infers the type, the same on both engines. */
export type WireValue = string | Uint8Array | null;

/** A parameter of our own SQL on its way to the wire. */
export function encodeParameter(value: SqlParameter): WireValue {
  if (typeof value === 'string') return storableText(value);
  if (value === null || value instanceof Uint8Array) return value;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object' && 'json' in value) return value.json;
  if (Array.isArray(value)) return writeArray(value.map((element) => encodeParameter(element) as string | null));
  return String(value);
}

/**
 * A parameter of a Prisma query on its way to the wire. Instants carry their offset, so that no session's time zone can
 * shift them; a `DATE` or `TIME` is cut out of its instant in UTC, as Prisma means it.
 */
export function encodePrismaArgument(value: unknown, type: ArgType | undefined): WireValue {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return writeArray(value.map((element) => arrayElement(element, type)));
  if (type?.scalarType === 'bytes' && typeof value === 'string') return new Uint8Array(Buffer.from(value, 'base64'));
  if (type?.scalarType === 'datetime' && typeof value === 'string') return dateText(new Date(value), type.dbType);
  if (value instanceof Date) return dateText(value, type?.dbType);
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return typeof value === 'object' ? storableJson(value) : storableText(String(value));
}

// Helpers

function arrayElement(value: unknown, type: ArgType | undefined): string | null | ArrayText {
  if (Array.isArray(value)) return value.map((element) => arrayElement(element, type));
  const wire = encodePrismaArgument(value, type);
  return wire instanceof Uint8Array ? `\\x${Buffer.from(wire).toString('hex')}` : wire;
}

function dateText(value: Date, dbType: string | undefined): string {
  const iso = value.toISOString();
  switch (dbType) {
    case 'DATE':
      return iso.slice(0, 10);
    case 'TIME':
    case 'TIMETZ':
      return iso.slice(11, 23);
    case 'TIMESTAMP':
      return iso.slice(0, -1);
    default:
      return iso;
  }
}
