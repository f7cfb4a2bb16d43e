import { set } from './words.ts';

/** The words that belong to the service, and the flows that every installation has. */
export type Command =
  | 'batal'
  | 'kembali'
  | 'ulang'
  | 'bantuan'
  | 'menu'
  | 'petugas'
  | 'lewati'
  | 'stop'
  | 'mulai'
  | 'status'
  | 'daftar'
  | 'jadwal'
  | 'lapor'
  | 'sertifikat'
  | 'hapus_data'
  | 'lihat_data'
  | 'ubah_data';

/** A message is the command when it has a word of each group, and no word outside the groups, `also` and MORE_WORDS. */
export interface CommandRule {
  readonly command: Command;
  readonly all: readonly ReadonlySet<string>[];
  readonly also: ReadonlySet<string>;
  /** MORE_WORDS are not allowed: "saya operator" tells one's work. */
  readonly isExact: boolean;
}

/** A rule from lists of words: one list a group, then the words that may stand beside them. */
export function rule(
  command: Command,
  groups: readonly string[],
  also = '',
  how: 'loose' | 'exact' = 'loose',
): CommandRule {
  return { command, all: groups.map(set), also: set(also), isExact: how === 'exact' };
}
