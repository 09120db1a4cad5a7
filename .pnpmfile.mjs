export const hooks = {
  /** What is published: without the condition that leads to the sources, which are not, and without what only we need. */
  beforePacking(manifest) {
    const withoutSource = (target) =>
      typeof target === 'object'
        ? Object.fromEntries(Object.entries(target).filter(([condition]) => condition !== '@beback/source'))
        : target;
    const exports = Object.entries(manifest.exports ?? {}).map(([path, target]) => [path, withoutSource(target)]);
    return { ...manifest, exports: Object.fromEntries(exports), scripts: undefined, devDependencies: undefined };
  },
};
