import { hidesNik } from '../language/nik.ts';

/** What of a person must not stand in a message to many; the words for it stand under `layanan.temuan`. */
export type PersonalData = 'nik' | 'telepon' | 'email';

/** A mobile number as people write it: +62, 62 or 0, then 8 and eight to eleven digits more. */
const PHONE = /(?<!\d)(?:\+?62|0)[ .-]?8\d(?:[ .-]?\d){7,10}(?!\d)/u;
const EMAIL = /[\w.+-]+@[\w-]+\.[\w.-]+/u;

/** The first kind of personal data found in a text, or null. Office numbers (a landline, 112) are none. */
export function findPersonalData(text: string): PersonalData | null {
  if (hidesNik(text)) return 'nik';
  if (PHONE.test(text)) return 'telepon';
  return EMAIL.test(text) ? 'email' : null;
}
