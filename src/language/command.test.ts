import { describe, expect, it } from 'vitest';

import { eachText, valueOf } from '../../test/each-text.ts';
import { readCommand } from './command.ts';
import type { Command } from './command.ts';

const table = eachText<Command | null>([
  [
    'batal',
    'batal | Batal kak | BATAL | batalin aja | batalkan saja | mau batal | saya mau batal | cancel | cancel aja | ga jadi deh | gak jadi kak | tidak jadi | nggak jadi daftar | batal daftar | batalkan pendaftaran saya | tolong batalkan | keluar aja | batal ya pak, makasih 🙏 | udahan | mau keluar',
  ],
  [
    'kembali',
    'kembali | balik lagi | kembali ke pertanyaan sebelumnya | balik ke sebelumnya | back | mundur satu | kembali kak',
  ],
  ['ulang', 'ulang | ulangi | ulangi pertanyaan | ulangi pertanyaannya | tolong diulang'],
  [
    'bantuan',
    'bantuan | help | bantu | tolong bantu | tolong bantu saya | butuh bantuan | saya bingung | bingung kak | gimana caranya | cara pakainya gimana | tolong | minta bantuan | panduan | petunjuk',
  ],
  [
    'menu',
    'menu | MENU | ke menu | kembali ke menu | menu awal | lihat menu | menu utama kak | tampilkan menu | /menu',
  ],
  [
    'petugas',
    'petugas | mana petugasnya | petugasnya mana pak | cari petugas | hubungi petugas | bicara dengan petugas | mau bicara sama petugas | mau chat admin | admin dong | hubungi admin | sambungkan ke petugas | panggil petugas | operator | mau ngomong sama orang | bisa bicara dengan petugas | customer service',
  ],
  ['lewati', 'lewati | lewati aja | skip | skip aja | skip dulu | lewatkan | kosongkan | dilewati saja'],
  [
    'stop',
    'stop | STOP | stop dong | berhenti langganan | berhenti berlangganan | stop kirim pesan | jangan kirim pesan lagi | jangan wa saya lagi | jangan hubungi saya lagi | hentikan | unsubscribe | tidak mau menerima pesan lagi | stop notifikasi',
  ],
  ['mulai', 'mulai | /start | start | mulai lagi | mulai dari awal | ulang dari awal | ayo mulai | mulai aja'],
  [
    'status',
    'status | cek status | status pendaftaran | status pendaftaran saya | cek status laporan | laporan saya sampai mana | apakah saya lolos | saya diterima ga | pendaftaran saya gimana | lihat status',
  ],
  [
    'daftar',
    'daftar | mau daftar | saya mau daftar | daftar pelatihan | ikut pelatihan | mau ikut pelatihan | registrasi | cara daftar | daftar kak | mau ikut kelas | pendaftaran | halo mau daftar | gimana cara daftar | saya mau ikut pelatihan yg bikin konten bu | mau daftar pelatihan konten kreator | pengen ikut kelas video min | daftar kelas desain dong | mau ikut dong | info pelatihan | ada pelatihan apa saja | pelatihan apa aja yg ada? | gimana cara daftarnya',
  ],
  [
    'jadwal',
    'jadwal | jadwal saya | lihat jadwal | cek jadwal | jadwal kelas | kapan pelatihannya | jadwalnya kapan | info jadwal | minta jadwal',
  ],
  [
    'lapor',
    'lapor | mau lapor | saya mau lapor | mau ngadu | buat laporan | pengaduan | lapor min | saya ingin melapor | mau komplain | aduan',
  ],
  [
    'sertifikat',
    'sertifikat | sertifikat saya | minta sertifikat | mana sertifikat saya | download sertifikat | cek sertifikat | sertifikatnya mana kak | ambil sertifikat',
  ],
  [
    'hapus_data',
    'hapus data | hapus data saya | tolong hapus data saya | hapus semua data saya | tarik persetujuan | hapus akun | data saya tolong dihapus | cabut izin',
  ],
  ['lihat_data', 'data saya | lihat data | lihat data saya | cek data saya | tampilkan data saya | unduh data saya'],
  [
    'ubah_data',
    'ubah data | ubah data saya | ganti nama | edit nama | ganti alamat | perbaiki data saya | mau ganti nomor | ubah nomor hp | koreksi nama | update data',
  ],
  [
    null,
    'Budi Batal | batalyon 123 | kembalian saya kurang | Kembang Sari | bantuan sosial kapan cair | menuju lokasi | menunya apa saja | stopwatch | Statusnya menikah',
  ],
  [
    null,
    'mulai besok saya libur | saya lapor diri ke RT | jadwal saya padat | jadwal kerja saya padat | Jalan Mulai Jaya | sertifikat rumah | saya petugas kebersihan | petugas desa | admin toko online | operator sekolah | saya operator | skip level | tidak ada menu | jangan batalkan | jangan dibatalkan | tidak mau berhenti | bukan lapor | makasih bantuannya | terima kasih petugas | daftar isi | data diri | ya | tidak | halo | 1 | Siti | Mulyadi | Starla | Helpi | ulang tahun | ulangan sekolah | keluarga | keluar kota | Keluarga Budi | hapus | data | ubah | lihat | mau | saya | tolong kirim lokasi | saya sudah ikut pelatihan kemarin | tidak mau ikut pelatihan itu | mau ikut pelatihan tapi jauh | ikut suami ke kelas | apa kabar | petugas mana yang datang',
  ],
]);

describe('commands', () => {
  it.each(table)('"%s" is %s', (text, want) => {
    expect(valueOf(readCommand(text))).toBe(want);
  });

  it.each(['bantuam', 'jadwall saya', 'sertipikat', 'kembaki'])('"%s" has a slip, and is repeated', (text) => {
    expect(readCommand(text)).toMatchObject({ type: 'value' });
  });

  it.each(['batalkah acaranya', 'apa bisa dibatalkan', 'Bataline', 'Daftari', 'jangan stop', 'saya lapor ke RT'])(
    '"%s" is none',
    (text) => {
      expect(readCommand(text).type).toBe('none');
    },
  );

  it.each([
    ['saya tidak jadi ikut batalkan saja', 'batal'],
    ['saya sakit mohon dibatalkan', 'batal'],
    ['tidak jadi batal', null],
    ['jangan batalkan saja', null],
    ['hapus saya dari daftar kirim', 'stop'],
    ['hapus saya dari daftar peserta', null],
    ['stop jangan kirim pesan lagi', 'stop'],
    ['jangan berhenti kirim info', null],
  ])('"%s" is %s: a reason before it, a denial against it', (text, want) => {
    expect(valueOfCommand(text)).toBe(want);
  });

  it.each(['batal', 'cek status', 'hapus data saya', 'hubungi petugas', 'mau daftar', 'jadwal pelatihan'])(
    '"%s" stays what it is in capitals, with doubled spaces and politely',
    (text) => {
      const plain = readCommand(text);
      const noisy = [text.toUpperCase(), text.replaceAll(' ', '   '), `maaf pak,${text} ya,makasih 🙏`, `${text}!!`];
      expect(noisy.map(valueOfCommand)).toEqual(noisy.map(() => valueOf(plain)));
    },
  );
});

function valueOfCommand(text: string): Command | null {
  return valueOf(readCommand(text));
}
