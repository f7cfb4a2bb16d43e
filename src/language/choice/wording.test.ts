import { describe, expect, it } from 'vitest';

import { eachText, valueOf } from '../../../test/each-text.ts';
import { createChoiceList, readChoice } from '../choice.ts';

/** The row as people count it, "3". */
function rowOf(text: string, labels: readonly string[]): string | null {
  const rows = valueOf(readChoice(text, createChoiceList(labels.map((label) => ({ label })))));
  return rows === null ? null : rows.map((row) => row + 1).join(',');
}

describe('the times of day', () => {
  const labels = ['Pagi', 'Siang', 'Sore', 'Malam', 'Akhir pekan'];

  it.each(
    eachText<string | null>([
      ['1', 'pagi | pagi kak | pagi aja | pagi hari'],
      ['4', 'malam | malam aja deh'],
      ['5', 'weekend | akhir pekan | sabtu minggu'],
    ]),
  )('"%s" is %s', (text, want) => {
    expect(rowOf(text, labels)).toBe(want);
  });
});

describe('no, in the languages around', () => {
  const labels = ['Tidak perlu', 'Jalan untuk kursi roda', 'Juru bahasa isyarat'];

  it.each('tidak | ora | mboten | dak perlu | kada | ora usah | ga usah kak | tidak butuh'.split(' | '))(
    '"%s" needs nothing',
    (text) => {
      expect(rowOf(text, labels)).toBe('1');
    },
  );
});

describe('the answers to a seat', () => {
  const labels = ['Ya, bisa hadir', 'Pindah gelombang', 'Mundur'];

  it.each(
    eachText<string | null>([
      ['1', 'ya | bisa hadir | hadir | bisa | ya bisa | iya hadir | insyaallah hadir'],
      ['2', 'pindah | pindah gelombang | mau pindah | ganti gelombang | pindah aja'],
      ['3', 'mundur | saya mundur | batal | undur diri'],
      [null, 'tidak bisa hadir | tidak'],
    ]),
  )('"%s" is %s', (text, want) => {
    expect(rowOf(text, labels)).toBe(want);
  });
});

describe('the two words of consent', () => {
  const labels = ['Setuju', 'Tidak setuju'];

  it.each(
    eachText<string | null>([
      ['1', 'setuju | saya setuju'],
      ['2', 'tidak setuju | gak setuju | tidak'],
    ]),
  )('"%s" is %s', (text, want) => {
    expect(rowOf(text, labels)).toBe(want);
  });
});

describe('the reasons', () => {
  const labels = ['Waktu', 'Jarak', 'Izin kerja', 'Kesehatan', 'Sudah tidak minat', 'Lainnya'];

  it.each(
    eachText<string | null>([
      ['1', 'waktu | tidak ada waktu | waktunya'],
      ['2', 'jarak | jauh | kejauhan | terlalu jauh'],
      ['3', 'izin kerja | izin'],
      ['4', 'sakit | kesehatan'],
      ['5', 'tidak minat | sudah tidak minat | ga minat'],
      ['6', 'lainnya | lain | lain-lain | yang lain'],
    ]),
  )('"%s" is %s', (text, want) => {
    expect(rowOf(text, labels)).toBe(want);
  });
});

describe('the kinds of reports', () => {
  const labels = [
    'Jalan rusak',
    'Lampu jalan padam',
    'Sampah',
    'Banjir/genangan',
    'Sinyal/blank spot',
    'Perjudian',
    'Pelayanan',
    'Lainnya',
  ];

  it.each(
    eachText<string | null>([
      ['1', 'jalan rusak | jalan berlubang | jalan bolong | jalannya rusak | aspal rusak'],
      ['2', 'lampu jalan | lampu padam | lampu mati | lampu jalan mati | lampu'],
      ['3', 'sampah | sampah numpuk'],
      ['4', 'banjir | tergenang'],
      ['5', 'sinyal | susah sinyal | blank spot | sinyal jelek'],
      ['6', 'judi | perjudian | judi online'],
      ['7', 'pelayanan | layanan'],
      ['8', 'lainnya | dll'],
      [null, 'jalan | rusak | darurat'],
    ]),
  )('"%s" is %s', (text, want) => {
    expect(rowOf(text, labels)).toBe(want);
  });
});

describe('the schools', () => {
  const labels = ['SD/sederajat', 'SMP/sederajat', 'SMA/SMK/sederajat', 'D1-D3', 'D4/S1', 'S2/S3'];

  it.each(
    eachText<string | null>([
      ['1', 'tamat sd | SD sederajat | lulus sd | sekolah dasar | paket a | sd aja | madrasah ibtidaiyah | mi'],
      ['2', 'smp sederajat | mts | sltp | lulusan smp | tsanawiyah | lulus smp kak | kejar paket b'],
      [
        '3',
        'sma sederajat | smk | stm | lulus sma | smea | kejar paket c | SMK jurusan mesin | tamat slta | sma/smk | sekolah menengah atas | lulusan smk',
      ],
      ['4', 'd3 | D2 | diploma | diploma tiga | diploma satu | ahli madya | d3 kebidanan | lulusan d3'],
      ['5', 's1 | sarjana | strata satu | d4 | S1 teknik | strata 1 | sarjana s1'],
      ['6', 's2 | s3 | magister | doktor | master | s2 hukum'],
      [
        null,
        'sederajat | sekolah | kelas 2 smp | semester 3 | tidak tamat sd | putus sekolah | mau lulus sma tahun ini | kuliah | 1 sma',
      ],
    ]),
  )('"%s" is %s', (text, want) => {
    expect(rowOf(text, labels)).toBe(want);
  });
});

