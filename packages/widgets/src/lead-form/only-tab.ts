/**
 * Runs it unless another tab of the page is at it. A client key would make a lead arrive once all the same; this spares
 * the server, and pages without locks (without TLS) do without.
 */
export async function onlyTab(name: string, run: () => Promise<void>): Promise<void> {
  if (navigator.locks === undefined) return run();
  await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock !== null) await run();
  });
}
