import { unreadable, wordsOf } from './normal.ts';

export function isEmergency(text: string): boolean {
  if (unreadable(text) !== null) return false;
  return wordsOf(text).some((word) => ['kebakaran', 'tolong', 'ambulans'].includes(word));
}
