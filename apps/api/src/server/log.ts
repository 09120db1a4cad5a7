import pino, { type DestinationStream, type Logger } from 'pino';
import { codeOfError } from '../error-code.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** What of an error may be written: messages of drivers and parsers quote values, which may be personal. */
interface LoggedError {
  readonly type: string;
  readonly code?: string;
  readonly frames: readonly string[];
}

/**
 * The structured log: one JSON object a line, ids and durations, never a name, number, address, body, query string or
 * token. An error is written as its type, its code and the places it came through; its message stays out, because the
 * database's and the parsers' messages quote values.
 */
export function createLog(level: LogLevel, destination?: DestinationStream): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describeError },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

function describeError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, frames: [] };
  const code = codeOfError(error);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(code !== undefined && { code }),
    frames: frames.slice(0, 12).map((line) => line.trim()),
  };
}
