import type { Place } from '../loading/build.ts';
import { isRawMap } from '../loading/raw-data.ts';
import type { RawStep } from './raw-step.ts';

const TEXT_KEYS = ['kirim', 'teks', 'bantuan', 'jika_salah', 'tambahan', 'serahkan'];

/** The texts of a step that are said with the names of the flow; a row's own texts (`label`, `baris`) have its fields. */
export function textsOf({ block, place }: RawStep): readonly (readonly [Place, string])[] {
  const texts: [Place, string][] = [];
  const add = (value: unknown, ...at: Place): void => {
    if (typeof value === 'string') texts.push([[...place, ...at], value]);
  };
  for (const key of TEXT_KEYS) add(block[key], key);
  const { tolak, pilihan } = block;
  for (const [at, rule] of Array.isArray(tolak) ? tolak.entries() : []) {
    if (isRawMap(rule)) add(rule['teks'], 'tolak', at, 'teks');
  }
  for (const [code, label] of isRawMap(pilihan) ? Object.entries(pilihan) : []) {
    add(isRawMap(label) ? label['label'] : label, 'pilihan', code);
  }
  return texts;
}
