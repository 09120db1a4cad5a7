/** The place of a ledger in an address: `opportunity/<id>`. */
export function ledgerPath(opportunityId: string): string {
  return `opportunity/${encodeURIComponent(opportunityId)}`;
}

/** The opportunity of a place; undefined for any other place. */
export function opportunityOf(path: string): string | undefined {
  const [kind, id = ''] = path.split('/', 2);
  if (kind !== 'opportunity' || id === '') return undefined;
  try {
    return decodeURIComponent(id);
  } catch {
    return undefined;
  }
}
