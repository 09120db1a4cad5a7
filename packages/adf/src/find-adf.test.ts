import { expect, it } from 'vitest';
import { findAdf } from './find-adf.ts';

it('cuts from the first start tag to the last end tag, whatever the prolog', () => {
  expect(findAdf('<?XML VERSION="1.0"?><?ADF?> <ADF><prospect/></ADF> bye')?.xml).toBe('<ADF><prospect/></ADF>');
  expect(findAdf('<adf>1</adf> and <adf>2</adf>.')?.xml).toBe('<adf>1</adf> and <adf>2</adf>');
  expect(findAdf('<x:adf a="1">1</x:adf>')?.xml).toBe('<x:adf a="1">1</x:adf>');
});

it('takes everything when the end is missing, and begins at the prospect when the root is', () => {
  expect(findAdf('x <adf><prospect>')).toMatchObject({ xml: '<adf><prospect>', truncated: true });
  expect(findAdf('x <prospect><a/></prospect> y')).toMatchObject({
    xml: '<prospect><a/></prospect>',
    truncated: false,
  });
});

it('finds nothing where nothing is', () => {
  expect(findAdf('')).toBeUndefined();
  expect(findAdf('<adfs></adfs> & adf')).toBeUndefined();
});

it('takes a quote mark off the lines of a quotation only', () => {
  expect(findAdf('>> <adf>\n>> <a>1</a>\n>> </adf>')?.xml).toBe('<adf>\n<a>1</a>\n</adf>');
  const kept = '<adf>\n> not a quotation\n</adf>';
  expect(findAdf(kept)).toMatchObject({ xml: kept, unwrapped: false });
});

it('notes a document type without reading it', () => {
  expect(findAdf('<!DOCTYPE adf [<!ENTITY a "b">]><adf></adf>')).toMatchObject({
    doctypeDropped: true,
    xml: '<adf></adf>',
  });
});