describe('the kinds of work', () => {
  const labels = ['Pelajar/Mahasiswa', 'Bekerja', 'Wirausaha/UMKM', 'ASN', 'Tidak bekerja'];

  it.each(
    eachText<string | null>([
      ['1', 'mahasiswa | pelajar | siswa smk | masih sekolah | kuliah | mahasiswi | anak kuliahan | sekolah'],
      [
        '2',
        'karyawan | karyawan swasta | bekerja | kerja swasta | pekerja pabrik | buruh | pegawai swasta | kerja kantoran',
      ],
      [
        '3',
        'wirausaha | usaha | punya usaha kecil | dagang | jualan | jualan kue | umkm | pengusaha | buka warung | wiraswasta | bisnis online | punya toko',
      ],
      ['4', 'asn | pns | pegawai negeri | p3k | guru pns'],
      [
        '5',
        'nganggur | tidak bekerja | belum kerja | belum bekerja | ga kerja | lagi nganggur | pengangguran | cari kerja | tidak kerja | belum dapat kerja',
      ],
      [null, 'honorer | kuliah sambil kerja | pensiunan | ibu rumah tangga | petani | tni | freelance'],
    ]),
  )('"%s" is %s', (text, want) => {
    expect(rowOf(text, labels)).toBe(want);
  });
});

describe('the batches', () => {
  const labels = ['Gelombang 1: 3-5 Desember 2026', 'Gelombang 2: 10-12 Desember 2026', 'Tidak bisa keduanya'];

  it.each(
    eachText<string | null>([
      [
        '1',
        'gelombang 1 | gel 1 | gelombang pertama | gelombang satu | tanggal 3 | tgl 5 | 3-5 desember | tanggal 3 desember | 4 desember bisa | yang tanggal 3',
      ],
      ['2', 'gelombang 2 | gel dua | gelombang kedua | tgl 11 | tanggal 10 | 10-12 desember | gelombang dua saja'],
      ['3', 'tidak bisa keduanya | tidak bisa dua duanya | ga bisa keduanya | 3'],
      [null, 'desember | gelombang 3 | tanggal 20 | keduanya | bisa dua-duanya | 2026 | gelombang'],
    ]),
  )('"%s" is %s', (text, want) => {
    expect(rowOf(text, labels)).toBe(want);
  });
});

describe('the six kinds of reports', () => {
  const labels = ['Jalan rusak', 'Lampu jalan padam', 'Sampah', 'Banjir/genangan', 'Perjudian', 'Lainnya'];

  it.each(
    eachText<string | null>([
      [
        '1',
        'jalan berlubang | jln rusak | aspal rusak | jalan bolong-bolong | jalan rusak parah | lubang di jalan | jalan hancur',
      ],
      ['2', 'lampu jalan | lampu jalan mati | pju padam | lampu padam | penerangan jalan mati | lampu mati semua'],
      ['3', 'sampah | sampah menumpuk | sampah numpuk | tumpukan sampah | bau sampah'],
      ['4', 'banjir | genangan air | air menggenang | kebanjiran | banjir di jalan | air masuk rumah'],
      ['5', 'judi | judi online | judi slot | togel | main judi | tempat judi'],
      ['6', 'lainnya | lain | yang lain'],
      [null, 'rusak | jalan | mati | air | pohon tumbang | bukan itu'],
    ]),
  )('"%s" is %s', (text, want) => {
    expect(rowOf(text, labels)).toBe(want);
  });
});

describe('the rows of the menu', () => {
  const labels = [
    'Daftar pelatihan',
    'Jadwal saya',
    'Minat pelatihan',
    'Lapor/aspirasi',
    'Acara & komunitas',
    'Sertifikat',
    'Data saya',
    'Petugas',
  ];

  it.each(
    eachText<string | null>([
      ['1', 'daftar pelatihan | daftar'],
      ['2', 'jadwal saya | jadwal'],
      ['3', 'minat pelatihan | minat'],
      ['4', 'lapor | aspirasi'],
      ['5', 'acara | komunitas | acara dan komunitas'],
      ['6', 'sertifikat'],
      ['7', 'data saya | data'],
      ['8', 'petugas'],
      [null, 'pelatihan | saya'],
    ]),
  )('"%s" is %s', (text, want) => {
    expect(rowOf(text, labels)).toBe(want);
  });
});
