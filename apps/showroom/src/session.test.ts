import { expect, it } from 'vitest';
import { homeOf, type SignedIn, safeNext, signInAddress } from './session.ts';

const HERE = { origin: 'https://beback.example' };

it.each([
  ['/day/', '/day/'],
  ['/board/?days=7#store/1', '/board/?days=7#store/1'],
  ['outbox/', '/outbox/'],
  ['https://beback.example/board/', '/board/'],
])('goes on to %s, a page of ours', (next, path) => {
  expect(safeNext(next, HERE)).toBe(path);
});

it.each([
  null,
  'https://elsewhere.example/',
  '//elsewhere.example/day/',
  '/\\elsewhere.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'https://beback.example@elsewhere.example/',
  'http://beback.example/',
  'https://',
])('goes on to nothing else: %s', (next) => {
  expect(safeNext(next, HERE)).toBeUndefined();
});

it('brings whoever has to sign in back to the very place', () => {
  const address = signInAddress({ pathname: '/board/', search: '?days=7', hash: '#store/1' });
  expect(safeNext(new URLSearchParams(address.split('?')[1]).get('next'), HERE)).toBe('/board/?days=7#store/1');
});

it.each([
  [['ownDay'], '/day/'],
  [['ownDay', 'storeBoard'], '/board/'],
  [['groupBoard', 'administer'], '/board/'],
  [[], '/'],
] as const)('lets people with %s begin at %s', (capabilities, path) => {
  expect(homeOf({ capabilities } as unknown as SignedIn)).toBe(path);
});
