import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { loadSentences } from '../../src/app/opening/load-sentences.ts';
import { flows } from '../../src/cli/flows.ts';
import { createSay } from '../../src/engine/say.ts';

const sentences = await loadSentences();
const broken = fileURLToPath(new URL('../broken-flows', import.meta.url));

/** What a command prints, and its exit code. */
async function run(...args: readonly string[]): Promise<{ readonly lines: readonly string[]; readonly code: number }> {
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  const terminal = { say: createSay(sentences), sentences, input: process.stdin, print, complain: print };
  return { code: await flows(args, terminal), lines };
}

describe('gelombang flows check', () => {
  it('finds nothing in the flows that ship, and tells how many states it went through', async () => {
    const { lines, code } = await run('check');
    expect(code).toBe(0);
    expect(lines.at(-1)).toMatch(/\d+ alur dan \d+ keadaan percakapan diperiksa/u);
  });

  it('--json: one finding a line, always with the same keys, and the exit code tells of errors', async () => {
    const { lines, code } = await run('check', broken, '--json');
    expect(code).toBe(1);
    const findings = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    for (const finding of findings) {
      expect(Object.keys(finding)).toEqual(['code', 'severity', 'file', 'line', 'column', 'message', 'cure']);
      expect(['error', 'warning']).toContain(finding['severity']);
      expect(finding['line']).toBeGreaterThan(0);
    }
    const files = findings.map(({ file }) => file);
    expect(files).toContain('test/broken-flows/tab.yaml');
    expect(findings.find(({ code: one }) => one === 'label_bertabrakan')).toMatchObject({ line: 10, column: 5 });
  });

  it('--en: in English', async () => {
    const { lines } = await run('check', broken, '--en');
    expect(lines).toContain('tab.yaml:8 This line is indented with a tab. Use spaces, two for each level.');
  });

  it('knows its subcommands', async () => {
    expect((await run('chekc')).code).toBe(2);
  });
});

describe('gelombang flows translate', () => {
  it('changes nothing while a flow cannot be read: its translations would go', async () => {
    const before = readFileSync('locales/en.yaml', 'utf8');
    const { lines, code } = await run('translate', 'en', broken);
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringContaining('locales/en.yaml tidak diubah')]);
    expect(readFileSync('locales/en.yaml', 'utf8')).toBe(before);
  });
});
