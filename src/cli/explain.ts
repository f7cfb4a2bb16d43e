import { SettingsTrouble } from '../config/read-settings.ts';
import { StoreTrouble } from '../domain/ports/store-trouble.ts';
import type { Say } from '../engine/say.ts';

/** Codes of the system that have a sentence of their own, whatever call they come from. */
const bySystemCode: Readonly<Record<string, string>> = {
  EADDRINUSE: 'perintah.port_dipakai',
  EACCES: 'perintah.port_ditolak',
  EADDRNOTAVAIL: 'perintah.alamat_salah',
  ENOTFOUND: 'perintah.alamat_salah',
};

/** What to tell a person about an error: what is wrong and what to do, never what was in their data. */
export function explain(error: unknown, say: Say): string {
  if (error instanceof StoreTrouble) return say(`penyimpanan.${error.code}`, error.params);
  if (error instanceof SettingsTrouble) {
    return error.faults
      .map(({ name, code, hint }) => say(`setelan.${code}`, { nama: name, petunjuk: hint }))
      .join('\n');
  }
  const { code, port, address, name } = toSystemError(error);
  const key = bySystemCode[code];
  if (key !== undefined) return say(key, { port, host: address });
  return say('perintah.galat', { kode: code === '' ? name : code });
}

interface SystemError {
  readonly code: string;
  readonly name: string;
  readonly port: number;
  readonly address: string;
}

function toSystemError(error: unknown): SystemError {
  const found = typeof error === 'object' && error !== null ? error : {};
  const text = (key: string): string => {
    const value: unknown = key in found ? Reflect.get(found, key) : '';
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  return { code: text('code'), name: text('name'), port: Number(text('port')), address: text('address') };
}
