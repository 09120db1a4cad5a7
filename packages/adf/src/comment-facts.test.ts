import { describe, expect, it } from 'vitest';
import { commentFacts } from './comment-facts.ts';
import { parseAdf } from './parse-adf.ts';

const STORE = { country: 'US', zone: 'America/Chicago', receivedAt: '2026-11-21T15:00:00Z' };
const read = (vehicles: string, comment: string) =>
  parseAdf(`<adf><prospect>${vehicles}<customer><comments>${comment}</comments></customer></prospect></adf>`, STORE)
    .prospects[0];

describe('commentFacts', () => {
  it('takes labelled facts from lines, bars and commas, the first of each', () => {
    expect(commentFacts('App ID: 77, Model Year: 2025, Model: Solan, blue | VIN: X\nMake: Gannet\nMake: Fir')).toEqual({
      id: { label: 'App ID', text: '77' },
      year: { label: 'Model Year', text: '2025' },
      model: { label: 'Model', text: 'Solan, blue' },
      vin: { label: 'VIN', text: 'X' },
      make: { label: 'Make', text: 'Gannet' },
    });
  });

  it('guesses nothing from prose, and leaves a comment about a trade alone', () => {
    expect(commentFacts('I like the model: it is nice. Current Vehicle: 2017 Fir, constructor: 1')).toEqual({});
    expect(commentFacts('Trade-in\nModel: Solan')).toEqual({});
  });
});

describe('a vehicle', () => {
  it('is filled where its elements are empty', () => {
    expect(
      read('<vehicle><make>Gannet</make><model/></vehicle>', 'Make: GANNET, Model: Solan, VIN: 1M8GDM9AXKP042788')
        ?.vehicles,
    ).toMatchObject([
      { make: 'Gannet', model: 'Solan', vin: '1M8GDM9AXKP042788', from: { model: 'comment', vin: 'comment' } },
    ]);
  });

  it('is not filled from a comment that speaks of another one', () => {
    expect(read('<vehicle><make>Gannet</make></vehicle>', 'Make: Fir, Model: Cone')?.vehicles).toMatchObject([
      { model: null, from: {} },
    ]);
    expect(read('<vehicle><year>2024</year></vehicle>', 'Year: 2016, Model: Cone')?.vehicles).toMatchObject([
      { model: null, from: {} },
    ]);
  });

  it('is not made of a comment, nor is one of two chosen', () => {
    expect(read('', 'Model: Solan')?.vehicles).toEqual([]);
    expect(
      read('<vehicle><make>A</make></vehicle><vehicle><make>B</make></vehicle>', 'Model: Solan')?.vehicles,
    ).toMatchObject([{ model: null }, { model: null }]);
  });
});
