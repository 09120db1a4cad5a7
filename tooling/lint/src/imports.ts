/** One import or re-export of a file. */
export interface ImportLine {
  readonly from: string;
  /** Nothing of it is left at run time: `import type`, `export type`, or every name marked `type`. */
  readonly typeOnly: boolean;
  /** The names as the other module exports them; empty for namespace, side-effect and dynamic imports. */
  readonly names: readonly { readonly name: string; readonly typeOnly: boolean }[];
}

// The formatter puts every import and re-export at the start of a line, so a line start tells them from other text.
const staticImport = /^(?:import|export)(\s+type)?\s*(?:([^'";]*?)\s*\bfrom\s*)?'([^']+)'/gm;
const dynamicImport = /\bimport\(\s*'([^']+)'\s*\)/g;

/** All imports and re-exports in a file's text. */
export function importsOf(text: string): readonly ImportLine[] {
  const fixed = [...text.matchAll(staticImport)].map(([, type, clause = '', from = '']) => {
    const names = namesIn(clause);
    const allTypes = names.length > 0 && names.every((name) => name.typeOnly);
    return { from, names, typeOnly: type !== undefined || allTypes };
  });
  const dynamic = [...text.matchAll(dynamicImport)].map(([, from = '']) => ({ from, names: [], typeOnly: false }));
  return [...fixed, ...dynamic];
}

function namesIn(clause: string): ImportLine['names'] {
  const inBraces = /\{([^}]*)\}/.exec(clause)?.[1];
  if (inBraces === undefined) return [];
  return inBraces
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [, type, name = ''] = /^(type\s+)?([\w$]+)/.exec(part) ?? [];
      return { name, typeOnly: type !== undefined };
    });
}
