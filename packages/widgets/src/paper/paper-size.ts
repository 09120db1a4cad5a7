/** The papers that day sheets are made for. */
export type Paper = 'a4' | 'letter';

/** What no printer's edge takes away. */
const MARGIN = '12mm';

let sheet: CSSStyleSheet | undefined;

/**
 * Says on which paper the page prints: a rule of the page, for none of an element's own reaches it. It is there while the
 * page prints, and not before or after.
 */
export function beginPrinting(paper: Paper): void {
  sheet ??= new CSSStyleSheet();
  sheet.replaceSync(`@page { size: ${paper === 'letter' ? 'letter' : 'A4'} portrait; margin: ${MARGIN}; }`);
  const adopted = document.adoptedStyleSheets;
  if (!adopted.includes(sheet)) document.adoptedStyleSheets = [...adopted, sheet];
}

export function endPrinting(): void {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
}
