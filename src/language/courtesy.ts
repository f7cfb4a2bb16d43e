import { unreadable, wordsOf } from './normal.ts';
import { isCalled, isSoft, isThanks } from './polite.ts';

/**
 * `thanks` is answered with "sama-sama", `nod` ("oke siap", "iya bu", a thumb) needs no more than "baik", and `later`
 * ("besok saja", "nanti dulu ya bu", "sy pikir2 dulu") that nothing is lost meanwhile; `none` is none of them.
 */
export type Courtesy = 'thanks' | 'nod' | 'later' | 'none';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

const THANKING = set('makasih kasih matur');
const NODDING = set(
  `ya iya iyo inggih njih nggih enggih ok oke okey okeh siap baik baiklah sip mantap bagus jos alhamdulillah amin aamiin
  wasalamualaikum wassalamualaikum wasalam wassalam mengerti paham dimengerti noted sami sama 86`,
);
/** What people thank for, and what stands around it. */
const AROUND = set(
  `atas untuk info infonya informasi informasinya bantuan bantuannya penjelasan penjelasannya kabar kabarnya jawaban jawabannya
  pelayanan pelayanannya sudah dibantu membantu diingatkan mengingatkan sangat sekali saya kami semoga sehat selalu sukses
  lancar berkah halo selamat pagi siang sore malam wr wb kembali`,
);
/** What puts off: at least one of LATER, and nothing but what stands around it. */
const LATER = set('nanti ntar tar mengko besok lusa sebentar bentar tunggu pikir mikir sibuk repot');
const AROUND_LATER = set('dulu lagi wae masih mau lanjut lanjutkan teruskan dilanjut jawab');
const GESTURE = /[👍👌🙏😊]/u;

/** Whether the whole message is nothing but thanks, a nod or words that put off; with one more word, or a question mark, it is `none`. */
export function readCourtesy(text: string): Courtesy {
  if (unreadable(text) !== null || text.includes('?')) return 'none';
  const words = wordsOf(text);
  if (words.length === 0) return GESTURE.test(text) ? 'nod' : 'none';
  if (putsOff(words)) return 'later';
  if (!words.every(isPolite)) return 'none';
  if (words.some((word) => THANKING.has(word))) return 'thanks';
  return words.some((word) => NODDING.has(word)) ? 'nod' : 'none';
}

function putsOff(words: readonly string[]): boolean {
  return (
    words.some((word) => LATER.has(word)) &&
    words.every((word) => LATER.has(word) || AROUND_LATER.has(word) || isPolite(word))
  );
}

function isPolite(word: string): boolean {
  return NODDING.has(word) || AROUND.has(word) || isThanks(word) || isCalled(word) || isSoft(word);
}
