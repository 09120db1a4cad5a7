import { connect, type Socket } from 'node:net';

/** What one turn of load came to. */
export interface Drive {
  readonly requestsPerSecond: number;
  /** Of single requests, from the first byte sent to the last received. */
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
}

export interface Load {
  readonly port: number;
  /** A whole HTTP/1.1 request, as it goes over the wire. */
  readonly request: Buffer;
  /** What each answer has to hold: an error would be quick work. */
  readonly holds: Buffer;
  readonly connections: number;
  readonly milliseconds: number;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * Sends the same request over and over on some connections, each waiting for its answer before it asks again. Written on
 * bare sockets: the load shares the machine with what it measures, and must be the lightest part.
 *
 * @throws Error for an answer that is not 200 or does not hold what it has to.
 */
export async function drive({ port, request, holds, connections, milliseconds }: Load): Promise<Drive> {
  const latencies: number[] = [];
  const sockets = await Promise.all(Array.from({ length: connections }, () => connected(port)));
  const start = performance.now();
  const end = start + milliseconds;
  await Promise.all(
    sockets.map(async (socket) => {
      const reader = answerReader(socket);
      while (performance.now() < end) {
        const asked = performance.now();
        socket.write(request);
        const answer = await reader();
        latencies.push(performance.now() - asked);
        if (answer.subarray(9, 12).toString('latin1') !== '200' || !answer.includes(holds)) {
          throw new Error(`drive: not the answer that was expected: ${answer.toString('utf8').slice(0, 600)}`);
        }
      }
      socket.destroy();
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share: number): number => latencies[Math.floor(share * (latencies.length - 1))] ?? Number.NaN;
  return { requestsPerSecond: latencies.length / seconds, p50Milliseconds: at(0.5), p99Milliseconds: at(0.99) };
}

/** One answer to one request, whole: head and body. */
export async function askOnce(port: number, request: Buffer): Promise<string> {
  const socket = await connected(port);
  socket.write(request);
  const answer = await answerReader(socket)();
  socket.destroy();
  return answer.toString('utf8');
}

// Helpers

function connected(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
  });
}

/** Reads one answer after the other, by `Content-Length` or in chunks. */
function answerReader(socket: Socket): () => Promise<Buffer> {
  let waiting: { readonly resolve: (answer: Buffer) => void; readonly reject: (error: Error) => void } | undefined;
  let chunks: Buffer[] = [];
  let size = 0;
  let whole: ((tail: Buffer) => boolean) | undefined;
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    whole ??= endOf(Buffer.concat(chunks), () => size);
    if (whole?.(chunk) !== true) return;
    const answer = Buffer.concat(chunks);
    chunks = [];
    size = 0;
    whole = undefined;
    waiting?.resolve(answer);
  });
  socket.on('close', () => waiting?.reject(new Error('drive: the server closed the connection')));
  return () =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject };
    });
}

/** How the end of an answer is known, once its head is there. */
function endOf(begun: Buffer, size: () => number): ((tail: Buffer) => boolean) | undefined {
  const headEnd = begun.indexOf(HEAD_END);
  if (headEnd < 0) return undefined;
  const length = /\r\ncontent-length: (\d+)/i.exec(begun.subarray(0, headEnd).toString('latin1'))?.[1];
  if (length === undefined) return (tail) => tail.subarray(-5).toString('latin1') === '0\r\n\r\n';
  const whole = headEnd + HEAD_END.length + Number(length);
  return () => size() >= whole;
}
