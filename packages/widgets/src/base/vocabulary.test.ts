import { expect, it, vi } from 'vitest';
import { Vocabulary } from './vocabulary.ts';

function words() {
  const es = vi.fn(async () => 'hola');
  const fr = vi.fn(() => Promise.reject(new TypeError('Failed to fetch')) as Promise<string>);
  return { es, fr, vocabulary: new Vocabulary('hello', { es, fr }) };
}

it('has English at hand', () => {
  const { vocabulary } = words();
  expect(vocabulary.fetch('en')).toBeUndefined();
  expect(vocabulary.in('en')).toBe('hello');
});

it('fetches another language once, and speaks English until it is here', async () => {
  const { vocabulary, es } = words();
  const fetching = vocabulary.fetch('es');
  expect(vocabulary.in('es')).toBe('hello');
  await fetching;
  expect(vocabulary.in('es')).toBe('hola');
  expect(vocabulary.fetch('es')).toBeUndefined();
  expect(es).toHaveBeenCalledTimes(1);
});

it('speaks English when the words do not come, and asks again the next time', async () => {
  const { vocabulary, fr } = words();
  await vocabulary.fetch('fr');
  expect(vocabulary.in('fr')).toBe('hello');
  await vocabulary.fetch('fr');
  expect(fr).toHaveBeenCalledTimes(2);
});
