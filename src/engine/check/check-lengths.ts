import type { RawMap } from '../loading/raw-data.ts';
import { textAt } from './raw-step.ts';
import type { Check } from './subject.ts';

/** Telegram's longest text (core.telegram.org/bots/api#sendmessage); WhatsApp takes as much. */
export const LONGEST_TEXT = 4096;

/** Texts that no channel can send in one message, as they stand or with the longest answers in them. */
export const checkLengths: Check = (subject) => {
  const { texts, every, report } = subject;
  const told = new Set<unknown>();
  for (const { step, place, template } of texts) {
    if (template.source.trim() === '' && !carriesMore(step.block)) {
      report('isi_kosong', place, { kunci: String(place.at(-1) ?? '') });
    }
    const { fixedLength: panjang } = template;
    if (panjang <= LONGEST_TEXT) continue;
    told.add(step);
    report('teks_terlalu_panjang', place, { panjang, paling_banyak: LONGEST_TEXT });
  }
  for (const step of every) {
    if (told.has(step) || !SAYS.has(step.word ?? '')) continue;
    const panjang = subject.longest(step);
    const key = textAt(step.block, 'teks') === null ? (step.word ?? '') : 'teks';
    if (panjang > LONGEST_TEXT)
      report('teks_dapat_terlalu_panjang', [...step.place, key], { panjang, paling_banyak: LONGEST_TEXT });
  }
};

/** What a message may be without words. */
function carriesMore(block: RawMap): boolean {
  return ['gambar', 'dokumen', 'lokasi', 'daftar'].some((key) => block[key] !== undefined);
}

/** Steps that say one message. */
export const SAYS: ReadonlySet<string> = new Set(['kirim', 'tanya', 'pastikan']);
