import fc from 'fast-check';
import { dayOfNumber } from '../../src/spine/day.ts';
import type { Fact } from '../../src/spine/fact.ts';
import type { AnyField, FieldSpec } from '../../src/spine/fact-field.ts';
import { FACT_ENVELOPE, FACT_KINDS, FACT_TABLE } from '../../src/spine/fact-table.ts';
import { instant } from '../../src/spine/instant.ts';

/** Any fact that the table describes. */
export const factArb: fc.Arbitrary<Fact> = fc
  .constantFrom(...FACT_KINDS)
  .chain((kind) => fc.tuple(fc.constant(kind), fieldsArb(FACT_ENVELOPE), fieldsArb(FACT_TABLE[kind])))
  .map(([kind, envelope, data]) => ({ kind, ...envelope, data }) as unknown as Fact);

function fieldsArb(fields: Readonly<Record<string, AnyField>>): fc.Arbitrary<object> {
  const requiredKeys = Object.keys(fields).filter((name) => fields[name]?.optional === false);
  const model = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueArb(field.spec)]));
  return fc.record(model, { requiredKeys, noNullPrototype: true });
}

function valueArb(spec: FieldSpec): fc.Arbitrary<unknown> {
  switch (spec.type) {
    case 'text':
      return fc.string({ minLength: 1 });
    case 'flag':
      return fc.boolean();
    case 'count':
      return fc.maxSafeNat();
    case 'word':
      return fc.constantFrom(...spec.words);
    case 'instant':
      return fc
        .date({ min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true })
        .map((date) => instant(date.getTime()));
    case 'day':
      return fc.integer({ min: 0, max: 60_000 }).map(dayOfNumber);
    case 'list':
      return fc.array(valueArb(spec.of), { maxLength: 3 });
    case 'numbers':
      return fc.dictionary(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }).map(withoutMinusZero), {
        maxKeys: 3,
        noNullPrototype: true,
      });
    case 'object':
      return fieldsArb(spec.fields);
  }
}

/** JSON has no minus zero. */
function withoutMinusZero(value: number): number {
  return value + 0;
}
