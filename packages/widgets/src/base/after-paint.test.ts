import { describe, expect, it, vi } from 'vitest';
import { afterPaint } from './after-paint.ts';

describe('work after the paint', () => {
  it('is done once, behind the frame', async () => {
    const told: string[] = [];
    requestAnimationFrame(() => told.push('frame'));
    afterPaint(() => told.push('work'));
    expect(told).toEqual([]);
    await vi.waitFor(() => expect(told).toHaveLength(2));
    expect(told).toEqual(['frame', 'work']);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(told).toHaveLength(2);
  });

  it('is done at once where it cannot wait, and not again', async () => {
    const work = vi.fn();
    const now = afterPaint(work);
    now();
    now();
    expect(work).toHaveBeenCalledOnce();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)));
    expect(work).toHaveBeenCalledOnce();
  });

  it('is done where nothing is painted', async () => {
    const work = vi.fn();
    const frames = vi.spyOn(globalThis, 'requestAnimationFrame').mockImplementation(() => 0);
    afterPaint(work);
    frames.mockRestore();
    await vi.waitFor(() => expect(work).toHaveBeenCalledOnce());
  });
});
