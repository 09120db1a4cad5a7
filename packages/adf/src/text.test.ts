import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from './decode-bytes.ts';
import { decodeEntities, htmlToText } from './html-text.ts';
import { decodeQuotedPrintable } from './quoted-printable.ts';
import { readNumber } from './read-number.ts';
import { hasVinCheckDigit, hasVinShape, normalizeVin } from './vin.ts';

describe('decodeBytes', () => {
  it('believes bytes before labels', () => {
    const labelled = '<?xml version="1.0" encoding="UTF-8"?><a>P\u00e9rez \u2019</a>';
    const windows = Uint8Array.from(labelled, (letter) => (letter === '\u2019' ? 0x92 : letter.charCodeAt(0)));
    expect(decodeBytes(windows)).toEqual({ text: labelled, encoding: 'windows-1252' });
    expect(decodeBytes(new TextEncoder().encode(labelled.replace('UTF-8', 'ISO-8859-1'))).text).toContain('Pérez');
  });

  it('takes a declared encoding when the bytes are no UTF-8', () => {
    const cyrillic = [...'<?xml version="1.0" encoding="koi8-r"?><a>'].map((letter) => letter.charCodeAt(0));
    expect(decodeBytes(Uint8Array.from([...cyrillic, 0xf0, 0xd2]))).toMatchObject({
      encoding: 'koi8-r',
      text: expect.stringMatching(/Пр$/),
    });
  });

  it('reads UTF-16 with and without a mark', () => {
    const wide = Uint8Array.from([...'<adf>é'].flatMap((letter) => [letter.charCodeAt(0), 0]));
    expect(decodeBytes(wide).text).toBe('<adf>é');
    expect(decodeBytes(Uint8Array.from([0xff, 0xfe, ...wide])).text).toBe('<adf>é');
  });

  it('reads any UTF-8 text back', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !text.startsWith('\ufeff') && !text.includes('\u0000')),
        (text) => {
          expect(decodeBytes(new TextEncoder().encode(text)).text).toBe(text);
        },
      ),
    );
  });
});

describe('htmlToText', () => {
  it('breaks lines at line elements, drops other HTML, keeps what is none', () => {
    expect(htmlToText('Wrangler<br/>Type <Sport> <b>now</b><p>x</p>')).toBe('Wrangler\nType <Sport> now\nx');
    expect(htmlToText('one<br />\ntwo <b>three</b>\nfour')).toBe('one\ntwo three\nfour');
    expect(htmlToText('a < b and c > d, <john@mail.example>')).toBe('a < b and c > d, <john@mail.example>');
  });

  it('resolves references only beside tags', () => {
    expect(htmlToText('A&amp;B')).toBe('A&amp;B');
    expect(htmlToText('A&amp;B&nbsp;&eacute;<br>')).toBe('A&B é');
  });

  it('leaves references that are none', () => {
    expect(decodeEntities('&unheardof; &#0; &#xd800; &#x41; &toString;')).toBe(
      '&unheardof; &#0; &#xd800; A &toString;',
    );
  });
});

it('decodes quoted-printable with characters of several bytes and soft line breaks', () => {
  expect(decodeQuotedPrintable('P=C3=A9rez =E8t=\r\nre, 1=3D1, a=b')).toBe('Pérez ètre, 1=1, a=b');
});

it.each([
  ['$23,995', 23_995],
  ['$23,995.50', 23_995.5],
  ['23.995,00 €', 23_995],
  ['61 250 km', 61_250],
  ['61,250', 61_250],
  ['+50', 50],
  ['-12.5', -12.5],
  ['about 7', 7],
  ['call', null],
  ['', null],
])('reads the number in %j', (text, expected) => {
  expect(readNumber(text)).toBe(expected);
});

it('knows a vehicle identification number by shape and check digit', () => {
  expect(normalizeVin(' 1m8gdm9a-xkp042788 ')).toBe('1M8GDM9AXKP042788');
  expect(hasVinCheckDigit('1M8GDM9AXKP042788')).toBe(true);
  expect(hasVinCheckDigit('11111111111111111')).toBe(true);
  expect(hasVinCheckDigit('1M8GDM9A1KP042788')).toBe(false);
  expect(hasVinShape('1M8GDM9AXKP04278O')).toBe(false);
});
