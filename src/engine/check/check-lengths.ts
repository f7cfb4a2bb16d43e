import type { Check } from './subject.ts';

/** Telegram's longest text (core.telegram.org/bots/api#sendmessage); WhatsApp takes as much. */
const LONGEST_TEXT = 4096;

/** Texts that no channel can send in one message. */
export const checkLengths: Check = ({ texts, report }) => {
  for (const { place, template } of texts) {
    const { fixedLength: panjang } = template;
    if (panjang > LONGEST_TEXT) report('teks_terlalu_panjang', place, { panjang, paling_banyak: LONGEST_TEXT });
  }
};
