import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import type { Catalogue } from '../../src/engine/catalogue.ts';
import { writeIssue } from '../../src/engine/check/write-issue.ts';
import { loadFlows } from '../../src/engine/load-flows.ts';
import type { FlowFile } from '../../src/engine/load-flows.ts';
import { readSentences } from '../../src/engine/say.ts';

const folder = fileURLToPath(new URL('../fixtures/broken-flows/', import.meta.url));
const locales = fileURLToPath(new URL('../../locales/', import.meta.url));

const catalogue: Catalogue = {
  deeds: { catat: { args: { umur: 'wajib' }, results: { tercatat: { nomor: 'teks' }, penuh: {} } } },
  looks: {},
  sources: { kelas_dibuka: { fields: { nama: 'teks' } } },
  events: { kelas_selesai: {} },
  scopes: { kontak: {}, daerah: { nama: 'teks' }, petugas: {}, saluran: {} },
  records: {},
  rights: ['membuat_pengumuman'],
};

function filesOf(path: string): readonly FlowFile[] {
  return readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ name, text: readFileSync(`${path}/${name}`, 'utf8') }));
}

const sound = filesOf(`${folder}sound`);
const broken = filesOf(folder);
const sentencesOf = (code: 'id' | 'en'): Readonly<Record<string, string>> => {
  const name = `${code}.yaml`;
  return readSentences(name, readFileSync(locales + name, 'utf8')).sentences;
};

describe('a flow with one fault', () => {
  it('nothing is told of flows without one', () => {
    expect(loadFlows(sound, catalogue, {}).issues).toEqual([]);
  });

  it.each(broken.map(({ name, text }) => ({ name, text, code: /^# (\w+)/u.exec(text)?.[1] ?? '' })))(
    '$name: $code, and nothing else',
    ({ name, text, code }) => {
      const { issues } = loadFlows([...sound, { name, text }], catalogue, {});
      expect(issues.map((issue) => [issue.file, issue.code])).toEqual([[name, code]]);
      expect(issues[0]?.line).toBeGreaterThan(0);
    },
  );

  it.each(['id', 'en'] as const)('every fault has its sentence (%s), with everything filled in', (locale) => {
    const sentences = sentencesOf(locale);
    for (const file of broken) {
      const [issue] = loadFlows([...sound, file], catalogue, {}).issues;
      const told = issue === undefined ? '' : writeIssue(issue, sentences);
      const [place = '', ...reason] = told.split(' ');
      expect(place).toBe(`${file.name}:${String(issue?.line)}`);
      expect(Object.keys(sentences)).toContain(`periksa.${String(issue?.code)}`);
      expect(reason.join(' ')).not.toMatch(/"" |\(\)|Maksudnya \?/u);
    }
  });
});
