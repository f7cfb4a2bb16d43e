import { compileTemplate } from '../expression/compile.ts';
import { ANYTHING } from '../expression/kind.ts';
import { textsOf } from './check-unset.ts';
import type { Check } from './subject.ts';

/** Telegram's longest text (core.telegram.org/bots/api#sendmessage); WhatsApp takes as much. */
const LONGEST_TEXT = 4096;

/** Texts that no channel can send in one message. */
export const checkLengths: Check = ({ every, report }) => {
  for (const step of every) {
    for (const [place, text] of textsOf(step)) {
      const compiled = compileTemplate(text, () => ANYTHING);
      const length = compiled.ok ? compiled.value.fixedLength : text.length;
      if (length > LONGEST_TEXT)
        report('teks_terlalu_panjang', place, { panjang: length, paling_banyak: LONGEST_TEXT });
    }
  }
};
