/**
 * Where on the boards one is: the group, a store in it, a department of that, a person of that, a single activity.
 * Written as `store/<id>/department/<id>/member/<id>/activity/<id>`; the group is the empty path.
 */
export interface BoardPath {
  readonly storeId?: string;
  readonly departmentId?: string;
  readonly memberId?: string;
  readonly activityId?: string;
}

const LEVELS = [
  ['store', 'storeId'],
  ['department', 'departmentId'],
  ['member', 'memberId'],
  ['activity', 'activityId'],
] as const;

/** Reads a path. From the first part on that does not belong there it is cut off: an old link still leads somewhere. */
export function parsePath(text: string): BoardPath {
  const parts = text.replace(/^[#/]+/, '').split('/');
  let path: BoardPath = {};
  for (const [index, [name, key]] of LEVELS.entries()) {
    const id = decoded(parts[index * 2 + 1]);
    if (parts[index * 2] !== name || id === '') break;
    path = { ...path, [key]: id };
  }
  return path;
}

export function formatPath(path: BoardPath): string {
  const parts: string[] = [];
  for (const [name, key] of LEVELS) {
    const id = path[key];
    if (id === undefined) break;
    parts.push(name, encodeURIComponent(id));
  }
  return parts.join('/');
}

/** One level up; the group is its own parent. */
export function parentOf(path: BoardPath): BoardPath {
  return parsePath(formatPath(path).split('/').slice(0, -2).join('/'));
}

function decoded(part: string | undefined): string {
  try {
    return decodeURIComponent(part ?? '');
  } catch {
    return '';
  }
}
