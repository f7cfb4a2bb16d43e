const SCHOOL = String.raw`(?:sd|smp|sma|smk|mts|ma|mi|stm|slta|sltp|smu|aliyah|tsanawiyah)n?`;
const COLLEGE = String.raw`(?:d[1-4]|s[1-3]|diploma|sarjana|magister)`;
const GOES_ON = String.raw`(?:masih|msh|sedang|sdg|lagi|lg|lagek|isih)(?:\s(?:di|ambil|kuliah))?`;
const NOT_YET = String.raw`(?:belum|blm|blom) (?:lulus|tamat)`;
const CLASS = String.raw`(?:kelas|kls) (?:\d{1,2}|satu|dua|tiga|empat|lima|enam|x{1,2}|x?i{1,2})`;
const NOT_WORD = String.raw`(?!\p{L})`;
const START = String.raw`(?<!\p{L})`;
const PUPIL = new RegExp(
  `${START}(?:(?:${GOES_ON}|${NOT_YET}) ${SCHOOL}|${CLASS} ${SCHOOL}|${SCHOOL} ${CLASS})${NOT_WORD}`,
  'giu',
);
const STUDENT = new RegExp(
  String.raw`${START}(?:(?:${GOES_ON}|${NOT_YET}) ${COLLEGE}|(?:${COLLEGE} )?semester \d{1,2})${NOT_WORD}`,
  'giu',
);

/** "masih SMA", "kelas 3 smk", "s1 semester 7": who has not left a school has not its schooling, but is a pupil or a student. */
export function asPupil(text: string): string {
  return text.replaceAll(PUPIL, 'pelajar').replaceAll(STUDENT, 'mahasiswa');
}
