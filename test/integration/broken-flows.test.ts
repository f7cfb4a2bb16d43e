import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Catalogue } from '../../src/engine/catalogue.ts';
import { tellIssue } from '../../src/engine/check/write-issue.ts';
import type { Issue } from '../../src/engine/issue.ts';
import { loadFlows } from '../../src/engine/loading/load-flows.ts';
import type { FlowFile } from '../../src/engine/loading/load-flows.ts';
import { readSentences } from '../../src/engine/say.ts';

const folder = fileURLToPath(new URL('../broken-flows/', import.meta.url));
const shipped = fileURLToPath(new URL('../../flows/', import.meta.url));
const locales = fileURLToPath(new URL('../../locales/', import.meta.url));

const catalogue: Catalogue = {
  deeds: { catat: { args: { umur: 'wajib' }, results: { tercatat: { nomor: 'teks' }, penuh: {} } } },
  looks: {},
  sources: { kelas_dibuka: { fields: { nama: 'teks' } } },
  events: { kelas_selesai: {} },
  scopes: { kontak: {}, daerah: { nama: 'teks' }, petugas: {}, saluran: {} },
  records: {},
  rights: ['membuat_pengumuman'],
  calendars: { 'pertemuan.mulai': { groups: ['peserta'] } },
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

/** `# label_mirip 10`: the fault, and the line in which it is told. */
function expectedOf(text: string): { readonly code: string; readonly line: number } {
  const [, code = '', line = ''] = /^# (\w+) (\d+)/u.exec(text) ?? [];
  return { code, line: Number(line) };
}

/** More than a reason and a cure is not read. */
const MOST_SENTENCES = 3;

/** Sentences that are no fault of one flow: pieces of others, a file too large to be one, and what is told of other files. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'tulis',
  'tanpa_penjelasan',
  'berkas_terlalu_besar',
  'masih_ada_kesalahan',
  'alur_harus_ada',
  'percakapan_gagal',
  'templat_bentuk',
  'templat_tanpa_kalimat',
  'templat_beda',
  'bahasa_tidak_lengkap',
]);

const nothing: Issue = { code: '', severity: 'fault', file: '', line: 0, params: {} };

/** One slip of an author's hand: a line lost, doubled, moved in or out, cut, or with a sign in it that means something. */
const slip = fc.tuple(
  fc.nat(),
  fc.constantFrom('lose', 'double', 'in', 'out', 'cut', 'sign'),
  fc.constantFrom(...Array.from(':#-{}[]|"&*\t')),
);

function spoil(text: string, slips: readonly (readonly [number, string, string])[]): string {
  const lines = text.split('\n');
  for (const [at, what, sign] of slips) {
    const index = at % lines.length;
    const line = lines[index] ?? '';
    const half = Math.floor(line.length / 2);
    if (what === 'lose') lines.splice(index, 1);
    else if (what === 'double') lines.splice(index, 0, line);
    else if (what === 'in') lines[index] = `  ${line}`;
    else if (what === 'out') lines[index] = line.replace(/^ {2}/u, '');
    else lines[index] = line.slice(0, half) + (what === 'cut' ? '' : sign + line.slice(half));
  }
  return lines.join('\n');
}

describe('a flow with any faults', () => {
  it('is read to its end without throwing, and every fault names a line', () => {
    const flows = filesOf(shipped).filter(({ name }) => !name.endsWith('.uji.yaml'));
    const spoiled = fc.property(
      fc.constantFrom(...flows),
      fc.array(slip, { minLength: 1, maxLength: 3 }),
      (file, slips) => {
        const text = spoil(file.text, slips);
        const { issues } = loadFlows([{ name: file.name, text }], catalogue, {});
        return issues.every(({ line }) => line >= 0 && line <= text.split('\n').length + 1);
      },
    );
    expect(() => fc.assert(spoiled, { numRuns: 300 })).not.toThrow();
  });
});

describe('a flow with one fault', () => {
  it('nothing is told of flows without one', () => {
    expect(loadFlows(sound, catalogue, {}).issues).toEqual([]);
  });

  it.each(broken.map(({ name, text }) => ({ name, text, ...expectedOf(text) })))(
    '$name: $code in line $line, and nothing else',
    ({ name, text, code, line }) => {
      const { issues } = loadFlows([...sound, { name, text }], catalogue, {});
      expect(issues.map((issue) => [issue.file, issue.code, issue.line])).toEqual([[name, code, line]]);
    },
  );

  it.each(['id', 'en'] as const)('every fault is told in few sentences (%s), with everything filled in', (locale) => {
    const sentences = sentencesOf(locale);
    for (const file of broken) {
      const [issue] = loadFlows([...sound, file], catalogue, {}).issues;
      const { place, message, cure } = tellIssue(issue ?? nothing, sentences);
      expect(place).toBe(`${file.name}:${String(issue?.line)}`);
      const sentence = sentences[`periksa.${String(issue?.code)}`] ?? '{{ missing }}';
      const holes = [...sentence.matchAll(/\{\{ (\w+)\b(?! \| jika_kosong)/gu)].map(([, hole = '']) => hole);
      expect(holes.filter((hole) => !Object.hasOwn(issue?.params ?? {}, hole))).toEqual([]);
      expect(message).not.toMatch(/"" |\(\)|undefined|Maksudnya \?|mean \?/u);
      expect(message.split(/(?<=[.?!]) (?=[A-Z])/u).length).toBeLessThanOrEqual(MOST_SENTENCES);
      expect(cure === null || cure.length > 0).toBe(true);
    }
  });

  it('stands in this folder for every sentence that the checker has for flows', () => {
    const told = new Set(broken.map(({ text }) => expectedOf(text).code));
    const codes = Object.keys(sentencesOf('id')).flatMap((key) => (key.startsWith('periksa.') ? [key.slice(8)] : []));
    expect(codes.filter((code) => !told.has(code) && !ELSEWHERE.has(code) && !code.startsWith('terjemahan_'))).toEqual(
      [],
    );
  });
});
