import { normalize } from './normal.ts';

/**
 * Everyday words of the languages that residents mix into Indonesian, by the Indonesian word they stand for: Javanese,
 * Sundanese, Balinese, Minang, Banjar, Batak, Bugis, the Malay of Palembang, Manado, Kupang and Papua, and English.
 * Only words that mean nothing else in an answer. Understood, never written.
 */
const REGIONAL: Readonly<Record<string, string>> = {
  tidak:
    'ora daong moal ra mboten boten teu henteu heunteu tusing nenten kada kadada dak indak inda idak sonde tra tara trada nyanda ndang dang ndeq toe tida nehi not dont cannot ngk gx kgk ogak tarada',
  belum: 'durung dereng tacan encan alun balun balum konden lom belon bolum',
  jangan: 'ojo ulah',
  bukan: 'dudu sanes',
  sudah: 'tos sampun mpun wis wes uwis uwes atos parantos enggeus geus suba nunga',
  pernah: 'nate parnah suah kantos',
  ada: 'onten enten aya wonten wenten ado ono adong',
  punya: 'gaduh gadah gadhah duwe nduwe ngelah maduwe boga baisi punyo gableg kagungan',
  bisa: 'biso iso saged saget tiasa kawa sabi bisae can nyidang nyidayang',
  boleh: 'bole buleh kenging dados',
  mau: 'arep ajeng badhe bade handak hakun amuah namuah nyak purun gelem hoyong daek kersa mo',
  ikut: 'melu milu umpat nderek ndherek ngikut ngilu',
  datang: 'sumping dongkap teko rawuh rauh dugi',
  akan: 'jagi lakar',
  setuju: 'cumpu satuju setuja agree agreed sarujuk sepakaik',
  benar: 'leureus leres bana bujur bener correct valid right bner betol botul',
  salah: 'wrong lepat incorrect',
  iya: 'io inggeh nggeh enggeh enggih sumuhun muhun enya heueuh olo aok iyeh enggi iy yya iyaps yoha yess yees yea yeah yas enjih injih',
  silakan: 'sumonggo mangga monggo manggo sumangga',
  perlu: 'kedah peryogi perelu butuh',
  semua: 'sadaya sadayana kabeh sadonyo samian sedaya all',
  saya: 'isun abdi kulo kula tiang titiang ulun unda ambo awak beta sa',
  jadi: 'sido sida dadi janten',
  masalah: 'sawios',
  cuma: 'mung ukur',
  yang: 'ingkang',
  entah: 'mbuh embuh duka',
  'tidak apa apa': 'rapopo raopo gapopo gakpopo',
  itu: 'tu kuwi punika puniki niku',
  ini: 'iki niki ieu',
  apa: 'opo naon nopo',
  kapan: 'iraha',
  lagi: 'meneh deui',
  'apa apa': 'popo nanaon pp',
  hari: 'dina dinten',
  mengerti: 'ngartos ngarti',
  saja: 'mawon kemawon bae wae',
  'tidak ada': 'dakde dakado dakada kadede',
};

const INDONESIAN: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(REGIONAL).flatMap(([word, said]) => said.split(' ').map((each) => [normalize(each), word.split(' ')])),
);

/** The words with those of regional languages in Indonesian ("teu tiasa" as "tidak bisa"); all others as they are. */
export function inIndonesian(words: readonly string[]): readonly string[] {
  for (const word of words) {
    if (INDONESIAN.has(word)) return words.flatMap((each) => INDONESIAN.get(each) ?? each);
  }
  return words;
}
