import { slipsBetween } from '../../language/near.ts';

/** As many slips of the finger as still point to one word: one in three letters, three at most. */
const MOST_SLIPS = 3;
const LETTERS_A_SLIP = 3;
/** More words than this are no help. */
const MOST_SHOWN = 16;

/**
 * The known word that was most likely meant: written alike (`percobaan` and `kesempatan` are not, so words that mean
 * the same stand in `SYNONYMS`); null when nothing is near.
 */
export function didYouMean(word: string, known: Iterable<string>): string | null {
  const asked = toPlain(word);
  const words = [...known];
  const synonym = Object.hasOwn(SYNONYMS, asked) ? SYNONYMS[asked] : undefined;
  if (synonym !== undefined && words.includes(synonym)) return synonym;
  const most = Math.min(MOST_SLIPS, Math.floor(asked.length / LETTERS_A_SLIP));
  let best: string | null = null;
  let slips = most + 1;
  for (const one of words) {
    const away = toPlain(one) === asked ? 0 : slipsBetween(asked, toPlain(one), most);
    if (away < slips) [best, slips] = [one, away];
  }
  return best;
}

/** What to ask an author about a word that is unknown: the word probably meant, or else all that are known. */
export function nearest(word: string, known: Iterable<string>): string {
  const words = [...known];
  const more = words.length > MOST_SHOWN ? ', ...' : '';
  return didYouMean(word, words) ?? words.slice(0, MOST_SHOWN).join(', ') + more;
}

function toPlain(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/gu, '_');
}

/** Words that people use for a key of the grammar, because other forms and other programs call it so. */
const SYNONYMS: Readonly<Record<string, string>> = {
  percobaan: 'kesempatan',
  coba: 'kesempatan',
  jika_gagal: 'jika_habis',
  gagal: 'jika_salah',
  pesan: 'kirim',
  kirim_pesan: 'kirim',
  pertanyaan: 'teks',
  isi: 'teks',
  kalimat: 'teks',
  tipe: 'jenis',
  type: 'jenis',
  opsi: 'pilihan',
  jawaban: 'pilihan',
  syarat: 'hanya_jika',
  bila: 'jika',
  kalau: 'jika',
  apabila: 'jika',
  lain: 'jika_tidak',
  selain_itu: 'jika_tidak',
  kalau_tidak: 'jika_tidak',
  jika_benar: 'maka',
  jika_ya: 'maka',
  wajib_diisi: 'wajib',
  panggil: 'jalankan',
  alihkan: 'serahkan',
  simpan: 'lakukan',
  set: 'atur',
  ulangi: 'tanya_lagi',
  loncat: 'lanjut_ke',
  lompat: 'lanjut_ke',
  ke: 'lanjut_ke',
  akhiri: 'selesai',
  konfirmasi: 'pastikan',
  ringkasan: 'pastikan',
  nama_alur: 'alur',
  keterangan: 'bantuan',
  petunjuk: 'bantuan',
  contoh: 'bantuan',
  kata_pembuka: 'kata_kunci',
  pemicu: 'dimulai_oleh',
};
