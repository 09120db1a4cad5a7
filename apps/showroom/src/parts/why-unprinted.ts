/** A sheet as the page that prints it sees it. */
export interface SheetSeen {
  /** It did not come when it was asked for last. */
  readonly failed: boolean;
  /** There is nothing on it. */
  readonly empty: boolean;
}

/** Why sheets are not to be printed; undefined: they are. Some of them would be taken for all of them. */
export function whyUnprinted(sheets: readonly SheetSeen[]): string | undefined {
  const failed = sheets.filter((sheet) => sheet.failed).length;
  if (failed > 0) {
    const which = sheets.length === 1 ? 'The sheet' : `${failed} of ${sheets.length} sheets`;
    return `${which} could not be fetched, so nothing was printed. Print again to ask for what is missing.`;
  }
  if (sheets.every((sheet) => sheet.empty)) return 'There is nothing on any list of that day, so nothing was printed.';
  return undefined;
}
