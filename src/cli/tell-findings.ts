import type { Health } from '../app/health.ts';
import type { Terminal } from './terminal.ts';

/** Writes one line of what was found: well, well but worth knowing, not well. `about` is a key of `perintah.dokter`. */
export type Line = (sign: '✓' | '!' | '✗', about: string, note: string) => void;

export function lineOn({ print, say }: Terminal): Line {
  return (sign, about, note) =>
    print(say('perintah.dokter_baris', { tanda: sign, hal: say(`perintah.dokter.${about}`), keterangan: note }));
}

interface Database {
  readonly host: string;
  readonly version: string;
  readonly standalone: boolean;
  readonly isNew: boolean;
}

/** What the check did not throw about is well; one server alone is a choice that somebody should know of. */
export function tellDatabase(terminal: Terminal, { host, version, standalone, isNew }: Database): void {
  const { say } = terminal;
  const line = lineOn(terminal);
  line('✓', 'basis_data', say('perintah.dokter.basis_data_di', { versi: version, tempat: host }));
  if (standalone) line('!', 'susunan', say('perintah.dokter.satu_server'));
  else line('✓', 'susunan', say('perintah.dokter.replika'));
  line('✓', 'jaminan', say('perintah.dokter.mayoritas'));
  if (isNew) line('!', 'indeks', say('perintah.dokter.indeks_belum'));
  else line('✓', 'indeks', say('perintah.dokter.indeks_lengkap'));
}

/** Parts of health without which nothing moves, beside the store, and what they are called. */
const vital = { queue: 'antrean', lanes: 'jalur', sweep: 'sapuan', sending: 'kiriman' } as const;

/** That writing works, and each other part that does not move. */
export function tellHealth(terminal: Terminal, { parts }: Health): void {
  const line = lineOn(terminal);
  const store = parts['store'];
  if (store?.ok === true) line('✓', 'tulis', terminal.say('perintah.dokter.tersimpan'));
  else line('✗', 'tulis', store?.note ?? '');
  for (const [part, name] of Object.entries(vital)) {
    const { ok, note } = parts[part] ?? { ok: true };
    if (!ok) line('✗', name, note ?? '');
  }
}
