import type { Catalogue } from '../../src/engine/catalogue.ts';
import type { FlowFile } from '../../src/engine/loading/load-flows.ts';
import { exampleCatalogue } from './example-catalogue.ts';

/** A small service with everything that flows can do to one another, for the tests of laws and for the bench. */

const daftar = `
alur: daftar
judul: Pendaftaran contoh
dimulai_oleh: { kata_kunci: [daftar], tautan: daftar }
terima: { tema: tema boleh kosong }
batas: { umur_draf: 7 hari }
langkah:
  - bagian: memilih
    judul: Memilih
  - tanya: tema
    teks: Tema mana yang diminati?
    jenis: pilihan
    dari: tema_contoh
    label: "{{ nama }}"
    pilihan: { tidak_ada: Belum ada }
    lalu:
      tidak_ada:
        - kirim: Baik, kami kabari kalau ada tema lain.
        - selesai: tidak_ada
  - kirim: Tema {{ tema }} diadakan di balai desa.
  - prasyarat: izin
  - bagian: diri
    judul: Data diri
  - tanya: lahir
    teks: Tanggal lahir peserta?
    jenis: tanggal
    paling_akhir: hari_ini
  - atur: { umur: usia(lahir) }
  - jika: umur < 18
    maka:
      - jalankan: wali
        dengan: { tema: tema }
        sebagai: wali
        hasil:
          diizinkan: lanjut
          ditolak: selesai
  - tanya: nama
    teks: Nama lengkap peserta?
    jenis: nama
    isi_dari: kontak.nama
  - tanya: telepon
    teks: Nomor HP?
    jenis: telepon
    tawarkan: kontak.telepon
  - tanya: email
    teks: Alamat email?
    jenis: email
    wajib: tidak
  - tanya: pekerjaan
    teks: Pekerjaan sekarang?
    jenis: pilihan
    pilihan: { pelajar: Pelajar, asn: ASN, usaha: Wirausaha }
    boleh_tulis_sendiri: ya
    lalu:
      asn:
        - tanya: instansi
          teks: Instansi mana?
          panjang: 2-100
  - tanya: bersedia
    teks: Bersedia mengikuti {{ tema }} sampai selesai?
    jenis: ya_tidak
    lalu:
      tidak:
        - kirim: Terima kasih sudah terus terang.
        - lanjut_ke: tema
  - pastikan: [tema, lahir, nama, telepon, email, pekerjaan, instansi]
  - lakukan: daftarkan_contoh
    dengan: [nama, telepon, email]
    hasil:
      diterima:
        - kirim: Pendaftaran {{ nama }} diterima, nomor {{ nomor }}.
      penuh:
        - kirim: Kursinya sudah habis.
        - lanjut_ke: tema
  - tanya: kabar
    jenis: setuju
    keperluan: kabar
    versi: 1
    teks: Boleh kami kabari lagi?
  - kirim: Sampai jumpa.
`;

const wali = `
alur: wali
judul: Izin wali
dasar: kewajiban_hukum
terima: { tema: tema }
langkah:
  - tanya: nama_wali
    teks: Nama orang tua atau wali untuk {{ tema }}?
    jenis: nama
  - tanya: izin_wali
    teks: Apakah {{ nama_wali }} mengizinkan?
    jenis: ya_tidak
    lalu:
      tidak: { selesai: ditolak }
  - selesai: diizinkan
`;

const izin = `
alur: izin
judul: Persetujuan
terpenuhi_jika: kontak.persetujuan berisi pelatihan
langkah:
  - tanya: setuju
    jenis: setuju
    keperluan: pelatihan
    versi: 1
    teks: Data disimpan untuk pelatihan. Apakah Bapak/Ibu setuju?
`;

const sambutan = `
alur: sambutan
judul: Sambutan
menyela: langsung
langkah:
  - kirim: Selamat datang, Bapak/Ibu.
  - jalankan: menu
`;

const menu = `
alur: menu
judul: Menu
menyela: langsung
langkah:
  - tanya: pilih
    teks: Ada yang dapat kami bantu?
    jenis: pilihan
    pilihan: { daftar: Daftar pelatihan, status: Status saya }
    lalu:
      daftar: { jalankan: daftar, hasil: { tidak_ada: lanjut } }
      status: { jalankan: status }
`;

const status = `
alur: status
judul: Status saya
menyela: langsung
dimulai_oleh: { kata_kunci: [status] }
langkah:
  - kirim: "Pendaftaran:"
    daftar: { dari: pendaftaran_contoh, baris: "{{ judul }}", jika_kosong: Belum ada. }
`;

const lapor = `
alur: lapor
judul: Laporan
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [lapor] }
langkah:
  - tanya: cerita
    teks: Ceritakan kejadiannya.
    panjang: 5-200
    batas_waktu: 2 hari
    jika_lewat_waktu: selesai
  - tanya: foto
    teks: Ada foto?
    jenis: foto
    wajib: tidak
  - kirim: Terima kasih, laporannya sudah kami catat.
`;

const petugas = `
alur: rekap
judul: Rekap
untuk: petugas
hak: [melihat_rekap]
dimulai_oleh: { kata_kunci: [/rekap] }
langkah:
  - tanya: bulan
    teks: Bulan apa?
`;

export const sampleFiles: readonly FlowFile[] = Object.entries({
  daftar,
  wali,
  izin,
  sambutan,
  menu,
  status,
  lapor,
  rekap: petugas,
}).map(([name, text]) => ({ name, text }));

export const sampleCatalogue: Catalogue = {
  ...exampleCatalogue,
  records: { tema: { kode: 'teks', nama: 'teks' } },
  rights: ['melihat_rekap'],
};

/** More rows than one page shows. */
export const sampleThemes: readonly { readonly kode: string; readonly nama: string }[] = [
  'Konten kreator',
  'Pemasaran digital',
  'Desain grafis',
  'Koding',
  'Fotografi',
  'Keamanan digital',
  'Perdagangan daring',
  'Kecerdasan buatan',
  'Animasi',
  'Pengolahan kata',
  'Lembar kerja',
  'Robotika',
].map((nama) => ({ kode: nama.toLowerCase().replaceAll(' ', '_'), nama }));
