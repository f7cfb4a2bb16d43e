/** The words of each number; each word once, with those of the regional languages, English and the market that mean nothing else. */
type Words = Readonly<Record<string, string>>;

/** The numbers before which no other stands in one group: "dua" in "dua ratus". */
export const ONES = valuesOf({
  0: 'nol zero',
  1: 'satu siji setunggal hiji ciek besik seorang sada seddi settong one',
  2: 'dua loro sua kalih duo rong two',
  3: 'tiga telu talu tilu tigo tolu tellu tello telung tigang three',
  4: 'empat papat ampat opat ampek sekawan patang eppa empa skawan four',
  5: 'lima limo gangsal limang five',
  6: 'enam enem anam genep nem onom enneng ennem nenem six',
  7: 'tujuh pitu tujuah pitung petto seven',
  8: 'delapan wolu walu lapan dalapan wolung kutus aruwa ualu eight',
  9: 'sembilan songo sanga ciok salapan sambilan sangang asera nine',
});

/** Tens and more in one word. */
export const WHOLE = valuesOf({
  10: 'sepuluh sedasa dasa seppulo sapolo ten',
  11: 'sebelas solas sewelas eleven',
  2: 'sepasang',
  12: 'selusin rolas twelve',
  13: 'telulas',
  14: 'patbelas',
  15: 'limolas',
  16: 'nembelas',
  17: 'pitulas',
  18: 'wolulas',
  19: 'sangalas',
  20: 'sekodi twenty',
  21: 'selikur',
  22: 'rolikur',
  25: 'selawe salawe',
  30: 'thirty',
  50: 'seket fifty gocap',
  60: 'sewidak suwidak',
  100: 'seratus satus sehatus cepek',
  200: 'rongatus nopek',
  500: 'gopek',
  1_000: 'seceng',
  2_000: 'noceng',
  5_000: 'goceng',
  10_000: 'ceban',
  50_000: 'goban',
});

/** What multiplies all that was said before it. */
export const LARGE = valuesOf({
  2: 'pasang',
  12: 'lusin',
  20: 'kodi',
  144: 'gros',
  1_000: 'ribu rb k rebu ribuan ewu thousand',
  1_000_000: 'juta jt jutaan jeti million',
  1_000_000_000: 'miliar milyar miliyar milyard',
  1_000_000_000_000: 'triliun trilyun triliyun',
});

/** One of them, in one word. */
export const LARGE_ONE = valuesOf({
  1_000: 'seribu serebu sewu seribuan',
  2_000: 'rongewu',
  1_000_000: 'sejuta sejutaan',
  1_000_000_000: 'semiliar semilyar',
  1_000_000_000_000: 'setriliun',
});

/** Other words for ten, hundred, thousand and million. */
export const SCALES: ReadonlyMap<string, string> = new Map(
  pairsOf({
    ratus: 'atus ratuih hundred ratusan rts rtus',
    puluh: 'puluhan plh pluh pulu puluah',
    belas: 'baleh balas blas bls welas',
    ribu: 'rbu',
    juta: 'jta',
  }),
);

function valuesOf(words: Words): ReadonlyMap<string, number> {
  return new Map(pairsOf(words).map(([word, value]) => [word, Number(value)]));
}

function pairsOf(words: Words): (readonly [string, string])[] {
  return Object.entries(words).flatMap(([meant, said]) => said.split(' ').map((word) => [word, meant] as const));
}

/** "tjuh", "dlapan", "smbln": the numbers of every day without some of their inner vowels, by how they are written. */
export const SQUEEZED: ReadonlyMap<string, string> = new Map(
  'satu tiga empat lima enam tujuh delapan sembilan sepuluh sebelas seratus seribu'
    .split(' ')
    .flatMap((word) => squeezed(word).map((typed) => [typed, word])),
);

/** All ways to leave out inner vowels that keep three letters; the first and the last letter stay. */
function squeezed(word: string): readonly string[] {
  let starts = [word.charAt(0)];
  for (const letter of word.slice(1, -1)) {
    const kept = starts.map((start) => start + letter);
    starts = 'aeiou'.includes(letter) ? [...starts, ...kept] : kept;
  }
  return starts.map((start) => start + word.slice(-1)).filter((typed) => typed.length > 2 && typed !== word);
}
