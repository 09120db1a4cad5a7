import { expect, it } from 'vitest';
import { homeOf, placeAfterSignIn, safeNext } from './places.ts';
import type { SignedIn } from './session.ts';
import { signInAddress } from './session.ts';

const HERE = { origin: 'https://beback.example' };
const person = (...capabilities: SignedIn['capabilities']) => ({ capabilities });

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
  [person('ownDay'), '/day/'],
  [person('ownDay', 'storeBoard'), '/board/'],
  [person('groupBoard', 'administer'), '/board/'],
  [person(), '/'],
])('lets people with %o begin at %s', (who, path) => {
  expect(homeOf(who)).toBe(path);
});

it.each([
  ['where somebody came from', person('ownDay'), '/day/', undefined, '/day/'],
  ['the very place there', person('groupBoard'), '/board/#store/1', '/board/', '/board/#store/1'],
  ['a page that is everybody’s', person('ownDay'), '/?x#y', undefined, '/?x#y'],
  ['where the work is, not to a page without anything', person('groupBoard'), '/day/', undefined, '/board/'],
  ['where the demo sends the chosen person', person('groupBoard', 'administer'), '/day/', '/outbox/', '/outbox/'],
  ['where the work is', person('ownDay'), undefined, undefined, '/day/'],
  ['where somebody came from, when nobody can be asked', undefined, '/day/', undefined, '/day/'],
  ['the beginning, when nothing is known', undefined, undefined, undefined, '/'],
])('goes to %s after signing in', (_, who, next, home, path) => {
  expect(placeAfterSignIn(who, { next, home })).toBe(path);
});
