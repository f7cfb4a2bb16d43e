import type { Health } from '../app/watching/health.ts';
import type { Terminal } from './terminal.ts';
import { whyOf } from './why-of.ts';

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

/** Kinds of channels, and what they are called. */
const channels = { telegram: 'telegram', whatsapp: 'whatsapp', 'whatsapp-cloud': 'whatsapp_cloud' } as const;

/** How each channel is; what does not run has not tried its own. And what else waits for somebody though all moves. */
export function tellChannels(terminal: Terminal, { parts }: Health, runs: boolean): void {
  const { say } = terminal;
  const line = lineOn(terminal);
  for (const [kind, name] of Object.entries(channels)) {
    const part = parts[kind];
    if (part === undefined) line('✓', name, say(`perintah.dokter.${name}_mati`));
    else if (part.ok) line('✓', name, say(`perintah.dokter.${runs ? 'hidup' : 'diatur'}`));
    else line('!', name, whyOf(part.note ?? '', terminal));
  }
  const { tenant, aside, documents } = parts;
  if (tenant?.ok === false) line('!', 'daerah', say('perintah.dokter.daerah_baru'));
  if (aside?.ok === false) line('!', 'disisihkan', say('perintah.dokter.lihat_catatan', { jumlah: aside.note ?? '' }));
  if (documents?.ok === false)
    line('!', 'tidak_terbuka', say('perintah.dokter.cari_kunci', { jumlah: documents.note ?? '' }));
}
