import fc from 'fast-check';
import type { AdfLead, AdfPhone, AdfVehicle } from '../src/index.ts';

/** Leads in the form that reading gives, so that writing and reading them again must change nothing. */

const WORDS = ['Quay', 'Fir', 'Łąka', 'Ñandú', 'O&M', "d'Arc", 'North', 'Pin', '50%', 'Zoë', '車', 'R2'] as const;
const wordArb = fc.constantFrom(...WORDS);
const textArb = fc.array(wordArb, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const linesArb = fc.array(textArb, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const nullable = <T>(arb: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arb, { nil: null });
const plainNameArb = fc.constantFrom('Odalys', 'Zoë', 'Tobin', 'Perpetua', 'Wren', 'Ngọc');
const wholeArb = (min: number, max: number) => fc.integer({ min, max });

const idArb = fc.record({
  value: fc.stringMatching(/^[A-Z][A-Z0-9-]{3,12}$/).filter((value) => value !== 'NULL' && value !== 'NONE'),
  source: nullable(textArb),
  sequence: nullable(wholeArb(0, 9)),
  from: fc.constant('element' as const),
});

const digitsArb = wholeArb(100, 199).map((last) => `555-0${last}`.replace('-', ''));
const phoneArb: fc.Arbitrary<AdfPhone> = fc
  .record({
    area: fc.constantFrom('207', '312', '414', '502', '608'),
    digits: digitsArb,
    extension: nullable(wholeArb(1, 9999).map(String)),
    type: fc.constantFrom('voice' as const, 'cellphone' as const, 'fax' as const),
    place: fc.constant(null),
    time: nullable(fc.constantFrom('morning', 'day', 'evening', 'nopreference')),
    preferred: fc.boolean(),
  })
  .map(({ area, digits, extension, ...rest }) => {
    const e164 = `+1${area}${digits}`;
    return { raw: extension === null ? e164 : `${e164} x${extension}`, e164, extension, ...rest };
  });

const rank = { cellphone: 0, voice: 1, fax: 2, pager: 3 } as const;
const phonesArb = fc
  .uniqueArray(phoneArb, { maxLength: 3, selector: ({ e164 }) => e164 })
  .map((phones) => phones.toSorted((a, b) => Number(b.preferred) - Number(a.preferred) || rank[a.type] - rank[b.type]));

const addressArb = fc.record({
  street: fc.array(textArb, { maxLength: 2 }),
  apartment: nullable(textArb),
  city: textArb,
  region: nullable(fc.constantFrom('ME', 'IL', 'QC')),
  postalCode: nullable(fc.constantFrom('04101', 'H2X 1Y4')),
  country: nullable(fc.constantFrom('US', 'CA', 'MX')),
  type: nullable(fc.constantFrom('home', 'work')),
});

const colorArb = fc.record({ interior: nullable(textArb), exterior: textArb, preference: fc.constant(null) });

const vehicleArb = (interest: fc.Arbitrary<AdfVehicle['interest']>): fc.Arbitrary<AdfVehicle> =>
  fc.record({
    interest,
    status: fc.constantFrom('new' as const, 'used' as const),
    year: nullable(wholeArb(1990, 2027)),
    make: textArb,
    model: nullable(textArb),
    trim: nullable(textArb),
    vin: nullable(fc.constant('1M8GDM9AXKP042788')),
    stock: nullable(fc.constantFrom('00912', 'K-7')),
    doors: nullable(wholeArb(2, 5)),
    bodyStyle: nullable(textArb),
    transmission: nullable(textArb),
    odometer: nullable(
      fc.record({
        value: wholeArb(0, 300_000),
        units: nullable(fc.constantFrom('mi' as const, 'km' as const)),
        status: nullable(fc.constantFrom('original' as const, 'replaced' as const)),
      }),
    ),
    condition: nullable(fc.constantFrom('good', 'fair')),
    colors: fc.array(colorArb, { maxLength: 2 }),
    price: nullable(
      fc.record({
        amount: wholeArb(1, 9_999_999).map((cents) => cents / 100),
        type: fc.constantFrom('quote', 'msrp', 'asking'),
        currency: nullable(fc.constantFrom('USD', 'CAD')),
      }),
    ),
    priceComments: nullable(textArb),
    options: fc.array(textArb, { maxLength: 2 }),
    finance: nullable(
      fc.record({
        method: fc.constantFrom('cash', 'lease', 'finance'),
        downpayment: nullable(wholeArb(0, 9000)),
        monthly: nullable(wholeArb(0, 900)),
        total: nullable(wholeArb(0, 90_000)),
        balance: nullable(wholeArb(0, 9000)),
        residual: nullable(wholeArb(0, 9000)),
      }),
    ),
    comments: nullable(linesArb),
    ids: fc.array(idArb, { maxLength: 1 }),
    from: fc.constant({}),
  });

const requestDateArb = fc.oneof(
  fc.constantFrom('2026-09-14T10:22:05-05:00', '2026-11-01T01:30:00Z', '2024-02-29T23:59:59.250+05:30'),
  fc.constant({ local: '2026-03-08T02:30:00' }),
  fc.constant(null),
);

const nameArb = fc.oneof(
  fc
    .record({
      firstName: plainNameArb,
      middleName: nullable(plainNameArb),
      lastName: textArb,
      suffix: nullable(fc.constant('Jr.')),
    })
    .map((name) => ({
      ...name,
      fullName: [name.firstName, name.middleName, name.lastName, name.suffix].filter((part) => part !== null).join(' '),
      nameType: 'individual' as const,
    })),
  textArb.map((fullName) => ({
    firstName: null,
    middleName: null,
    lastName: null,
    suffix: null,
    fullName,
    nameType: 'business' as const,
  })),
);

const extensionsArb = fc
  .subarray([
    ['@type', 'quote'],
    ['leadtype', 'Sales & more'],
    ['customer/contact/gender', '2'],
    ['vendor/url', 'https://dealer.example/?a=1&b="2"'],
    ['adf@batch', '42'],
    ['adf/trace/hop[2]', 'b'],
    ['partner:note@lang', 'fr'],
  ] as [string, string][])
  .map((entries) => Object.fromEntries(entries));

/** A lead as {@link parseAdf} gives it; `x-` keys, comment marks and places of comments left out. */
export const leadArb: fc.Arbitrary<AdfLead> = fc
  .record({
    status: fc.constantFrom('new' as const, 'resend' as const),
    externalIds: fc.array(idArb, { maxLength: 3 }),
    customerIds: fc.array(idArb, { maxLength: 1 }),
    requestDate: requestDateArb,
    name: nameArb,
    emails: fc.uniqueArray(fc.constantFrom('a@quay.example', 'B.c+d@fir.example', 'zoe@mail.quay.example'), {
      maxLength: 2,
    }),
    phones: phonesArb,
    address: nullable(addressArb),
    locale: nullable(fc.constantFrom('fr', 'en-CA')),
    timeframe: nullable(
      fc.record({
        description: textArb,
        earliest: nullable(fc.constant('2026-12-01')),
        latest: nullable(fc.constant('2027-01-05T09:00:00-06:00')),
      }),
    ),
    comments: fc.oneof(linesArb, fc.constant('')),
    vehicles: fc.array(vehicleArb(fc.constantFrom('buy', 'lease', 'test-drive')), { maxLength: 2 }),
    trades: fc.array(vehicleArb(fc.constantFrom('trade-in', 'sell')), { maxLength: 2 }),
    vendor: nullable(textArb),
    vendorIds: fc.array(idArb, { maxLength: 1 }),
    provider: nullable(
      fc.record({
        name: textArb,
        service: nullable(textArb),
        url: nullable(fc.constant('https://p.example/?q=1&r=2')),
        email: nullable(fc.constant('leads@p.example')),
        phone: nullable(fc.constant('207-555-0100')),
        ids: fc.array(idArb, { maxLength: 1 }),
      }),
    ),
    extensions: extensionsArb,
  })
  .map(({ name, ...lead }) => ({ ...lead, ...name }));
