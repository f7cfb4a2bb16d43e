import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

import { z } from 'zod';

import { readRegionTable } from '../wire/read-region-table.ts';
import { createReadRow } from './read-row.ts';
import type { ReadRow } from './read-row.ts';
import type { Command } from './terminal.ts';

const rowShape = z.looseObject({ kind: z.string(), text: z.string() });

/**
 * `gelombang read --json`, kept stable for other programs: one JSON row a line in (docs/language.md), the same row with
 * `got` out. A line that cannot be read gives `{"line":N,"error":...}` in its place, and 1 as exit code at the end.
 */
export const read: Command = async (args, { say, input, print, complain }) => {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } });
  if (!values.json) {
    complain(say('perintah.kurang_isian', { isian: '--json' }));
    return 2;
  }
  const readRow = await createReadRow(readRegionTable);
  let exitCode = 0;
  let count = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    count += 1;
    if (line.trim() === '') continue;
    const row = answer(line, readRow);
    if (row === null) exitCode = 1;
    print(JSON.stringify(row ?? { line: count, error: say('perintah.baris_salah') }));
  }
  return exitCode;
};

function answer(line: string, readRow: ReadRow): unknown {
  const row = rowShape.safeParse(parseJson(line));
  const reading = row.success ? readRow(row.data) : null;
  return row.success && reading !== null ? { ...row.data, ...reading } : null;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
