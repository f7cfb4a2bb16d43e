import type { Clock } from '../../domain/ports/clock.ts';

/** A file on one of the simulated phones. */
interface PhoneFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** What the phones hold in their own memory: pictures that people take, and those that the service sent them. */
export interface PhoneFiles {
  /** Its key, by which acts and pages name it; null: it is larger than any platform takes. */
  put(name: string, content: Uint8Array): string | null;
  /** null: never there, or forgotten for newer ones. */
  get(key: string): PhoneFile | null;
}

/** More than any question asks for, so that "too large" can be tried. */
const largestFile = 20 * 1024 * 1024;

/** The oldest give way: a try-out never fills the memory. */
const mostFiles = 30;
const mostBytes = 100 * 1024 * 1024;

/** Opens an empty memory; the clock makes keys that no earlier process gave out. */
export function createPhoneFiles(clock: Pick<Clock, 'now'>): PhoneFiles {
  const files = new Map<string, PhoneFile>();
  let last = clock.now();
  const isFull = (): boolean => {
    const bytes = [...files.values()].reduce((sum, { content }) => sum + content.byteLength, 0);
    return files.size > mostFiles || bytes > mostBytes;
  };
  return {
    put: (name, content) => {
      if (content.byteLength > largestFile) return null;
      last += 1;
      const plain = name.replaceAll(/[^\w.-]/gu, '_').slice(-60);
      const key = `${last}-${plain}`;
      files.set(key, { name: plain, content });
      for (const [oldest] of files) {
        if (!isFull()) break;
        files.delete(oldest);
      }
      return key;
    },
    get: (key) => files.get(key) ?? null,
  };
}
