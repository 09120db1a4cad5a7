import { expect } from 'vitest';
import type { Reason } from '../../src/spine/reason.ts';
import { LOCALES, type ReasonTexts } from '../../src/spine/reason-texts.ts';

/** The values a sentence asks for, each with its form: `count:number`. */
function placeholders(sentence: string): readonly string[] {
  return [...sentence.replaceAll('{{', '').matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? '').sort();
}

/** Every sentence is there in every language, and asks for the same values in the same form. */
export function expectCompleteTexts(texts: ReasonTexts): void {
  for (const [code, sentences] of Object.entries(texts)) {
    expect(Object.keys(sentences).sort(), code).toEqual([...LOCALES].sort());
    for (const locale of LOCALES) {
      expect(sentences[locale].trim(), `${code} in ${locale}`).not.toBe('');
      expect(placeholders(sentences[locale]), `${code} in ${locale}`).toEqual(placeholders(sentences.en));
    }
  }
}

/** The folder has a sentence for this reason, and the reason holds every value that the sentence asks for. */
export function expectRenderable(texts: ReasonTexts, reason: Reason): void {
  const sentences = texts[reason.code];
  expect(sentences, `a text for ${reason.code}`).toBeDefined();
  const asked = placeholders(sentences?.en ?? '').map((name) => name.split(':')[0]);
  expect(Object.keys(reason.data), `values of ${reason.code}`).toEqual(expect.arrayContaining(asked));
}
