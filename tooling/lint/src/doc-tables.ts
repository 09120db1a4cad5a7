import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The cells of every table row of a Markdown text, heads and rulers left out. */
export function tableRows(text: string): readonly (readonly string[])[] {
  const lines = text.split('\n');
  return lines
    .filter((line, i) => line.startsWith('|') && !isRuler(line) && !isRuler(lines[i + 1] ?? ''))
    .map((line) =>
      line
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => cell.trim()),
    );
}

function isRuler(line: string): boolean {
  return /^\|[-|: ]+\|$/.test(line);
}

/**
 * What is wrong with a cell that says where something is: it names files of the repository in backticks, and before
 * " in " a name that the file holds; or it says `not yet: story S07`. What follows `; then story` is to come.
 */
export function placeProblems(root: string, cell: string): readonly string[] {
  const stories = /^(.*?)(?:not yet: |; then )story (S\d\d(?:, S\d\d)*)$/.exec(cell);
  const there = stories?.[1] ?? cell;
  if (stories !== null && there === '') return [];
  const named = [...there.matchAll(/`([^`]+)` in `([^`]+)`/g)];
  const files = [...there.matchAll(/`([^`]*(?:\/|\.json)[^`]*)`/g)].map(([, file = '']) => file);
  if (files.length === 0) return [`"${cell}" names no file and no story`];
  return [
    ...files.filter((file) => !existsSync(join(root, file))).map((file) => `${file} does not exist`),
    ...named
      .filter(([, name = '', file = '']) => existsSync(join(root, file)) && !holds(join(root, file), name))
      .map(([, name, file]) => `${file} does not hold ${name}`),
  ];
}

function holds(file: string, name: string): boolean {
  return new RegExp(`\\b${name}\\b`).test(readFileSync(file, 'utf8'));
}
