import type { Sentences } from '../../engine/flow.ts';
import type { Say } from '../../engine/say.ts';
import type { Words } from './handling.ts';

/** The service's own sentences of a locale. */
export function createWords(say: Say, sentences: Sentences): Words {
  return {
    apology: { text: say('layanan.maaf_gangguan') },
    delayed: { text: say('layanan.maaf_tertunda') },
    givenUp: { text: say('layanan.dihentikan') },
    unreadable: (kind) => {
      const key = `layanan.tak_terbaca.${kind}`;
      return { text: say(key in sentences ? key : 'layanan.tak_terbaca.lain') };
    },
  };
}
