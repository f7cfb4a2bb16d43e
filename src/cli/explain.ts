import { FlowTrouble } from '../app/opening/load-flows.ts';
import { SettingsTrouble } from '../config/read-settings.ts';
import { ChannelTrouble } from '../domain/channel-trouble.ts';
import { QueueTrouble } from '../domain/ports/queue-trouble.ts';
import { StoreTrouble } from '../domain/ports/store-trouble.ts';
import { writeIssue } from '../engine/check/write-issue.ts';
import type { Terminal } from './terminal.ts';

/** Codes of the system that have a sentence of their own, whatever call they come from. */
const bySystemCode: Readonly<Record<string, string>> = {
  EADDRINUSE: 'perintah.port_dipakai',
  EACCES: 'perintah.port_ditolak',
  EADDRNOTAVAIL: 'perintah.alamat_salah',
  ENOTFOUND: 'perintah.alamat_salah',
  ENOENT: 'perintah.tidak_ada',
  ERR_PARSE_ARGS_UNKNOWN_OPTION: 'perintah.pilihan_salah',
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: 'perintah.pilihan_salah',
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: 'perintah.pilihan_salah',
};

/** What to tell a person about an error: what is wrong and what to do, never what was in their data. */
export function explain(error: unknown, { say, sentences }: Pick<Terminal, 'say' | 'sentences'>): string {
  if (error instanceof StoreTrouble) return say(`penyimpanan.${error.code}`, error.params);
  if (error instanceof QueueTrouble) return say(`redis.${error.code}`, error.params);
  if (error instanceof ChannelTrouble) return say(`kanal.${error.code}`);
  if (error instanceof SettingsTrouble) {
    return error.faults
      .map(({ name, code, hint }) => say(`setelan.${code}`, { nama: name, petunjuk: hint }))
      .join('\n');
  }
  if (error instanceof FlowTrouble) return error.issues.map((issue) => writeIssue(issue, sentences)).join('\n');
  const { code, port, address, name, path } = toSystemError(error);
  const key = bySystemCode[code];
  if (key !== undefined) return say(key, { port, host: address, berkas: path });
  return say('perintah.galat', { kode: code === '' ? name : code });
}

interface SystemError {
  readonly code: string;
  readonly name: string;
  readonly port: number;
  readonly address: string;
  readonly path: string;
}

function toSystemError(error: unknown): SystemError {
  const found = typeof error === 'object' && error !== null ? error : {};
  const text = (key: string): string => {
    const value: unknown = key in found ? Reflect.get(found, key) : '';
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  return {
    code: text('code'),
    name: text('name'),
    port: Number(text('port')),
    // A name that was not found stands elsewhere.
    address: text('address') || text('hostname'),
    path: text('path'),
  };
}
