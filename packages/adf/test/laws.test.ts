import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AdfLead, type AdfProspect, buildAdf, parseAdf } from '../src/index.ts';
import { parseXml } from '../src/parse-xml.ts';
import { elements, type XmlNode } from '../src/xml-node.ts';
import { leadArb } from './lead-arbitrary.ts';

const STORE = { country: 'US', zone: 'America/Chicago', receivedAt: '2026-11-21T15:00:00Z' };
const FOLDER = new URL('./fixtures/', import.meta.url);
const fixtures = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.xml'))
  .map((file) => readFileSync(new URL(file, FOLDER)));
const fixtureArb = fc.constantFrom(...fixtures);

describe('writing and reading', () => {
  it('gives back the lead that was written', () => {
    fc.assert(
      fc.property(leadArb, (lead) => {
        const { prospects, warnings } = parseAdf(buildAdf(lead).xml, STORE);
        expect(prospects).toHaveLength(1);
        expect(asLead(prospects[0] as AdfLead)).toEqual(asLead(lead));
        expect(warnings.filter(({ code }) => code.startsWith('xml.'))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('gives back, of every lead that was ever read, what was read', () => {
    for (const bytes of fixtures) {
      for (const lead of parseAdf(bytes, STORE).prospects) {
        const again = parseAdf(buildAdf(lead).xml, STORE).prospects[0] as AdfLead;
        expect(asLead(again)).toEqual(asLead(lead));
      }
    }
  });

  it('writes elements in the order of the definition, whatever the lead', () => {
    fc.assert(
      fc.property(leadArb, (lead) => {
        const parsed = parseXml(buildAdf(lead).xml.replace(/^.*\n.*\n/, ''));
        const prospect = parsed.kind === 'tree' ? elements(parsed.roots[0] as XmlNode, 'prospect')[0] : undefined;
        const order = ['id', 'requestdate', 'vehicle', 'customer', 'vendor', 'provider'];
        const places = elements(prospect as XmlNode)
          .map(({ name }) => order.indexOf(name))
          .filter((place) => place !== -1);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('a lead in a text', () => {
  const noiseArb = fc.string({ unit: 'binary', maxLength: 200 }).map((text) => text.replace(/[<>&]|=3D/g, ' '));

  it('is read the same whatever stands before and behind it', () => {
    fc.assert(
      fc.property(leadArb, noiseArb, noiseArb, (lead, before, behind) => {
        const { xml } = buildAdf(lead);
        expect(parseAdf(`${before}\n${xml}\n${behind}`, STORE).prospects).toEqual(parseAdf(xml, STORE).prospects);
      }),
    );
  });

  it('is read the same when it is quoted, escaped for HTML, or left quoted-printable', () => {
    const quoted = (xml: string): string => `Forwarded:\n${xml.replace(/^/gm, '> ')}\nBye`;
    const forHtml = (xml: string): string =>
      `<html><body><pre>${xml.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</pre></body></html>`;
    const printable = (xml: string): string =>
      Array.from(new TextEncoder().encode(xml), (byte) =>
        byte === 10 || (byte >= 32 && byte < 127 && byte !== 61)
          ? String.fromCharCode(byte)
          : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
      )
        .join('')
        .replace(/([^\n=]{70})(?=[^\n=]{3})/g, '$1=\n');
    fc.assert(
      fc.property(leadArb, fc.constantFrom(quoted, forHtml, printable), (lead, wrap) => {
        const { xml } = buildAdf(lead);
        expect(parseAdf(wrap(xml), STORE).prospects).toEqual(parseAdf(xml, STORE).prospects);
      }),
    );
  });

  it('is read the same with its elements in another order', () => {
    fc.assert(
      fc.property(leadArb, fc.integer(), (lead, seed) => {
        const { xml } = buildAdf({ ...lead, extensions: {} });
        const parsed = parseXml(xml.replace(/^.*\n.*\n/, ''));
        const root = parsed.kind === 'tree' ? (parsed.roots[0] as XmlNode) : undefined;
        expect(parseAdf(shuffled(root as XmlNode, seed), STORE).prospects).toEqual(parseAdf(xml, STORE).prospects);
      }),
    );
  });

  it('is read the same in other encodings', () => {
    const utf16 = (text: string, little: boolean): Uint8Array => {
      const bytes = new Uint8Array(text.length * 2 + 2);
      const view = new DataView(bytes.buffer);
      view.setUint16(0, 0xfeff, little);
      for (let i = 0; i < text.length; i += 1) view.setUint16(i * 2 + 2, text.charCodeAt(i), little);
      return bytes;
    };
    fc.assert(
      fc.property(leadArb, fc.boolean(), (lead, little) => {
        const { xml } = buildAdf(lead);
        const expected = parseAdf(xml, STORE).prospects;
        expect(parseAdf(utf16(xml, little), STORE).prospects).toEqual(expected);
        expect(parseAdf(new TextEncoder().encode(`\ufeff${xml}`), STORE).prospects).toEqual(expected);
      }),
    );
  });
});

describe('any input', () => {
  const keepsRaw = (input: string | Uint8Array): void => {
    const document = parseAdf(input, STORE);
    expect(typeof document.raw).toBe('string');
    expect(document.prospects.length > 0 || document.warnings.length > 0).toBe(true);
    if (typeof input === 'string') expect(document.raw).toBe(input.replace(/^\ufeff/, ''));
  };

  it('is answered and never thrown at: random bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), keepsRaw));
  });

  it('is answered and never thrown at: random markup', () => {
    const pieceArb = fc.constantFrom(
      '<adf>',
      '</adf>',
      '<prospect>',
      '</prospect>',
      '<vehicle',
      '<customer>',
      '</customer>',
      '<contact>',
      '<name part=',
      '"',
      "'",
      '>',
      '/>',
      '<',
      '&',
      '&amp;',
      '&#0;',
      '&#x110000;',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<?',
      '?>',
      '<!DOCTYPE',
      '<phone>',
      '555',
      '<comments>',
      '</comments>',
      '<br>',
      '\u0000',
      '\ud800',
      '<__proto__>',
      '<constructor>x</constructor>',
      '<id sequence="__proto__">',
      ' = ',
      '\n> ',
      '=3D"',
      '&lt;adf&gt;',
    );
    fc.assert(
      fc.property(
        fc.array(pieceArb, { maxLength: 60 }).map((pieces) => `<adf>${pieces.join('')}`),
        keepsRaw,
      ),
      { numRuns: 1000 },
    );
  });

  it('is answered and never thrown at: leads with bytes changed, cut and doubled', () => {
    const changeArb = fc.array(fc.tuple(fc.nat(4000), fc.nat(255), fc.constantFrom('set', 'cut', 'double')), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(fixtureArb, changeArb, (bytes, changes) => {
        let changed: number[] = [...bytes];
        for (const [at, value, how] of changes) {
          const i = at % Math.max(1, changed.length);
          if (how === 'set') changed[i] = value;
          else if (how === 'cut') changed.splice(i, value);
          else changed = [...changed.slice(0, i), ...changed.slice(Math.max(0, i - value))];
        }
        keepsRaw(Uint8Array.from(changed));
      }),
      { numRuns: 500 },
    );
  });
});

// Helpers

/** A lead without what a writer does not keep apart: places of comments, marks of origin, how a number was written, where it rings. */
function asLead({
  commentParts,
  emailsToMatch,
  index,
  externalIds,
  phones,
  vehicles,
  trades,
  ...rest
}: AdfLead & Partial<Pick<AdfProspect, 'index' | 'emailsToMatch'>>) {
  const bare = (list: AdfLead['vehicles']) => (list ?? []).map(({ from, ...vehicle }) => vehicle);
  return {
    ...rest,
    externalIds: (externalIds ?? []).filter(({ from }) => from === 'element'),
    phones: (phones ?? []).map(({ raw, place, ...phone }) => (phone.e164 === null ? { raw, ...phone } : phone)),
    vehicles: bare(vehicles),
    trades: bare(trades),
  };
}

/** The element as XML with its children mixed; those of one name keep their order, which says which comes first. */
function shuffled(node: XmlNode, seed: number): string {
  const attributes = node.attributes.map(({ tag, value }) => ` ${tag}="${escaped(value)}"`).join('');
  const inner = elements(node);
  if (inner.length === 0) return `<${node.tag}${attributes}>${escaped(node.children.join(''))}</${node.tag}>`;
  const keyed = inner.map((child, i) => ({ child, key: Math.imul(seed + i * 7919, 2654435761) >>> 0 }));
  const mixed = keyed.toSorted((a, b) => a.key - b.key).map(({ child }) => child);
  const turn = new Map<string, number>();
  const ordered = mixed.map(({ name }) => {
    const next = turn.get(name) ?? 0;
    turn.set(name, next + 1);
    return inner.filter((child) => child.name === name)[next] as XmlNode;
  });
  return `<${node.tag}${attributes}>${ordered.map((child) => shuffled(child, seed + 1)).join('\n')}</${node.tag}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
