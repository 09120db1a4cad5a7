import type { Plugin } from 'vite';

/**
 * Takes comments and indentation out of the `css` and `html` templates below a folder: minifiers leave them alone. Only
 * templates without substitutions and the text between substitutions are touched; a line break becomes a space, which
 * means the same in a style sheet and in markup.
 */
export function tightenTemplates(folder: string): Plugin {
  return {
    name: 'tighten-templates',
    transform(code, id) {
      return id.startsWith(folder) ? { code: tighten(code), map: null } : null;
    },
  };
}

/** @internal */
export function tighten(code: string): string {
  let out = '';
  let at = 0;
  for (const { index, 0: opening, 1: tag } of code.matchAll(/\b(css|html)`/g)) {
    if (index < at) continue;
    const begin = index + opening.length;
    const end = endOfTemplate(code, begin);
    out += code.slice(at, begin) + tightenParts(code.slice(begin, end), tag === 'css');
    at = end;
  }
  return out + code.slice(at);
}

function tightenParts(template: string, isCss: boolean): string {
  let out = '';
  let at = 0;
  while (at < template.length) {
    const hole = template.indexOf('${', at);
    const text = template.slice(at, hole === -1 ? template.length : hole);
    out += isCss ? tightenCss(text) : text.replaceAll(/\s*\n\s*/g, ' ');
    if (hole === -1) break;
    const end = endOfHole(template, hole + 2);
    // A hole may hold templates of its own.
    out += tighten(template.slice(hole, end));
    at = end;
  }
  return out;
}

function tightenCss(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .replaceAll(/(-{0,2}[\w-]+): (?=[^{}]*[;}])/g, '$1:')
    .replaceAll(';}', '}');
}

/** Where the template ends that begins at `from`. */
function endOfTemplate(code: string, from: number): number {
  for (let at = from; at < code.length; at++) {
    if (code[at] === '\\') at++;
    else if (code[at] === '`') return at;
    else if (code.startsWith('${', at)) at = endOfHole(code, at + 2) - 1;
  }
  throw new Error('tighten: a template has no end');
}

/** Where the substitution ends whose code begins at `from`; after its brace. */
function endOfHole(code: string, from: number): number {
  let depth = 1;
  for (let at = from; at < code.length; at++) {
    const char = code[at];
    if (char === '`') at = endOfTemplate(code, at + 1);
    else if (char === "'" || char === '"') at = endOfString(code, at);
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return at + 1;
  }
  throw new Error('tighten: a substitution has no end');
}

function endOfString(code: string, from: number): number {
  for (let at = from + 1; at < code.length; at++) {
    if (code[at] === '\\') at++;
    else if (code[at] === code[from]) return at;
  }
  throw new Error('tighten: a text has no end');
}
