import { unreadable, wordsOf } from './normal.ts';
import { isCalled, isSoft } from './polite.ts';

/** `salam` is answered with Waalaikumsalam before anything else, `umum` with a greeting; `none` is no greeting. */
export type Greeting = 'salam' | 'umum' | 'none';

const SALAM = /^(?:as+alam|as+lam|ass?lm|ask?um|as+kum|samlekum|samlikum|salam alaikum|salamualaikum)/u;
const ASS = /^ass?(?:$| (?:wr|ww|wb|alaikum|alaykum|mualaikum))/u;
const HELLO = new Set(
  `halo hallo helo hello hai hay hi hei hey hy pagi siang sore malam petang selamat met permisi punten misi p pp ping tes test cek
  salam sejahtera shalom syalom om swastiastu namo buddhaya kulonuwun kulo nuwun sugeng enjing siyang sonten dalu rahayu
  sampurasun horas tabea tabe admin spada semua semuanya oi woi hallow alo good morning`.split(/\s+/u),
);
const NEEDS_MORE = new Set('selamat met cek om kulo semua semuanya good namo admin'.split(' '));

/**
 * Which greeting a message is. `salam` also when more follows it, for the answer begins with it then too; `umum` only
 * when the whole message is one ("pagi kak", "p", "tes"): "pagi saja jadwalnya" answers a question.
 */
export function readGreeting(text: string): Greeting {
  if (unreadable(text) !== null) return 'none';
  const words = wordsOf(text);
  const said = words.join(' ');
  if (SALAM.test(said) || ASS.test(said)) return 'salam';
  if (text.includes('?')) return 'none';
  const hello = words.filter((word) => !isCalled(word) && !isSoft(word));
  if (hello.length === 0 || !hello.every((word) => HELLO.has(word))) return 'none';
  return hello.length === 1 && NEEDS_MORE.has(hello[0] ?? '') ? 'none' : 'umum';
}
