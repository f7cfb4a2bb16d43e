/** Words that belong to the service when they are the whole message, whatever is open. */
export const WORDS = ['batal', 'kembali', 'ulang', 'bantuan', 'menu', 'petugas', 'lewati', 'stop', 'mulai'] as const;

export type ServiceWord = (typeof WORDS)[number];

/** True for a word that belongs to the service. */
export function isServiceWord(word: string): word is ServiceWord {
  return WORDS.some((one) => one === word);
}

/** The service's word that a normalized message exactly is. */
export function exactWord(typed: string): ServiceWord | null {
  return WORDS.find((word) => word === typed) ?? null;
}
