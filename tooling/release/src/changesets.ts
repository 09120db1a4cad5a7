/** The part of `.changeset/config.json` that is read here. */
export interface ChangesetConfig {
  readonly access: string;
  readonly fixed: readonly (readonly string[])[];
}

/** All public packages are released together, with one version, for everybody to read. */
export function configProblems(config: ChangesetConfig, packages: readonly string[]): readonly string[] {
  const together = config.fixed[0] ?? [];
  return [
    ...(config.access === 'public' ? [] : [`config.json: access is "${config.access}", expected "public"`]),
    ...packages.filter((name) => !together.includes(name)).map((name) => `config.json: "fixed" lacks ${name}`),
    ...together
      .filter((name) => !packages.includes(name))
      .map((name) => `config.json: "fixed" names ${name}, which is no public package`),
  ];
}

/** A changeset names public packages with a bump each, and tells the consumer something. */
export function changesetProblems(file: string, text: string, packages: readonly string[]): readonly string[] {
  const [, head, story = ''] = /^---\n([\s\S]*?)---\n([\s\S]*)$/.exec(text) ?? [];
  if (head === undefined) return [`${file}: expected a head between two lines of ---`];
  const lines = head.split('\n').filter((line) => line.trim() !== '');
  const problems = lines.flatMap((line) => {
    const [, name = '', bump = ''] = /^["']([^"']+)["']: (\w+)$/.exec(line) ?? [];
    if (!packages.includes(name)) return [`${file}: "${line}" names no public package`];
    return ['patch', 'minor', 'major'].includes(bump) ? [] : [`${file}: "${line}" asks for no patch, minor or major`];
  });
  return lines.length > 0 && story.trim() === '' ? [...problems, `${file}: tells the consumer nothing`] : problems;
}
