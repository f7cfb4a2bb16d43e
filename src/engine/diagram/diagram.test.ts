import { expect, test } from 'vitest';

import { isRawMap } from '../loading/raw-data.ts';
import type { RawMap } from '../loading/raw-data.ts';
import { readFlowFile } from '../reading/read-flow-file.ts';
import { readDiagram } from './read-diagram.ts';
import { writeDot } from './write-dot.ts';
import { writeOutline } from './write-outline.ts';

function read(text: string): RawMap {
  const { data } = readFlowFile('contoh.yaml', text);
  return isRawMap(data) ? data : {};
}

const flow = read(`
alur: contoh
judul: Contoh "gambar" <b> \\
langkah:
  - tanya: ikut
    teks: Ikut {{ acara | sebutkan }}? <script>alert(1)</script>
    jenis: ya_tidak
    lalu:
      tidak:
        - kirim: Baik.
        - selesai
  - tanya: umur
    teks: Umur?
    hanya_jika: ikut
  - jika: umur < 18
    maka: { jalankan: wali }
  - lakukan: daftar
    hasil:
      penuh: { lanjut_ke: umur }
      diterima: lanjut
`);

test('every way on is drawn, the ways back dashed', () => {
  const { nodes, edges } = readDiagram(flow);
  const name = (id: string): string => {
    const node = nodes.find((one) => one.id === id);
    return [node?.word, node?.name].join(' ').trim();
  };
  expect(
    edges.map(({ from, to, label, aside }) => `${name(from)} ${aside ? '-->' : '->'} ${name(to)} ${label}`.trim()),
  ).toEqual([
    'mulai contoh -> tanya ikut',
    'tanya ikut -> kirim tidak',
    'tanya ikut -> tanya umur ya',
    'tanya umur -> jika umur < 18',
    'tanya ikut --> jika umur < 18 ya',
    'jika umur < 18 -> jalankan wali ya',
    'jalankan wali -> lakukan daftar',
    'jika umur < 18 -> lakukan daftar tidak',
    'lakukan daftar -> akhir selesai diterima',
    'kirim -> akhir selesai',
    'lakukan daftar --> tanya umur penuh',
  ]);
});

test('no text leaves its quotes', () => {
  const dot = writeDot(readDiagram(flow));
  expect(dot).toContain(String.raw`label="Contoh \"gambar\" <b> \\"`);
  expect(dot.split('\n').filter((line) => (line.replaceAll(/\\./gu, '').match(/"/gu) ?? []).length % 2 === 1)).toEqual(
    [],
  );
});

test('the outline fits a terminal', () => {
  const outline = writeOutline(flow);
  expect(outline).toContain('? tanya ikut: Ikut ‹acara›?');
  expect(outline).toContain('└ penuh → kembali ke umur');
  expect(outline.split('\n').every((line) => line.length <= 80)).toBe(true);
});
