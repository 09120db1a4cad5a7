import { expect, it } from 'vitest';
import { splitName } from './split-name.ts';

it.each([
  ['Odalys Brightwater', 'Odalys', null, 'Brightwater', null],
  ['Tobin Q. Ashgrove', 'Tobin', 'Q.', 'Ashgrove', null],
  ['Mary Ann Underhill', 'Mary Ann', null, 'Underhill', null],
  ['Ludwig van der Rohe Jr.', 'Ludwig', null, 'van der Rohe', 'Jr.'],
  ['Marguerite de la Croix', 'Marguerite', null, 'de la Croix', null],
  ['Vance, Perpetua', 'Perpetua', null, 'Vance', null],
  ['Vance, Perpetua M', 'Perpetua', 'M', 'Vance', null],
  ['Perpetua Vance, III', 'Perpetua', null, 'Vance', 'III'],
  ['Mrs. Ines Calloway', 'Ines', null, 'Calloway', null],
  ['Wren', 'Wren', null, null, null],
  ['Van Jr', 'Van', null, 'Jr', null],
  ['Rafe & Lark Stroud', 'Rafe & Lark', null, 'Stroud', null],
  ['', null, null, null, null],
])('splits %j', (full, firstName, middleName, lastName, suffix) => {
  expect(splitName(full)).toEqual({ firstName, middleName, lastName, suffix });
});

it('does not split what is too long for a name', () => {
  expect(splitName('a '.repeat(200)).firstName).toBeNull();
});
