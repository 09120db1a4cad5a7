import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ADF_LIMITS } from './limits.ts';
import { parseXml } from './parse-xml.ts';
import { readTree } from './read-tree.ts';
import { repairXml } from './repair-xml.ts';

describe('repairXml', () => {
  it.each([
    ['a bare ampersand', '<name>Bell & Oak &amp; Co &nbsp;</name>', '<name>Bell &amp; Oak &amp; Co \u00a0</name>'],
    ['unquoted attributes', '<id sequence=1 source="a">x</id>', '<id sequence="1" source="a">x</id>'],
    ['a doubled attribute', '<id source="a" source="b">x</id>', '<id source="a">x</id>'],
    ['an address in angle brackets', '<url><https://a.example/x></url>', '<url>&lt;https://a.example/x&gt;</url>'],
    ['prolog, comment and declaration inside', '<adf><?xml version="1.0"><!-- c --><!DOCTYPE x></adf>', '<adf></adf>'],
    ['CDATA', '<comments><![CDATA[a & <b]]></comments>', '<comments>a &amp; &lt;b</comments>'],
    ['CDATA without end', '<comments><![CDATA[a</comments>', '<comments>a</comments>'],
    [
      'a leaf that was never closed',
      '<vehicle><year>2020<make>Fir</make></vehicle>',
      '<vehicle><year>2020</year><make>Fir</make></vehicle>',
    ],
    [
      'a part that was never closed',
      '<provider><name>A<customer></customer>',
      '<provider><name>A</name></provider><customer></customer>',
    ],
    ['end tags that end nothing', '<year>2020</yeer></year></b>', '<year>2020</year>'],
    ['other case in the end tag', '<Year>2020</YEAR>', '<Year>2020</Year>'],
    [
      'what somebody typed in a comment',
      '<comments>I like <model> 3 <i>much</i></comments>',
      '<comments>I like &lt;model&gt; 3 <i>much</i></comments>',
    ],
    ['forbidden characters', '<name>A\u0000\u000bB&#0;&#65;</name>', '<name>AB&#65;</name>'],
  ])('mends %s', (_what, broken, mended) => {
    expect(repairXml(broken)).toBe(mended);
  });

  it('leaves well-formed XML without comments and CDATA as it is', () => {
    const sound = '<adf a="1"><prospect><id source="x &amp; y">1</id><vehicle interest="buy"/></prospect></adf>';
    expect(repairXml(sound)).toBe(sound);
  });

  it('gives what a strict parser accepts, and changes nothing at a second time', () => {
    const pieceArb = fc.constantFrom(
      ...'<adf> </adf> <prospect> <year> </year> <x <x> </x> < > & &amp; &#0; " = /> <br> <comments> </comments> <![CDATA[ ]]> a'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(pieceArb, { maxLength: 40 }), (pieces) => {
        const mended = repairXml(pieces.join(' '));
        if (mended === undefined) return;
        expect(['tree', 'tooComplex']).toContain(parseXml(mended).kind);
        expect(repairXml(mended)).toBe(mended);
      }),
      { numRuns: 500 },
    );
  });

  it('gives up on what is no broken lead', () => {
    expect(repairXml('<'.repeat(ADF_LIMITS.repairs + 1))).toBeUndefined();
    expect(repairXml('&'.repeat(ADF_LIMITS.repairs + 1))).toBeUndefined();
    expect(repairXml('<a>'.repeat(ADF_LIMITS.depth + 2))).toBeUndefined();
  });
});

describe('readTree', () => {
  it('does not believe a parser that let one part swallow another', () => {
    const swallowed =
      '<adf><prospect><provider><url>x<customer><contact/></customer></url></provider></prospect></adf>';
    const tree = readTree(swallowed);
    expect(tree).toMatchObject({ kind: 'tree', repaired: true });
    const prospect = tree.kind === 'tree' ? tree.roots[0]?.children[0] : undefined;
    expect(prospect).toMatchObject({ children: [{ name: 'provider' }, { name: 'customer' }] });
  });

  it("leaves a partner's XML in a comment alone", () => {
    expect(
      readTree('<adf><prospect><comments><lead><customer>x</customer></lead></comments></prospect></adf>'),
    ).toMatchObject({ repaired: false });
  });

  it('refuses depth and number beyond any lead', () => {
    expect(readTree(`${'<a>'.repeat(40)}${'</a>'.repeat(40)}`).kind).toBe('tooComplex');
    expect(readTree(`<a>${'<b/>'.repeat(ADF_LIMITS.elements)}</a>`).kind).toBe('tooComplex');
  });
});
