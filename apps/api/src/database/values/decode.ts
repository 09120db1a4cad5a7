import { type ColumnType, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import { type ArrayText, readArray } from './array-text.ts';

/** How values of one SQL type leave the wire, where all of them are text. */
interface Decoder {
  readonly columnType: ColumnType;
  /** What Prisma's runtime takes for that column type. */
  readonly forPrisma: (text: string) => unknown;
  /** What our own SQL hands out. */
  readonly forSql: (text: string) => unknown;
}

const asIs = (text: string): string => text;
const number = (text: string): number => Number(text);
const boolean = (text: string): boolean => text === 't';

const TEXT: Decoder = { columnType: ColumnTypeEnum.Text, forPrisma: asIs, forSql: asIs };

/** By the type's oid, which PostgreSQL fixes for its own types (pg_type.dat). */
const SCALARS = {
  16: { columnType: ColumnTypeEnum.Boolean, forPrisma: boolean, forSql: boolean },
  17: { columnType: ColumnTypeEnum.Bytes, forPrisma: bytes, forSql: bytes },
  18: { columnType: ColumnTypeEnum.Character, forPrisma: asIs, forSql: asIs },
  20: { columnType: ColumnTypeEnum.Int64, forPrisma: asIs, forSql: wholeNumber },
  21: { columnType: ColumnTypeEnum.Int32, forPrisma: number, forSql: number },
  23: { columnType: ColumnTypeEnum.Int32, forPrisma: number, forSql: number },
  26: { columnType: ColumnTypeEnum.Int64, forPrisma: asIs, forSql: number },
  114: { columnType: ColumnTypeEnum.Json, forPrisma: asIs, forSql: JSON.parse },
  700: { columnType: ColumnTypeEnum.Float, forPrisma: number, forSql: number },
  701: { columnType: ColumnTypeEnum.Double, forPrisma: number, forSql: number },
  1082: { columnType: ColumnTypeEnum.Date, forPrisma: asIs, forSql: asIs },
  1083: { columnType: ColumnTypeEnum.Time, forPrisma: asIs, forSql: asIs },
  1114: { columnType: ColumnTypeEnum.DateTime, forPrisma: timestamp, forSql: (text) => new Date(timestamp(text)) },
  1184: { columnType: ColumnTypeEnum.DateTime, forPrisma: timestamptz, forSql: instantOf },
  1700: { columnType: ColumnTypeEnum.Numeric, forPrisma: asIs, forSql: asIs },
  2950: { columnType: ColumnTypeEnum.Uuid, forPrisma: asIs, forSql: asIs },
  3802: { columnType: ColumnTypeEnum.Json, forPrisma: asIs, forSql: JSON.parse },
} as const satisfies Record<number, Decoder>;

/** Array oid → element oid and Prisma's type of the array. */
const ARRAYS: Readonly<Record<number, readonly [keyof typeof SCALARS | undefined, ColumnType]>> = {
  199: [114, ColumnTypeEnum.JsonArray],
  1000: [16, ColumnTypeEnum.BooleanArray],
  1001: [17, ColumnTypeEnum.BytesArray],
  1003: [undefined, ColumnTypeEnum.TextArray],
  1005: [21, ColumnTypeEnum.Int32Array],
  1007: [23, ColumnTypeEnum.Int32Array],
  1009: [undefined, ColumnTypeEnum.TextArray],
  1014: [undefined, ColumnTypeEnum.TextArray],
  1015: [undefined, ColumnTypeEnum.TextArray],
  1016: [20, ColumnTypeEnum.Int64Array],
  1021: [700, ColumnTypeEnum.FloatArray],
  1022: [701, ColumnTypeEnum.DoubleArray],
  1115: [1114, ColumnTypeEnum.DateTimeArray],
  1182: [1082, ColumnTypeEnum.DateArray],
  1183: [1083, ColumnTypeEnum.TimeArray],
  1185: [1184, ColumnTypeEnum.DateTimeArray],
  1231: [1700, ColumnTypeEnum.NumericArray],
  2951: [2950, ColumnTypeEnum.UuidArray],
  3807: [3802, ColumnTypeEnum.JsonArray],
};

const DECODERS: ReadonlyMap<number, Decoder> = new Map([
  ...Object.entries(SCALARS).map(([oid, decoder]): [number, Decoder] => [Number(oid), decoder]),
  ...Object.entries(ARRAYS).map(([oid, [element, columnType]]): [number, Decoder] => {
    const scalar = element === undefined ? TEXT : SCALARS[element];
    return [
      Number(oid),
      {
        columnType,
        forPrisma: (text) => mapArray(readArray(text), scalar.forPrisma),
        forSql: (text) => mapArray(readArray(text), scalar.forSql),
      },
    ];
  }),
]);

/** The decoder of a type; text for types that are not listed (names, enums, intervals, addresses). */
export function decoderOf(oid: number): Decoder {
  return DECODERS.get(oid) ?? TEXT;
}

// Helpers

function mapArray(elements: ArrayText, decode: (text: string) => unknown): unknown[] {
  return elements.map((element) => {
    if (element === null) return null;
    return typeof element === 'string' ? decode(element) : mapArray(element, decode);
  });
}

/** `\x00ff` */
function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text.slice(2), 'hex'));
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8: ${text} is beyond ±2^53; cast it to text in the SQL`);
  return value;
}

/** `2026-11-21 16:00:00.5` → ISO 8601 in UTC, as Prisma reads a timestamp without a zone. */
function timestamp(text: string): string {
  return `${text.replace(' ', 'T')}+00:00`;
}

/** Where the signs stand in `2026-11-21 16:00:00.5+00`, as nearly all are: in UTC, after the year 999. */
const SIGNS = [
  [4, '-'],
  [7, '-'],
  [10, ' '],
  [13, ':'],
  [16, ':'],
] as const;
const SHORTEST = '2026-11-21 16:00:00+00'.length;
/** Up to milliseconds: what is finer, Date cuts off by itself. */
const LONGEST = SHORTEST + '.123'.length;

function instantOf(text: string): Date {
  const { length } = text;
  const isUsual =
    length >= SHORTEST &&
    length <= LONGEST &&
    text[0] !== '0' &&
    text.endsWith('+00') &&
    SIGNS.every(([at, sign]) => text[at] === sign);
  if (!isUsual) return new Date(timestamptz(text));
  const two = (at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
  const milliseconds = length === SHORTEST ? 0 : Math.round(Number(text.slice(19, -3)) * 1000);
  return new Date(Date.UTC(two(0) * 100 + two(2), two(5) - 1, two(8), two(11), two(14), two(17), milliseconds));
}

/** `2026-11-21 16:00:00.5+00` → ISO 8601. The offset is kept: sessions run in UTC, but nothing hangs on it. */
function timestamptz(text: string): string {
  return text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00');
}
