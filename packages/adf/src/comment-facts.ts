import type { AdfId, AdfVehicle, VehicleFieldFromComment } from './adf-document.ts';
import { ADF_LIMITS } from './limits.ts';
import { lookup } from './lookup.ts';
import { meaningful, meaningfulVehicle } from './placeholders.ts';
import { readNumber } from './read-number.ts';
import { readYear } from './read-vehicle.ts';
import { hasVinShape, normalizeVin } from './vin.ts';

type Target = VehicleFieldFromComment | 'id' | 'timeframe';

/** Labels that senders write into comments, and what they label. Nothing is guessed from prose. */
const LABELS: Readonly<Record<string, Target>> = {
  'app id': 'id',
  'application id': 'id',
  year: 'year',
  'model year': 'year',
  'vehicle year': 'year',
  make: 'make',
  model: 'model',
  trim: 'trim',
  vin: 'vin',
  stock: 'stock',
  'stock #': 'stock',
  'stock no': 'stock',
  'stock number': 'stock',
  mileage: 'odometer',
  odometer: 'odometer',
  'purchase timeframe': 'timeframe',
  'purchase time frame': 'timeframe',
};

export type CommentFacts = Readonly<Partial<Record<Target, { readonly label: string; readonly text: string }>>>;

/**
 * The labelled facts of a comment (`Model Year: 2025, Model: Gladius`), the first of each label.
 * A comment that speaks of a trade is left alone: nothing says which car a label belongs to.
 */
export function commentFacts(text: string): CommentFacts {
  const facts: Partial<Record<Target, { label: string; text: string }>> = {};
  if (/\btrade\b/i.test(text)) return facts;
  for (const line of text.slice(0, ADF_LIMITS.factText).split(/[\n|]/)) {
    for (const piece of line.split(/,\s+(?=[A-Z][A-Za-z #]{1,30}:\s)/)) {
      const colon = piece.indexOf(':');
      if (colon === -1 || colon > 40) continue;
      const label = piece.slice(0, colon).trim();
      const key = label.toLowerCase();
      const value = meaningful(piece.slice(colon + 1));
      const target = lookup(LABELS, key);
      if (target !== undefined && value !== null) facts[target] ??= { label, text: value };
    }
  }
  return facts;
}

/** Ids that stand in comments. */
export function idsFromComments(facts: readonly CommentFacts[]): readonly AdfId[] {
  return facts.flatMap(({ id: fact }): AdfId[] => {
    const value = fact === undefined ? undefined : /^[\w-]{4,40}$/.exec(fact.text)?.[0];
    return fact === undefined || value === undefined
      ? []
      : [{ value, source: fact.label, sequence: null, from: 'comment' }];
  });
}

/** Fills the empty fields of a vehicle, never one that is filled; all or nothing when year or make contradict. */
export function fillFromComment(vehicle: AdfVehicle, facts: CommentFacts, receivedAt: number): AdfVehicle {
  const year = facts.year === undefined ? null : readYear(facts.year.text, receivedAt);
  const make = facts.make === undefined ? null : meaningfulVehicle(facts.make.text);
  const contradicts = (sent: string | number | null, told: string | number | null): boolean =>
    sent !== null && told !== null && String(sent).toLowerCase() !== String(told).toLowerCase();
  if (contradicts(vehicle.year, year) || contradicts(vehicle.make, make)) return vehicle;
  const vin = facts.vin === undefined ? '' : normalizeVin(facts.vin.text);
  const odometer = facts.odometer === undefined ? null : readNumber(facts.odometer.text);
  const told = {
    year,
    make,
    model: facts.model === undefined ? null : meaningfulVehicle(facts.model.text),
    trim: facts.trim === undefined ? null : meaningfulVehicle(facts.trim.text),
    vin: hasVinShape(vin) ? vin : null,
    stock: facts.stock?.text ?? null,
    odometer: odometer === null ? null : { value: odometer, units: unitsIn(facts.odometer?.text ?? ''), status: null },
  } as const satisfies Readonly<Record<VehicleFieldFromComment, unknown>>;
  const fields = (Object.keys(told) as VehicleFieldFromComment[]).filter(
    (field) => vehicle[field] === null && told[field] !== null,
  );
  if (fields.length === 0) return vehicle;
  const filled = Object.fromEntries(fields.map((field) => [field, told[field]]));
  const from = Object.fromEntries(fields.map((field) => [field, 'comment' as const]));
  return { ...vehicle, ...filled, from: { ...vehicle.from, ...from } };
}

function unitsIn(text: string): 'mi' | 'km' | null {
  if (/\bkm|kilomet/i.test(text)) return 'km';
  return /\bmi(?:les?)?\b/i.test(text) ? 'mi' : null;
}
