import { parseArgs } from 'node:util';

import type { OfficeAnswer, OfficeOrder } from '../app/manage-officers.ts';
import type { Config } from '../config/config.ts';
import { readSettings } from '../config/read-settings.ts';
import { allRights } from '../domain/officer.ts';
import type { Right } from '../domain/officer.ts';
import { withLink } from './ask-link.ts';
import { askOffice } from './ask-office.ts';
import { readOfficerAddress } from './read-officer-address.ts';
import type { Command, Terminal } from './terminal.ts';

/** `gelombang user list|add|remove`: who may announce and approve by chat. Also while the service runs. */
export const user: Command = async (args, terminal) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { address: { type: 'string' }, right: { type: 'string', multiple: true, default: [] } },
    allowPositionals: true,
  });
  const [name, subject] = positionals;
  const order = toOrder(name, subject, values.address, values.right, terminal);
  if (order === null) return 2;
  const config = readSettings(process.env);
  const known = await toKnown(config, order, terminal);
  return known === null ? 1 : report(await askOffice(config, terminal.sentences, known), terminal);
};

/**
 * On a linked device people are known by an address that nobody knows by heart: WhatsApp is asked whose number it is. null
 * after a sentence: it is nobody's, or nothing is connected.
 */
async function toKnown(
  config: Config,
  order: OfficeOrder,
  { sentences, complain, say }: Terminal,
): Promise<OfficeOrder | null> {
  if (order.type !== 'add' || order.channel !== 'whatsapp' || order.user.includes('@')) return order;
  const link = await withLink(config, sentences, (ask) => ask({ type: 'link-find', number: order.user }));
  const found = link?.found ?? null;
  if (found !== null) return { ...order, user: found };
  complain(say('perintah.petugas_tidak_ditemukan'));
  return null;
}

/** The order of the words given; null after a sentence that says what is missing. */
function toOrder(
  name: string | undefined,
  subject: string | undefined,
  address: string | undefined,
  rights: readonly string[],
  { complain, say }: Terminal,
): OfficeOrder | null {
  if (name === 'list') return { type: 'list' };
  if (name === 'remove' && subject !== undefined) return { type: 'remove', id: subject };
  if (name !== 'add' || subject === undefined) {
    complain(say('perintah.kurang_isian', { isian: 'list | add <nama> --address <saluran:id> | remove <kode>' }));
    return null;
  }
  const from = readOfficerAddress(address ?? '');
  if (from === null) {
    complain(say('perintah.alamat_petugas_salah'));
    return null;
  }
  const unknown = rights.find((right) => !isRight(right));
  if (unknown !== undefined) {
    complain(say('perintah.hak_salah', { hak: unknown, daftar: allRights.join(', ') }));
    return null;
  }
  const given = rights.filter(isRight);
  return { type: 'add', name: subject, ...from, rights: given.length === 0 ? [...allRights] : given };
}

function isRight(text: string): text is Right {
  return allRights.some((right) => right === text);
}

function report(answer: OfficeAnswer, { print, complain, say }: Terminal): number {
  if (answer.type === 'unknown') {
    const key = answer.what === 'officer' ? 'petugas_tidak_ada' : 'saluran_tidak_ada';
    complain(say(`perintah.${key}`, { kode: answer.id }));
    return 1;
  }
  if (answer.type === 'added') print(say('perintah.petugas_ditambah', { nama: answer.name, kode: answer.id }));
  if (answer.type === 'removed') print(say('perintah.petugas_dihapus', { kode: answer.id }));
  if (answer.type === 'officers') list(answer.officers, { print, say });
  return 0;
}

type Listed = Extract<OfficeAnswer, { type: 'officers' }>['officers'];

function list(officers: Listed, { print, say }: Pick<Terminal, 'print' | 'say'>): void {
  if (officers.length === 0) print(say('perintah.petugas_kosong'));
  for (const { id, name, rights } of officers) {
    print(say('perintah.petugas_baris', { kode: id, nama: name, hak: rights.join(', ') }));
  }
}
