import { dayNumber, parseDay } from './day.ts';
import { DAY_24H, HOUR, type Instant, MINUTE, SECOND } from './instant.ts';
import type { Reason, ReasonData } from './reason.ts';
import type { Locale, ReasonTexts } from './reason-texts.ts';
import { WORD_TEXTS } from './word-texts.ts';

/** A doubled brace, or a placeholder: a key of the reason's data and what kind of thing it is. */
export const PLACEHOLDER = /\{\{|\{([A-Za-z]+)(?::([a-z]+))?\}/g;

export const VALUE_KINDS = ['plain', 'time', 'instant', 'day', 'duration', 'percent', 'number', 'word'] as const;
type ValueKind = (typeof VALUE_KINDS)[number];

/**
 * Puts a reason in words.
 *
 * @param zone - IANA zone in which times are told: the store's, or the reader's
 * @param now - where it is given, times of that day are told without the day
 */
export type ReasonRenderer = (reason: Reason, locale: Locale, zone: string, now?: Instant) => string;

/** Where each language's figures are written as its readers here write them. */
const TAGS = { en: 'en-US', es: 'es-US', fr: 'fr-CA' } as const satisfies Readonly<Record<Locale, string>>;

/**
 * Makes the renderer of some message tables. Core's own, with every folder's table, is `renderReason`.
 *
 * A reason whose code has no sentence is shown by its code: an old stored decision stays readable. Data that a
 * sentence needs and the reason lacks show as `…`.
 *
 * @example
 * const render = createReasonRenderer([REASON_TEXTS]);
 * render(reason('touch.firstCall', { deadline }), 'es', 'America/Denver');
 */
export function createReasonRenderer(tables: readonly ReasonTexts[]): ReasonRenderer {
  const texts: ReasonTexts = Object.assign({}, ...tables);
  /** Sentences taken apart, each once. */
  const known = new Map<string, readonly Piece[]>();
  const piecesOf = (sentence: string): readonly Piece[] => {
    const found = known.get(sentence) ?? piecesIn(sentence);
    known.set(sentence, found);
    return found;
  };
  return (reason, locale, zone, now) => {
    const sentence = texts[reason.code]?.[locale];
    if (sentence === undefined) return reason.code;
    const reader = { locale, zone, now };
    let told = '';
    for (const { text, key, kind } of piecesOf(sentence)) {
      told += text;
      if (key !== undefined) told += dataIn(reason, key, kind, reader);
    }
    return told;
  };
}

/** Some text as it stands, and then a value where `key` is given. */
interface Piece {
  readonly text: string;
  readonly key?: string;
  readonly kind: ValueKind;
}

function piecesIn(sentence: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of sentence.matchAll(PLACEHOLDER)) {
    const [whole, key, kind = 'plain'] = match;
    const text = sentence.slice(end, match.index);
    // A doubled brace stands for one.
    pieces.push(
      key === undefined ? { text: text + whole.slice(1), kind: 'plain' } : { text, key, kind: kind as ValueKind },
    );
    end = match.index + whole.length;
  }
  return [...pieces, { text: sentence.slice(end), kind: 'plain' }];
}

function dataIn({ data }: Reason, key: string, kind: ValueKind, reader: Reader): string {
  const value = Object.hasOwn(data, key) ? data[key] : undefined;
  return value === undefined ? '…' : show(value, kind, reader);
}

interface Reader {
  readonly locale: Locale;
  readonly zone: string;
  readonly now: Instant | undefined;
}

function show(value: ReasonData[string], kind: ValueKind, reader: Reader): string {
  const tag = TAGS[reader.locale];
  switch (kind) {
    case 'time':
      return typeof value === 'number' ? showTime(value as Instant, reader) : String(value);
    case 'instant':
      return typeof value === 'number' ? dateFormat(tag, reader.zone, 'dayAndTime')(value) : String(value);
    case 'day':
      return showDay(String(value), tag);
    case 'duration':
      return typeof value === 'number' ? showDuration(value, reader.locale) : String(value);
    case 'percent':
      return numberFormat(tag, 'percent')(Number(value));
    case 'number':
      return numberFormat(tag, 'decimal')(Number(value));
    case 'word': {
      const words: Readonly<Record<string, Readonly<Record<Locale, string>>>> = WORD_TEXTS;
      return (Object.hasOwn(words, String(value)) ? words[String(value)]?.[reader.locale] : undefined) ?? String(value);
    }
    default:
      return String(value);
  }
}

/** A time of day; with the day before it where that is another one than today's, or today is not known. */
function showTime(at: Instant, { locale, zone, now }: Reader): string {
  const tag = TAGS[locale];
  const date = dateFormat(tag, zone, 'date');
  // A day begins at a full minute; and the minute is the same for all that is told at once.
  const minute = (instant: Instant): number => Math.floor(instant / MINUTE) * MINUTE;
  const today = now !== undefined && date(minute(now)) === date(minute(at));
  return dateFormat(tag, zone, today ? 'time' : 'weekdayAndTime')(at);
}

function showDay(text: string, tag: string): string {
  const day = parseDay(text);
  return day === undefined ? text : dateFormat(tag, 'UTC', 'day')(dayNumber(day) * DAY_24H);
}

/** `45 s`, `5 min`, `2 h 30 min`, `3 d 4 h`: the two largest units, cut off and not rounded up. */
function showDuration(milliseconds: number, locale: Locale): string {
  const units = [
    [DAY_24H, locale === 'fr' ? 'j' : 'd'],
    [HOUR, 'h'],
    [MINUTE, 'min'],
    [SECOND, 's'],
  ] as const;
  const length = Math.abs(milliseconds);
  const largest = units.findIndex(([unit]) => length >= unit);
  if (largest < 0) return '0 s';
  const [unit, name] = units[largest] ?? units[3];
  const next = units[largest + 1];
  const rest = next === undefined || unit === MINUTE ? 0 : Math.floor((length % unit) / next[0]);
  const text = `${Math.floor(length / unit)} ${name}${rest > 0 && next ? ` ${rest} ${next[1]}` : ''}`;
  return milliseconds < 0 ? `-${text}` : text;
}

const DATE_STYLES = {
  time: { hour: 'numeric', minute: '2-digit' },
  weekdayAndTime: { weekday: 'short', hour: 'numeric', minute: '2-digit' },
  dayAndTime: { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  day: { weekday: 'short', month: 'short', day: 'numeric' },
  date: { year: 'numeric', month: 'numeric', day: 'numeric' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

type Format = (value: number) => string;

/** Formatters are costly to make, and to ask; a list tells the same few times over and over. */
const FORMATS = new Map<string, Format>();
const MOST_KEPT = 1_000;

function dateFormat(tag: string, zone: string, style: keyof typeof DATE_STYLES): Format {
  return formatOf(`${tag} ${zone} ${style}`, () => {
    const format = new Intl.DateTimeFormat(tag, { ...DATE_STYLES[style], timeZone: zone });
    return (value) => format.format(value);
  });
}

function numberFormat(tag: string, style: 'decimal' | 'percent'): Format {
  return formatOf(`${tag} ${style}`, () => {
    const format = new Intl.NumberFormat(tag, style === 'percent' ? { style, maximumFractionDigits: 1 } : {});
    return (value) => format.format(value);
  });
}

function formatOf(key: string, create: () => Format): Format {
  const known = FORMATS.get(key);
  if (known !== undefined) return known;
  const format = create();
  const kept = new Map<number, string>();
  const made: Format = (value) => {
    const told = kept.get(value) ?? format(value);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(value, told);
    return told;
  };
  FORMATS.set(key, made);
  return made;
}
