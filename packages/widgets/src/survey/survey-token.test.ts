import { describe, expect, it } from 'vitest';
import { tokenOf } from './survey-token.ts';

describe('tokenOf', () => {
  it.each([
    ['https://a.example/survey/#token=ab%2Bc', 'ab+c'],
    ['https://a.example/survey/#ab-c_1', 'ab-c_1'],
    ['https://a.example/survey/?token=abc', 'abc'],
    ['https://a.example/survey/?token=old#token=new', 'new'],
    ['https://a.example/survey/', undefined],
    ['https://a.example/survey/?token=', undefined],
    ['https://a.example/survey/#section=2', undefined],
    ['https://a.example/survey/#%E0%A4%A', undefined],
  ])('finds in %s the token %s', (href, token) => {
    expect(tokenOf(href)).toBe(token);
  });
});
