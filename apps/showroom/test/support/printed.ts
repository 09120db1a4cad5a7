import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** Printed pages: how large each is, in points. */
export interface Printed {
  readonly width: number;
  readonly height: number;
}

/** Prints as the page itself says: paper and margins are its own. */
export async function printedPages(page: Page): Promise<readonly Printed[]> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return [...textsOf(pdf).matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(([, width, height]) => ({
    width: Math.round(Number(width)),
    height: Math.round(Number(height)),
  }));
}

/** Objects may stand in compressed streams. */
function textsOf(pdf: Buffer): string {
  const plain = pdf.toString('latin1');
  const packed = [...plain.matchAll(/\/Type \/ObjStm[\s\S]*?stream\r?\n/g)].map(({ index, 0: head }) => {
    const start = index + head.length;
    return inflateSync(pdf.subarray(start, pdf.indexOf('endstream', start))).toString('latin1');
  });
  return [plain, ...packed].join('\n');
}

export interface SheetHeights {
  readonly before: number;
  readonly head: number;
  readonly rows: readonly number[];
  readonly after: number;
}

/** So many pages a sheet takes on which no row is cut, each with the table's head on top. */
export function pagesOf({ before, head, rows, after }: SheetHeights, height: number): number {
  let pages = 1;
  let left = height - before - head;
  for (const row of rows) {
    if (row > left) {
      pages += 1;
      left = height - head;
    }
    left -= row;
  }
  return after > left ? pages + 1 : pages;
}

/** How a page's sheets lie on paper of such a height, in CSS pixels: measured, as it is printed. */
export interface Layout {
  /** What stands outside its row or cell, or beyond the paper. */
  readonly clipped: readonly string[];
  /** Colours that are neither black, white nor none. */
  readonly colours: readonly string[];
  /** Of each sheet, in CSS pixels: what stands before the table, its head, its rows, what stands below. */
  readonly sheets: readonly SheetHeights[];
  /** Rows that a page's end goes through, were they not kept together. */
  readonly breaksInside: readonly string[];
}

/** Looks at the sheets as they are printed, on paper as wide as what the margins leave of it. */
export async function layoutOf(page: Page, width: number): Promise<Layout> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: Math.floor(width), height: 1000 });
  try {
    return await page.evaluate((limit) => {
      const clipped: string[] = [];
      const colours = new Set<string>();
      const breaksInside = new Set<string>();
      const sheets: { before: number; head: number; rows: number[]; after: number }[] = [];
      const boxOf = (host: Element, selector: string) =>
        host.shadowRoot?.querySelector(selector)?.getBoundingClientRect();
      for (const host of document.querySelectorAll('beback-day-sheet:not([empty])')) {
        for (const element of host.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? []) {
          const style = getComputedStyle(element);
          if (style.display === 'none') continue;
          for (const colour of [style.color, style.borderTopColor, style.borderBottomColor, style.backgroundColor])
            colours.add(colour);
          const box = element.getBoundingClientRect();
          const words = (element.textContent ?? '').trim().slice(0, 40);
          if (box.right > limit + 1 || box.left < -1 || element.scrollWidth > element.clientWidth + 1) {
            if (element.clientWidth > 0) clipped.push(`${element.localName}.${element.className}: ${words}`);
          }
          if (element.localName === 'tr') breaksInside.add(style.breakInside);
        }
        const [root, table, head] = [boxOf(host, '.root'), boxOf(host, 'table'), boxOf(host, 'thead')];
        const rows = [...(host.shadowRoot?.querySelectorAll('tbody tr') ?? [])];
        if (root === undefined || table === undefined || head === undefined) continue;
        sheets.push({
          before: table.top - root.top,
          head: head.height,
          rows: rows.map((row) => row.getBoundingClientRect().height),
          after: root.bottom - table.bottom,
        });
      }
      const allowed = ['rgb(0, 0, 0)', 'rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)'];
      return {
        clipped,
        colours: [...colours].filter((colour) => !allowed.includes(colour)),
        sheets,
        breaksInside: [...breaksInside],
      };
    }, width);
  } finally {
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: 1280, height: 800 });
  }
}
