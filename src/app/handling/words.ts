import type { Sentences } from '../../engine/flow.ts';
import type { Say } from '../../engine/say.ts';
import { HOME } from '../../engine/tongue/tongue.ts';
import { officeIn } from '../office.ts';
import type { Office } from '../office.ts';
import type { Handling, Words } from './handling.ts';

/** The service's own sentences, in each of its languages; `sentences`: the Indonesian ones, which know every key. */
export function createWords(office: Office, sentences: Sentences): Handling['words'] {
  const all = new Map([...office.voices.keys()].map((code) => [code, wordsOf(officeIn(office, code).say, sentences)]));
  const home = wordsOf(office.say, sentences);
  return (language = HOME) => all.get(language) ?? home;
}

function wordsOf(say: Say, sentences: Sentences): Words {
  return {
    apology: { text: say('layanan.maaf_gangguan') },
    delayed: { text: say('layanan.maaf_tertunda') },
    givenUp: { text: say('layanan.dihentikan') },
    unreadable: (kind) => {
      const key = `layanan.tak_terbaca.${kind}`;
      return { text: say(key in sentences ? key : 'layanan.tak_terbaca.lain') };
    },
    damage: (what) => ({ text: say(`layanan.tak_terbuka.${what}`) }),
  };
}
