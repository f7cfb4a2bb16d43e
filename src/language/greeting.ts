import { unreadable, wordsOf } from './normal.ts';
import { isCalled, isSoft } from './polite.ts';

/** `salam` is answered with Waalaikumsalam before anything else, `umum` with a greeting; `none` is no greeting. */
export type Greeting = 'salam' | 'umum' | 'none';

const SALAM =
  /^(?:wa ?|a)?(?:as+a*la+m|as+la+m|as+lm|asw\b|ask?um|as+kum|sa+m?le?kum|samle[ck]om|sam ?li?kum|salam ?alaik|salamualaikum|mikum|lekum|mekum|kumsalam|assala|السلام|سلام)/u;
const ASS = /^as{1,2}(?:$| (?:wr|ww|wb|alaikum|alaykum|mualaikum|kak|pak|bu|min|mas|mbak|bang|bapak|ibu)(?:$| ))/u;
/** "aslkm", "slmkm", "assmlkm", "askm": what is left of assalamualaikum without its vowels. */
const SKELETON = /^(?:a?sl?ml?km|asl?km)$/u;
/** "as salamu alaikum" */
const APART = /^as{1,2} sal/u;
const HELLO = new Set(
  `halo hallo helo hello hai hay hi hei hey hy pagi siang sore malam petang selamat met permisi punten misi p pp ping tes test cek
  salam sejahtera shalom syalom om swastiastu namo buddhaya kulonuwun kulo nuwun sugeng enjing siyang sonten dalu rahayu
  sampurasun horas tabea tabe admin spada semua semuanya oi woi hallow alo good morning afternoon evening day night slmt wilujeng rahajeng semeng sanja wengi injing esuk isuk nuwun sewu sampurasun swastyastu
  horas bah njuah mejuah juah yaahowu adil katalino bagi kita sejahtera nun tabik pun ampun testing tess hola greetings salamat enjang menjelang bidan lurah camat kades guru sir madam there kenal slamat salamaik apa kabar kabarnya excuse me sehat kebajikan untuk hormat budaya nyuwun lae ito kang woy hoi oy hoy syalom sob guys rekan bosku mengganggu ganggu coba wargi damai puang suastiastu maaf`.split(
    /\s+/u,
  ),
);
const NEEDS_MORE = new Set(
  'selamat met cek om kulo semua semuanya good namo admin day night bagi kita pun ampun bah adil sewu esuk isuk wengi injing sanja menjelang bidan lurah camat kades guru sir madam there kenal apa kabarnya me sehat kebajikan untuk hormat budaya nyuwun lae ito kang rekan bosku coba wargi damai puang maaf'.split(
    ' ',
  ),
);
/** "ppp" and "tes 123": knocking at the door. */
const KNOCK = /^p+$/u;
const COUNT = /^\d{1,3}$/u;
/** "Kulo nuwun" and "nuwun sewu", whose nuwun alone is thanks: how one asks to come in. */
const ASKING_IN = /^(?:kul[oa] makasih|makasih sewu|nyuwun sewu)\b/u;
const DOUBLED = /(\p{L})\1/gu;
const WAVE = /👋/u;

/**
 * Which greeting a message is. `salam` also when more follows it, for the answer begins with it then too; `umum` only
 * when the whole message is one ("pagi kak", "p", "tes"): "pagi saja jadwalnya" answers a question.
 */
export function readGreeting(text: string): Greeting {
  if (unreadable(text) !== null) return 'none';
  const words = wordsOf(text);
  if (words.length === 0) return WAVE.test(text) ? 'umum' : 'none';
  const said = words.join(' ');
  const start = helloEnd(words);
  if (isSalam(words.slice(start, start + SALAM_WORDS))) return 'salam';
  if (isKnockAtCounter(words)) return 'umum';
  if (text.includes('?') || words.includes('saja')) return 'none';
  if (ASKING_IN.test(said)) return 'umum';
  return isOnlyHello(words) ? 'umum' : 'none';
}

/** "haloo ada orang?": asks only whether anybody is there; without a hello it asks for an officer. */
function isKnockAtCounter(words: readonly string[]): boolean {
  const at = words.findIndex((word, place) => place > 0 && THERE.test(`${word} ${words[place + 1] ?? ''}`));
  const rest = words.slice(at + 2);
  return (
    at > 0 &&
    isOnlyHello(words.slice(0, at)) &&
    rest.every((word) => AT_COUNTER.has(word) || isCalled(word) || isSoft(word))
  );
}

const THERE = /^(?:ada|aya|ono|wonten) (?:orang|orangnya|wong|yang)$/u;
const AT_COUNTER = new Set('di sini sana dalam tidak jaga bisa bantu'.split(' '));

/** "halo pak, assalamualaikum": where what people say before it ends; a greeting stands among the first words. */
function helloEnd(words: readonly string[]): number {
  const first = words.slice(0, MOST_BEFORE + 1);
  const end = first.findIndex((word, at) => isSalam(words.slice(at, at + SALAM_WORDS)) || !isBefore(word));
  return Math.max(0, end);
}

const MOST_BEFORE = 4;
/** "as salamu alaikum wr wb" */
const SALAM_WORDS = 5;

function isBefore(word: string): boolean {
  return isCalled(word) || isSoft(word) || isHello(word) || word === 'maaf' || word === 'bismillah';
}

function isSalam(words: readonly string[]): boolean {
  const said = words.join(' ');
  const [first = ''] = words;
  const bones = `${first.startsWith('a') ? 'a' : ''}${first.replaceAll(/[aeiou]|(\p{L})(?=\1)/gu, '')}`;
  return SALAM.test(said) || ASS.test(said) || APART.test(said) || SKELETON.test(bones);
}

/** A word of address alone ("kak", "bu") knocks at the door, too. */
function isOnlyHello(words: readonly string[]): boolean {
  const hello = words.filter((word) => !isCalled(word) && !isSoft(word));
  const [first] = hello;
  if (first === undefined) return words.length === 1 && isCalled(words[0] ?? '');
  if (!isHello(first) || !hello.every((word) => isHello(word) || COUNT.test(word))) return false;
  return hello.length > 1 || !NEEDS_MORE.has(first);
}

function isHello(word: string): boolean {
  return HELLO.has(word) || KNOCK.test(word) || HELLO.has(word.replaceAll(DOUBLED, '$1'));
}
