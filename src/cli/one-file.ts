import type { Terminal } from './terminal.ts';

/** The one file name that a command takes; null after a sentence that says what is missing. */
export function oneFile([name, ...more]: readonly string[], { complain, say }: Terminal): string | null {
  if (name !== undefined && more.length === 0) return name;
  complain(say('perintah.kurang_isian', { isian: say('perintah.isian_berkas') }));
  return null;
}
