import { describe, expect, it } from 'vitest';
import { parseAdf } from './parse-adf.ts';

const STORE = { country: 'US', zone: 'America/Chicago', receivedAt: '2026-11-21T15:00:00Z' };
const contact = (inner: string) =>
  parseAdf(`<adf><prospect><customer><contact><name>A B</name>${inner}</contact></customer></prospect></adf>`, STORE)
    .prospects[0];
const numbers = (text: string) => contact(`<phone>${text}</phone>`)?.phones.map(({ e164 }) => e164);

describe('phone numbers', () => {
  it.each([
    ['(207) 555-0131', ['+12075550131']],
    ['1-207-555-0131', ['+12075550131']],
    ['+1 +1 207 555 0131', ['+12075550131']],
    ['call 207-555-0131 after 5', ['+12075550131']],
    ['207-555-0131 / 207-555-0132', ['+12075550131', '+12075550132']],
    ['207-555-0131 or 0132', ['+12075550131']],
    ['011 44 20 7946 0958', ['+442079460958']],
    ['393-999-3922', ['+13939993922']],
    ['555-123-4567', [null]],
    ['12345', [null]],
    ['999-999-9999', []],
    ['1234567890', []],
  ])('reads %s', (text, expected) => {
    expect(numbers(text)).toEqual(expected);
  });

  it.each([
    ['<workphone>2075550131</workphone>', 'work'],
    ['<phone type="work">2075550131</phone>', 'work'],
    ['<phone type="Business">2075550131</phone>', 'work'],
    ['<home_phone>2075550131</home_phone>', 'home'],
    ['<phone type="voice" time="day">2075550131</phone>', null],
    ['<cellphone>2075550131</cellphone>', null],
    ['<phone>2075550131</phone><workphone>2075550131</workphone>', 'work'],
  ])('reads where %s rings', (inner, place) => {
    expect(contact(inner)?.phones.map((phone) => phone.place)).toEqual([place]);
  });

  it('takes a yes in any of its forms for preferred', () => {
    const preferred = (value: string) =>
      contact(`<phone preferredcontact="${value}">2075550131</phone>`)?.phones[0]?.preferred;
    expect(['1', 'true', 'Yes', '0', '', 'no'].map(preferred)).toEqual([true, true, true, false, false, false]);
  });
});

describe('e-mail addresses', () => {
  const emails = (...texts: string[]) => contact(texts.map((text) => `<email>${text}</email>`).join(''))?.emails;

  it('takes each once, whatever its case, and the preferred first', () => {
    expect(emails('A@fir.example', 'a@FIR.example', 'b@fir.example')).toEqual(['A@fir.example', 'b@fir.example']);
    expect(contact('<email>a@fir.example</email><email preferredcontact="1">b@fir.example</email>')?.emails).toEqual([
      'b@fir.example',
      'a@fir.example',
    ]);
  });

  it('takes addresses out of what stands around them', () => {
    expect(emails('Ada &lt;ada@fir.example&gt;, mailto:b@fir.example; "c@fir.example".')).toEqual([
      'ada@fir.example',
      'b@fir.example',
      'c@fir.example',
    ]);
  });

  it.each(['none@none.com', 'noemail@fir.example', 'ada', 'ada@', '@fir.example', 'ada@fir', 'a b@c'])(
    'takes %s for none',
    (text) => {
      expect(emails(text)).toEqual([]);
    },
  );
});

describe('address', () => {
  it('puts the lines of a street in their order', () => {
    expect(
      contact('<address><street line="2">Rear</street><street line="1">18 Quay Lane</street></address>')?.address
        ?.street,
    ).toEqual(['18 Quay Lane', 'Rear']);
  });

  it('is none when nothing of one was sent', () => {
    expect(contact('<address type="home"><street line="1"/><city> </city></address>')?.address).toBeNull();
  });
});

it('takes the primary contact', () => {
  const [prospect] = parseAdf(
    '<adf><prospect><customer><contact><name>A B</name></contact><contact primarycontact="1"><name>C D</name></contact></customer></prospect></adf>',
    STORE,
  ).prospects;
  expect(prospect).toMatchObject({ fullName: 'C D', extensions: { 'customer/contact/name': 'A B' } });
});
