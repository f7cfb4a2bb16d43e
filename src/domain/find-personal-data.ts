/** What of a person must not stand in a message to many; the words for it stand under `layanan.temuan`. */
export type PersonalData = 'nik' | 'telepon' | 'email';

const patterns: readonly (readonly [PersonalData, RegExp])[] = [
  /** Sixteen digits, also in groups: a NIK or a family card number. */
  ['nik', /(?<!\d)\d(?:[ .-]?\d){15}(?!\d)/u],
  /** A mobile number as people write it: +62, 62 or 0, then 8 and eight to eleven digits more. */
  ['telepon', /(?<!\d)(?:\+?62|0)[ .-]?8\d(?:[ .-]?\d){7,10}(?!\d)/u],
  ['email', /[\w.+-]+@[\w-]+\.[\w.-]+/u],
];

/** The first kind of personal data found in a text, or null. Office numbers (a landline, 112) are none. */
export function findPersonalData(text: string): PersonalData | null {
  return patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
