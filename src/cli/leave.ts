/** What was written to a pipe is out by then. */
const lingerMs = 1000;

/**
 * Ends the process with this code. Everything is closed, but libraries may have left timers behind that would hold it for up
 * to a minute (Baileys after its socket's end).
 */
export function leave(code: number): void {
  process.exitCode = code;
  setTimeout(() => process.exit(), lingerMs).unref();
}
