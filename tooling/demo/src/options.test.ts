import { describe, expect, it } from 'vitest';
import { OptionsError, readOptions } from './options.ts';

describe('readOptions', () => {
  it('fills 88 stores unless told otherwise', () => {
    expect(readOptions([])).toEqual({ empty: false, demo: false, stores: 88 });
    expect(readOptions(['--demo', '--stores', '4'])).toEqual({ empty: false, demo: true, stores: 4 });
  });

  it.each([
    [['--stores', '0'], '1 to 88, got "0"'],
    [['--stores', '89'], '1 to 88, got "89"'],
    [['--stores'], '1 to 88, got "nothing"'],
    [['--strores'], 'Unknown argument "--strores"'],
    [['--empty', '--demo'], 'exclude each other'],
  ])('refuses %j and says what is allowed', (args, words) => {
    expect(() => readOptions(args)).toThrow(OptionsError);
    expect(() => readOptions(args)).toThrow(words);
  });
});
