import { expect, it } from 'vitest';
import { sourcePage } from './source-page.ts';

it('keeps the page without its query and fragment, and the campaign that brought the visitor', () => {
  const address =
    'https://www.dealer.example/new/bronco/?email=ann%40mail.example&utm_source=mail&utm_campaign=fall#form';
  expect(sourcePage(address)).toEqual({
    url: 'https://www.dealer.example/new/bronco/',
    campaign: { utm_source: 'mail', utm_campaign: 'fall' },
  });
});

it('keeps no password that an address carries', () => {
  expect(sourcePage('https://ann:secret@www.dealer.example/')?.url).toBe('https://www.dealer.example/');
});

it('cuts what is too long, for the visitor cannot shorten it', () => {
  const page = sourcePage(`https://www.dealer.example/${'x'.repeat(9_000)}?utm_term=${'y'.repeat(9_000)}`);
  expect(page?.url).toHaveLength(500);
  expect(page?.campaign['utm_term']).toHaveLength(200);
});

it.each([
  ['nothing', undefined],
  ['an empty text', ''],
  ['no address', 'new cars'],
  ['a script', 'javascript:alert(1)'],
  ['a file', 'file:///home/ann'],
])('keeps nothing of %s', (_, address) => {
  expect(sourcePage(address)).toBeUndefined();
});
