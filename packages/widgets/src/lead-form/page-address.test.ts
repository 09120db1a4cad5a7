import { beforeEach, describe, expect, it } from 'vitest';
import { pageAddress } from './page-address.ts';

beforeEach(() => sessionStorage.clear());

const on = (href: string): string => pageAddress({ href }, () => sessionStorage);

describe('pageAddress', () => {
  it('is the page without its fragment', () => {
    expect(on('https://dealer.example/bronco?trim=base#photos')).toBe('https://dealer.example/bronco?trim=base');
  });

  it('carries the campaign of the first page to the later ones', () => {
    on('https://dealer.example/?utm_source=mail&utm_campaign=fall&x=1');
    expect(on('https://dealer.example/bronco')).toBe('https://dealer.example/bronco?utm_source=mail&utm_campaign=fall');
  });

  it('prefers the campaign of the page itself', () => {
    on('https://dealer.example/?utm_source=mail');
    expect(on('https://dealer.example/bronco?utm_source=ads')).toBe('https://dealer.example/bronco?utm_source=ads');
  });

  it('does without a storage that the page forbids', () => {
    const forbidden = (): never => {
      throw new DOMException('no', 'SecurityError');
    };
    expect(pageAddress({ href: 'https://dealer.example/a' }, forbidden)).toBe('https://dealer.example/a');
  });
});
