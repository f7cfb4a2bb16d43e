import { createInterface } from 'node:readline';

import type { Terminal } from './terminal.ts';

/** Asks for a yes, typed out; anything else, or nobody there, is no. */
export async function confirm(question: string, { input, print }: Pick<Terminal, 'input' | 'print'>): Promise<boolean> {
  print(question);
  const lines = createInterface({ input });
  try {
    for await (const line of lines) return line.trim().toLowerCase() === 'ya';
    return false;
  } finally {
    lines.close();
  }
}
