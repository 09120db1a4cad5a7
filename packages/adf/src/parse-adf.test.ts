import { describe, expect, it } from 'vitest';
import { ADF_LIMITS } from './limits.ts';
import { parseAdf } from './parse-adf.ts';

const STORE = { country: 'US', zone: 'America/Chicago', receivedAt: '2026-11-21T15:00:00Z' };
const codes = (input: string | Uint8Array) => parseAdf(input, STORE).warnings.map(({ code }) => code);
const lead = (inner: string) => `<adf><prospect><customer><contact>${inner}</contact></customer></prospect></adf>`;

describe('parseAdf', () => {
  it('keeps what it cannot read', () => {
    for (const input of ['', 'Hello', '<adf>', '<adf></adf>', '<adf><prospect', '<html><body>Lead!</body></html>']) {
      expect(parseAdf(input, STORE)).toMatchObject({ prospects: [], raw: input });
      expect(codes(input).length).toBeGreaterThan(0);
    }
  });

  it('does not read beyond the size limit, and keeps the text', () => {
    const fits = lead(`<name>${'x'.repeat(ADF_LIMITS.documentSize - lead('<name></name>').length)}</name>`);
    expect(parseAdf(fits, STORE).prospects).toHaveLength(1);
    const over = `${fits} `;
    expect(parseAdf(over, STORE)).toEqual({
      prospects: [],
      warnings: [{ code: 'input.tooLarge', prospect: null, path: null, detail: String(ADF_LIMITS.documentSize) }],
      raw: over,
    });
    expect(codes(new TextEncoder().encode(over))).toEqual(['input.tooLarge']);
  });

  it('reads no more prospects, vehicles, phone numbers and extensions than the limits say', () => {
    const many = (text: string) => text.repeat(60);
    const batch = `<adf>${'<prospect/>'.repeat(ADF_LIMITS.prospects + 10)}</adf>`;
    expect(parseAdf(batch, STORE).prospects).toHaveLength(ADF_LIMITS.prospects);
    expect(parseAdf(batch, STORE).warnings).toContainEqual({
      code: 'prospect.tooMany',
      prospect: null,
      path: null,
      detail: String(ADF_LIMITS.prospects + 10),
    });
    const crowded = `<adf><prospect>${many('<vehicle><year>2020</year></vehicle>')}${'<x>1</x>'.repeat(600)}<customer><contact>${many('<phone>207-555-0100</phone>')}</contact></customer></prospect></adf>`;
    const [prospect] = parseAdf(crowded, STORE).prospects;
    expect(prospect?.vehicles).toHaveLength(ADF_LIMITS.vehicles);
    expect(prospect?.phones).toHaveLength(1);
    expect(Object.keys(prospect?.extensions ?? {})).toHaveLength(ADF_LIMITS.extensions);
    expect(codes(crowded)).toEqual(expect.arrayContaining(['vehicle.tooMany', 'phone.tooMany', 'extensions.tooMany']));
  });

  it('does not let names from outside reach the prototype of objects', () => {
    const [prospect] = parseAdf(
      '<adf><prospect __proto__="1"><__proto__>2</__proto__><constructor>3</constructor><customer><contact><name part="__proto__">A B</name><phone type="constructor">2075550100</phone></contact></customer><vehicle interest="toString" status="__proto__"><year>2020</year><finance><__proto__>x</__proto__></finance></vehicle></prospect></adf>',
      STORE,
    ).prospects;
    expect(prospect).toMatchObject({
      fullName: 'A B',
      phones: [{ type: 'voice' }],
      vehicles: [{ interest: 'buy', status: null }],
    });
    expect(Object.entries(prospect?.extensions ?? {})).toEqual(expect.arrayContaining([['constructor', '3']]));
    expect(({} as Record<string, unknown>)['2']).toBeUndefined();
  });

  it('uses the country of the store for national numbers, and that of the customer where it does not fit', () => {
    const phones = (country: string) =>
      parseAdf(lead('<phone>0981 555 555</phone><address><country>Paraguay</country></address>'), { ...STORE, country })
        .prospects[0]?.phones;
    expect(phones('US')).toMatchObject([{ e164: '+595981555555' }]);
  });

  it('warns without quoting anything of the person', () => {
    const personal = lead(
      '<name>Zebulon Quirke</name><email>zebulon@quirke</email><phone>12345</phone><address><country>Zz</country></address>',
    );
    expect(JSON.stringify(parseAdf(personal, STORE).warnings)).not.toMatch(/zebulon|quirke|12345/i);
  });

  it.each([
    [{ ...STORE, country: 'USA' }, /country.*"USA"/],
    [{ ...STORE, zone: 'Chicago' }, /zone.*"Chicago"/],
    [{ ...STORE, receivedAt: '2026-11-21' }, /receivedAt.*"2026-11-21"/],
  ])('throws at options that are none: %o', (options, message) => {
    expect(() => parseAdf('', options)).toThrow(message);
  });
});
