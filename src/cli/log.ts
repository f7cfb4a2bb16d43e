import type { Log } from '../domain/ports/log.ts';

/** One JSON object a line on standard error: time, event, ids and counts. */
export function createLog(write: (line: string) => void = (line) => process.stderr.write(`${line}\n`)): Log {
  return (event, details = {}) => write(JSON.stringify({ at: new Date().toISOString(), event, ...details }));
}
