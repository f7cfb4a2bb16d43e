import { undoubled, unreadable, wordsOf } from './normal.ts';
import { isCalled, isSoft } from './polite.ts';

/** `salam` is answered with Waalaikumsalam before anything else, `umum` with a greeting; `none` is no greeting. */
export type Greeting = 'salam' | 'umum' | 'none';

const SALAM =
  /^(?:wa ?|a)?(?:as+a*la+m|as+la+m|as+lm|asw\b|ask?um|as+kum|sa+m?le?kum|samle[ck]om|sam ?li?kum|salam ?alaik|salamualaikum|(?:mi|le|me)kum(?!\p{L})|kumsalam|assala|السلام|سلام)/u;
const ASS = /^as{1,2}(?:$| (?:wr|ww|wb|alaikum|alaykum|mualaikum|kak|pak|bu|min|mas|mbak|bang|bapak|ibu)(?:$| ))/u;
/** "aslkm", "slmkm", "assmlkm", "askm": what is left of assalamualaikum without some of its vowels. */
const SKELETON =
  /^(?:[aeiou]*s+[aeiou]*(?:l+[aeiou]*)?m+[aeiou]*(?:l+[aeiou]*)?|a[aeiou]*s+[aeiou]*(?:l+[aeiou]*)?)k+[aeiou]*m+[aeiou]*$/u;
/** What a word of a salam begins with, in Latin and in Arabic letters. */
const MAY_BE_SALAM = /^[aeiouklmswاس]/u;
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
const WAVE = /👋/u;

/**
 * Which greeting a message is. `salam` also when more follows it, for the answer begins with it then too; `umum` only
 * when the whole message is one ("pagi kak", "p", "tes"): "pagi saja jadwalnya" answers a question.
 */
export function readGreeting(text: string): Greeting {
  if (unreadable(text) !== null) return 'none';
  const words = wordsOf(text);
  if (words.length === 0) return WAVE.test(text) ? 'umum' : 'none';
  if (beginsWithSalam(words)) return 'salam';
  if (isKnockAtCounter(words)) return 'umum';
  if (text.includes('?') || words.includes('saja')) return 'none';
  return isOnlyHello(words) || ASKING_IN.test(`${words[0] ?? ''} ${words[1] ?? ''}`) ? 'umum' : 'none';
}

/** "haloo ada orang?": asks only whether anybody is there; without a hello it asks for an officer. */
function isKnockAtCounter(words: readonly string[]): boolean {
  const at = words.findIndex((word, place) => place > 0 && THERE_IS.has(word) && ANYBODY.has(words[place + 1] ?? ''));
  return (
    at > 0 &&
    isOnlyHello(words.slice(0, at)) &&
    words.slice(at + 2).every((word) => AT_COUNTER.has(word) || isCalled(word) || isSoft(word))
  );
}

const THERE_IS = new Set('ada aya ono wonten'.split(' '));
const ANYBODY = new Set('orang orangnya wong yang'.split(' '));
const AT_COUNTER = new Set('di sini sana dalam tidak jaga bisa bantu'.split(' '));

/** "halo pak, assalamualaikum": a salam stands among the first words, behind what people say before it. */
function beginsWithSalam(words: readonly string[]): boolean {
  for (let at = 0; at <= MOST_BEFORE && at < words.length; at += 1) {
    if (isSalamAt(words, at)) return true;
    if (!isBefore(words[at] ?? '')) return false;
  }
  return false;
}

const MOST_BEFORE = 4;
/** "wa sam likum": more words tell no more. */
const SALAM_WORDS = 3;

function isBefore(word: string): boolean {
  return isCalled(word) || isSoft(word) || isHello(word) || word === 'maaf' || word === 'bismillah';
}

function isSalamAt(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  if (!MAY_BE_SALAM.test(word)) return false;
  const said = words.slice(at, at + SALAM_WORDS).join(' ');
  return SALAM.test(said) || ASS.test(said) || APART.test(said) || SKELETON.test(word);
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
  return HELLO.has(word) || KNOCK.test(word) || HELLO.has(undoubled(word));
}
