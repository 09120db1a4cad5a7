import type { Server } from 'node:http';

/**
 * Stops taking connections, closes idle ones, lets running requests finish until `withinMs` are over and then cuts
 * what is left (subscriptions, which never end by themselves, are told before: see endStreams).
 */
export async function stopGently(server: Server, withinMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), withinMs);
  await closed;
  clearTimeout(cut);
}
