import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { describe, expect, it } from 'vitest';

const scripts = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts;
const pages = ['README.md', 'NOTICE', ...filesIn('docs').filter((path) => path.endsWith('.md'))];
const folders = ['bench', 'docker', 'docs', 'flows', 'locales', 'src', 'test'];
const sources = new Set(['src', 'test', 'bench'].flatMap(filesIn).map((path) => basename(path)));

/** Files that whoever follows the page writes. */
const readersOwn = new Set(['flows/salam.yaml', 'flows/wifi_gratis.yaml', 'locales/ban.yaml']);

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
}

/** What a pattern's group finds in a page. */
function named(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

describe.each(pages)('%s', (page) => {
  const text = readFileSync(page, 'utf8');

  it('names only scripts that exist', () => {
    const names = named(text, /npm run ([a-z][\w:-]*)/gu);
    expect(names.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it('names only commands that exist', () => {
    const names = named(text, /(?:npx |`)gelombang ([a-z]+)\b/gu);
    expect(names.filter((name) => !existsSync(`src/cli/${name}.ts`))).toEqual([]);
  });

  it('links only to pages that exist', () => {
    const links = named(text, /\]\(([^)#]+)[^)]*\)/gu).filter((link) => !/^(?:https?|mailto):/u.test(link));
    expect(links.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([]);
  });

  it('names only files and folders that exist', () => {
    const paths = named(text, new RegExp(`(?<![\\w./-])((?:${folders.join('|')})/[\\w./-]*\\w)`, 'gu'));
    const missing = paths.filter((path) => !existsSync(path) && !readersOwn.has(path) && !isBeginning(path));
    expect(missing).toEqual([]);
    const files = named(text, /(?<![\w./*-])([a-z][a-z-]*\.ts)\b/gu);
    expect(files.filter((file) => !sources.has(file))).toEqual([]);
  });
});

/** Tests are named by how their files begin, as vitest finds them. */
function isBeginning(path: string): boolean {
  const folder = dirname(path);
  return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith(basename(path)));
}
