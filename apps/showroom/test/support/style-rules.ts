/** A style sheet's rules: selector (its white space collapsed) to its declarations, in their order. */
export type StyleRules = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Reads the flat rules of a style sheet, or of the sheets in a module's source; what stands in `@media` and the like is
 * read as if it stood outside. Selectors of a list come singly; of a selector that comes twice, the declarations add up.
 */
export function styleRules(text: string): StyleRules {
  const rules = new Map<string, Map<string, string>>();
  const bare = text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\[(\w|-)+=["']\w+["']\]/g, (part) => part.replaceAll('"', "'"));
  for (const [, selectors = '', body = ''] of bare.matchAll(/([^{}`;]+)\{([^{}]*)\}/g)) {
    for (const selector of selectors.split(',').map(collapse)) {
      const declarations = rules.get(selector) ?? new Map<string, string>();
      for (const [, name = '', value = ''] of body.matchAll(/([\w-]+):([^;]+);/g))
        declarations.set(name, collapse(value));
      rules.set(selector, declarations);
    }
  }
  return rules;
}

function collapse(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=\() | (?=\))/g, '')
    .trim();
}
