import type { Sentences } from '../../src/engine/flow.ts';
import { keyOf } from '../../src/engine/tongue/tongue.ts';
import type { Tongue } from '../../src/engine/tongue/tongue.ts';
import type { FlowTexts } from '../../src/engine/tongue/write-section.ts';
import type { WritingTable } from '../../src/engine/tongue/writing-table.ts';

/** How the mirror writes: nothing of it is Indonesian. */
export const table: WritingTable = {
  hari: ['d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6'],
  bulan: ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm11', 'm12'],
  tanggal: '{{ bulan }}/{{ tanggal }}/{{ tahun }}',
  tanggal_jam: '{{ hari }} {{ tanggal }} {{ pukul }}',
  pukul: '{{ jam }}h',
  pukul_zona: '{{ jam }}h {{ zona }}',
  pemisah_jam: ':',
  ribuan: ' ',
  pecahan: '.',
  dan: '&',
  ya: 'Y',
  tidak: 'N',
  salam: { pagi: 'g1', siang: 'g2', sore: 'g3', malam: 'g4' },
  satuan: { menit: ['min'], jam: ['h'], hari: ['day', 'days'] },
};

function wrap(text: string): string {
  return `[${text}]`;
}

/** A language that says everything between brackets: what it forgets to say is seen at once. */
export function mirrorOf(flows: readonly FlowTexts[], sentences: Sentences): Tongue {
  const translated = flows.map(({ flow, texts }) => {
    const entries = texts.map((text, at) => [keyOf(text), { text: wrap(text), line: at + 1 }] as const);
    return [flow, new Map(entries)] as const;
  });
  return {
    code: 'qq',
    name: 'Mirror',
    file: 'locales/qq.yaml',
    forOfficers: true,
    sentences: Object.fromEntries(Object.entries(sentences).map(([key, text]) => [key, wrap(text.trimEnd())])),
    table,
    words: new Map([['nruter', 'kembali']]),
    keywords: new Map(),
    flows: new Map(translated),
    lineOf: () => 1,
  };
}
