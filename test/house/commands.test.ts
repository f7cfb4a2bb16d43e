import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

const scripts = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts;
const readme = readFileSync('README.md', 'utf8');

describe('the README', () => {
  it('names only scripts that exist', () => {
    const named = [...readme.matchAll(/npm run ([\w:]+)/gu)].map((match) => match[1] ?? '');
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
    expect(named.length).toBeGreaterThan(3);
  });

  it('names only commands that exist', () => {
    const named = [...readme.matchAll(/gelombang ([a-z]+)\b/gu)];
    const commands = named.map((match) => match[1] ?? '');
    expect(commands.filter((name) => !existsSync(`src/cli/${name}.ts`))).toEqual([]);
  });

  it('links only to pages that exist', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/gu)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !link.startsWith('http') && !existsSync(link))).toEqual([]);
  });
});
