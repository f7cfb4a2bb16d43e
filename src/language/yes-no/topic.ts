import { rootsOf } from '../affix.ts';
import { wordsOf } from '../normal.ts';
import { inIndonesian } from '../regional-words.ts';
import { NO, OPEN, YES } from './kind.ts';
import { KINDS } from './kinds.ts';

/** What a question is about: the words that answer it besides yes and no, and the words that it uses itself. */
export interface Topic {
  readonly groups: readonly (readonly [RegExp, string])[];
  readonly words: ReadonlySet<string>;
  /** Yes to this question when a message begins with them, whatever follows: "ada, asus lama". */
  readonly heads: ReadonlySet<string>;
  /** Roots of the deed that is asked for: "kirimkan" says yes to "Kirim laporan ini?". */
  readonly echoes: ReadonlySet<string>;
  /** A consent or a deletion: a yes with anything else beside it is none. */
  readonly isGrave: boolean;
}

/** Of a question without words of its own. */
export const NO_TOPIC: Topic = { groups: [], words: new Set(), heads: new Set(), echoes: new Set(), isGrave: false };

/** What a yes-no question is about, from its words. */
export function topicOf(question: string): Topic {
  const words = inIndonesian(wordsOf(question));
  const asked = words.join(' ');
  const kinds = KINDS.filter((kind) => kind.asked.test(asked));
  return {
    groups: [...otherWaves(asked), ...kinds.flatMap(({ groups }) => groups)],
    words: new Set(words),
    heads: new Set(kinds.flatMap(({ heads }) => heads.split(' '))),
    echoes: deedAsked(words),
    isGrave: GRAVE.test(asked),
  };
}

const GRAVE = /\b(?:setuju|menyetujui|persetujuan|izinkan|mengizinkan|hapus|menghapus|dihapus)\b/u;

/** Asked to move to one wave, an earlier one is a refusal and a later one another wish: "gelombang 3 saja boleh". */
function otherWaves(asked: string): Topic['groups'] {
  const wave = Number(/\bgelombang (\d{1,2})\b/u.exec(asked)?.[1]);
  if (!(wave > 0)) return [];
  const same: readonly [RegExp, string] = [
    new RegExp(`\\blebih (?:baik|suka|senang|enak) (?:di |ke )?gelombang ${wave}\\b`, 'gu'),
    YES,
  ];
  const asFor: readonly [RegExp, string] = [
    new RegExp(
      `\\b(?:kalau|untuk|buat) (?:di |ke |yang )?gelombang ${wave} (?:saya |kami )*(?=tidak (?:bisa|mau|sanggup|sempat|bersedia|ikut)(?: saya| kami| pak| bu| kak)*$)`,
      'gu',
    ),
    '',
  ];
  const earlier = Array.from({ length: wave - 1 }, (_, before) => before + 1).join('|');
  const later: readonly [RegExp, string] = [new RegExp(`\\bgelombang (?!${wave}\\b)\\d{1,2}\\b`, 'gu'), OPEN];
  return earlier === ''
    ? [asFor, same, later]
    : [asFor, same, [new RegExp(`\\bgelombang (?:${earlier})\\b`, 'gu'), NO], later];
}

/** Words of a question to the person that stand before what it asks. */
const BEFORE_DEED = new Set(
  'apakah bolehkah bisakah maukah bersediakah bapak ibu anda saudara kakak kami saya sudah akan ingin mau bersedia dapat bisa boleh masih tetap pernah telah'.split(
    ' ',
  ),
);
/** Whom a question is put to; "apakah data ini benar" asks about something else. */
const ASKED_OF = new Set('bapak ibu anda saudara kakak kami saya'.split(' '));
/** Deeds that the service offers to do at once: "Kirim laporan ini?". */
const OFFERED = new Set(
  'kirim kirimkan simpan lanjutkan ubah ganti ulangi gunakan pakai daftarkan ambil tampilkan'.split(' '),
);
/** Answered by lists of their own, or repeated before they count. */
const WITH_A_KIND = new Set(
  'ada memiliki mempunyai menyetujui menghapus hapus yakin membatalkan mundur mengundurkan'.split(' '),
);

function deedAsked(words: readonly string[]): ReadonlySet<string> {
  const first = words[0] ?? '';
  const at = words.findIndex((word) => !BEFORE_DEED.has(word));
  const deed = words[at] ?? '';
  const isAsked = at === 0 ? OFFERED.has(first) : words.slice(0, at).some((word) => ASKED_OF.has(word));
  if (!isAsked || WITH_A_KIND.has(deed)) return NO_TOPIC.echoes;
  return new Set(rootsOf(deed).map(({ root }) => root));
}
