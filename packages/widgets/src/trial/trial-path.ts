/** Which store's trial is shown: `store/<id>`. What is none leads to the reader's own store. */
export function parseTrialPath(text: string): string | undefined {
  const [name, id = ''] = text.replace(/^[#/]+/, '').split('/');
  if (name !== 'store' || id === '') return undefined;
  try {
    return decodeURIComponent(id);
  } catch {
    return undefined;
  }
}

export function formatTrialPath(storeId: string): string {
  return `store/${encodeURIComponent(storeId)}`;
}
