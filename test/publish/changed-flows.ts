import type { FlowFile } from '../../src/engine/loading/load-flows.ts';

/** The files of a flow folder with other texts for some of them; all transcripts left out, which are about the texts of before. */
export function changeFlows(
  files: readonly FlowFile[],
  changes: Readonly<Record<string, (text: string) => string>>,
): readonly FlowFile[] {
  return files
    .filter(({ name }) => !name.endsWith('.uji.yaml'))
    .map(({ name, text }) => {
      const change = changes[name.replace(/\.yaml$/u, '')] ?? ((same: string) => same);
      return { name, text: change(withoutTranscripts(text)) };
    });
}

function withoutTranscripts(text: string): string {
  return text.replace(/^uji:\n(?: .*\n|\n|#.*\n)*/mu, '');
}

/** Every kind of change that an office makes, at once, in the registration and in two flows that it runs. */
export const changes: Readonly<Record<string, (text: string) => string>> = {
  pendaftaran: (text) =>
    [
      (flow: string) => flow.replace(/^judul: /mu, 'pindah: { bersedia: sanggup }\njudul: '),
      // A question with another name and other words.
      (flow: string) => replaceAll(flow, /\bbersedia\b/gu, 'sanggup', 'pindah: { sanggup: sanggup }'),
      (flow: string) => replaceAll(flow, /Bersedia mengikuti sampai selesai\?/gu, 'Sanggup datang sampai selesai?'),
      // One that is gone, with all that named it.
      (flow: string) => cut(flow, 'tanya: email').replace(', email,', ',').replace('      - email\n', ''),
      // One that is new, before one that is personal.
      (flow: string) =>
        before(flow, 'tanya: nama', '  - tanya: sumber\n    teks: Tahu pelatihan ini dari siapa?\n    panjang: 2-60\n'),
      // A choice that is gone.
      (flow: string) =>
        edit(flow, 'tanya: pekerjaan', (block) =>
          block.replace('karyawan: Karyawan', 'swasta: Pegawai swasta').replace(/^ +boleh_tulis_sendiri: ya\n/mu, ''),
        ),
      // Two in another order, and the section before them gone.
      (flow: string) =>
        before(cut(flow, 'tanya: bantuan_khusus'), 'tanya: tujuan', blockOf(flow, 'tanya: bantuan_khusus')),
      (flow: string) => cut(flow, 'bagian: tambahan'),
      // One of another kind.
      (flow: string) => edit(flow, 'tanya: tujuan', () => TUJUAN),
    ].reduce((flow, change) => change(flow), text),
  persetujuan: (text) => replaceAll(text, /Apakah Bapak\/Ibu setuju\?/gu, 'Jadi, apakah Bapak/Ibu setuju?'),
  izin_kabar: (text) => replaceAll(text, /Baik, sudah kami catat\./gu, 'Terima kasih, sudah kami catat.'),
};

const TUJUAN = `  - tanya: tujuan
    hanya_jika: pelatihan.isian berisi tujuan
    sebutan: Tujuan
    teks: Ceritakan dengan kata sendiri, apa tujuan Bapak/Ibu ikut?
    panjang: 3-200
`;

/** A block at the top of the steps, from its first line to the next block. */
function blockOf(text: string, first: string): string {
  const blocks = text.split(/^(?= {2}- )/mu);
  const found = blocks.find((block) => block.startsWith(`  - ${first}`));
  if (found === undefined) throw new Error(`the flow has no block ${first}`);
  return found;
}

const cut = (text: string, first: string): string => text.replace(blockOf(text, first), '');
const edit = (text: string, first: string, change: (block: string) => string): string =>
  text.replace(blockOf(text, first), change);
const before = (text: string, first: string, other: string): string => {
  const block = blockOf(text, first);
  return text.replace(block, () => `${other}${block}`);
};

function replaceAll(text: string, what: RegExp, by: string, but = ''): string {
  if (!what.test(text)) throw new Error(`the flow has no ${what.source}`);
  what.lastIndex = 0;
  const changed = text.replaceAll(what, by);
  return but === '' ? changed : changed.replace(but, 'pindah: { bersedia: sanggup }');
}
