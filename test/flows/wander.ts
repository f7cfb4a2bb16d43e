import type { Session } from '../../src/engine/session.ts';
import type { Input } from '../../src/engine/turn.ts';
import { choicesIn, questionOf } from './scene.ts';
import type { Scene } from './scene.ts';

/** What may be answered to a question of each kind. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  teks: ['lampunya mati sudah dua minggu', 'Dinas Pertanian', 'ok'],
  nama: ['Siti Aminah', 'Budi'],
  telepon: ['0813 5555 0000', 'ya'],
  email: ['siti@contoh.id', 'lewati'],
  tanggal: ['17 agustus 1995', '12-12-2026', '17-08-2010'],
  waktu: ['09.00', 'jam dua siang'],
  angka: ['3', 'dua puluh'],
  wilayah: ['toboali', 'gadung'],
  lokasi: ['Jl. Merdeka dekat pasar'],
  ya_tidak: ['ya', 'tidak', 'HAPUS'],
  setuju: ['setuju', 'tidak setuju'],
  jenis_kelamin: ['perempuan', 'l'],
  kode: ['7k2p', '111111'],
  nilai: ['5', '1'],
  '': ['kirim', '1', '2', 'ubah nama'],
};
const ANYTHING = ['1', '2', 'lewati', 'kembali', 'hmm', '???', 'batal', 'daftar', 'lapor', 'minat', 'lanjut', 'menu'];

/** One of the inputs that the open question may get, right or wrong. */
export function choose(scene: Scene, which: number): Input {
  const { stage } = scene;
  const session: Session | null = stage.talk.session();
  const [version = '', at = ''] = questionOf(session).split('/');
  const type = stage.flows.versions.get(version)?.byKey.get(at)?.does.question?.type ?? '';
  const choices = choicesIn(scene);
  const inputs: readonly Input[] = [
    ...choices.map(({ label }): Input => ({ type: 'text', text: label })),
    ...choices.map(({ id }): Input => ({ type: 'tap', choice: id })),
    ...(ANSWERS[type] ?? []).flatMap((text): readonly Input[] => [
      { type: 'text', text },
      { type: 'text', text },
    ]),
    ...ANYTHING.map((text): Input => ({ type: 'text', text })),
    { type: 'photo', ref: 'lampu.jpg' },
  ];
  return inputs[which % inputs.length] ?? { type: 'clock' };
}
