/**
 * Runs it while no other tab, and no other form of the page, is at it; waits for the one that is. A client key would
 * make a lead arrive once all the same; this spares the server, and pages without locks (without TLS, or in a sandbox) do
 * without.
 */
export async function onlyTab(name: string, run: () => Promise<void>): Promise<void> {
  let begun = false;
  const once = (): Promise<void> => {
    begun = true;
    return run();
  };
  try {
    await navigator.locks.request(name, once);
  } catch (error) {
    if (begun) throw error;
    await run();
  }
}
