/**
 * What is shown: a store's plan, one version of it, one step of that. Written as `store/<id>/version/<number>/step/<id>`;
 * any part may be missing from the end, and `version/…` may stand alone where the element names the store.
 */
export interface PlanPath {
  readonly storeId?: string;
  /** Counts from 1; absent: the version that concerns the reader. */
  readonly version?: number;
  readonly stepId?: string;
}

const PARTS: readonly string[] = ['store', 'version', 'step'];

/** Reads a path. From the first part on that does not belong there it is cut off: an old link still leads somewhere. */
export function parsePlanPath(text: string): PlanPath {
  const parts = text.replace(/^[#/]+/, '').split('/');
  const found = new Map<string, string>();
  let last = -1;
  for (let at = 0; at < parts.length; at += 2) {
    const order = PARTS.indexOf(parts[at] ?? '');
    const value = decoded(parts[at + 1]);
    if (order <= last || value === '') break;
    last = order;
    found.set(parts[at] ?? '', value);
  }
  const storeId = found.get('store');
  const version = Number(found.get('version'));
  if (!Number.isInteger(version) || version < 1) return storeId === undefined ? {} : { storeId };
  const stepId = found.get('step');
  return { ...(storeId !== undefined && { storeId }), version, ...(stepId !== undefined && { stepId }) };
}

export function formatPlanPath({ storeId, version, stepId }: PlanPath): string {
  const parts: string[] = [];
  if (storeId !== undefined) parts.push('store', encodeURIComponent(storeId));
  if (version !== undefined) parts.push('version', String(version));
  if (version !== undefined && stepId !== undefined) parts.push('step', encodeURIComponent(stepId));
  return parts.join('/');
}

function decoded(part: string | undefined): string {
  try {
    return decodeURIComponent(part ?? '');
  } catch {
    return '';
  }
}
