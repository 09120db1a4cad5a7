/**
 * Closes what was opened, the last first, all of it: one that fails keeps no other open.
 *
 * @throws what the only failure threw, or an AggregateError of several.
 */
export async function closeAll(closers: (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  // Taken out first: whoever asks a second time closes nothing twice.
  for (const close of closers.splice(0).reverse()) {
    try {
      await close();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 1) throw new AggregateError(failures, `${failures.length} parts did not close`);
  if (failures.length === 1) throw failures[0];
}
