import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A resident's flow that wants up to two pictures, and one that wants a document. */
const lamp = `
alur: lampu
judul: Lampu jalan
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [lampu] }
langkah:
  - tanya: foto
    teks: Mohon fotonya.
    jenis: foto
    paling_banyak: 2
    ukuran: 20 kB
  - tanya: letak
    teks: Di jalan apa?
    jenis: teks
  - kirim: "Terima kasih, {{ letak }}. Ini fotonya:"
    gambar: foto
    terpisah: ya
  - kirim: Petanya di sini.
    lokasi: '"-2.74,106.44"'
    kontak: { nama: '"Kantor"', telepon: '"0718 4123456"' }
    terpisah: ya
`;

const letter = `
alur: surat
judul: Surat tugas
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [surat] }
langkah:
  - tanya: surat
    teks: Mohon suratnya.
    jenis: berkas
    tipe: pdf
  - kirim: Suratnya kami terima.
`;

/** An officer's flow whose deed is given a picture, and which shows it. */
const poster = `
alur: poster
judul: Poster
untuk: petugas
hak: [membuat_pengumuman]
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [/poster] }
langkah:
  - tanya: foto
    teks: Mohon posternya.
    jenis: foto
  - lakukan: ajukan_pengumuman
    dengan: { sasaran: '"semua"', isi: '"Kelas dibuka"', gambar: foto, kapan: '"segera"' }
    hasil:
      menunggu_persetujuan: [kirim: Diajukan.]
      tidak_ada_penyetuju: [kirim: Disimpan.]
      sudah_diajukan: lanjut
  - kirim: Ini posternya.
    gambar: foto
    terpisah: ya
`;

/** The flows that ship with three more that ask for files; the setting that names them. */
export function mediaFlows(folder: string): { readonly FLOWS_DIR: string } {
  const to = join(folder, 'alur');
  mkdirSync(to, { recursive: true });
  cpSync(new URL('../../flows', import.meta.url), to, { recursive: true });
  for (const [name, text] of Object.entries({ lampu: lamp, surat: letter, poster })) {
    writeFileSync(join(to, `${name}.yaml`), text);
  }
  return { FLOWS_DIR: to };
}
