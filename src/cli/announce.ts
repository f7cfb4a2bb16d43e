import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { parseArgs } from 'node:util';

import { largestAttachment, refuseLarge } from '../app/announcing/attach-file.ts';
import type { AnnounceAnswer, AnnounceOrder, WriteOrder } from '../app/announcing/manage-announcements.ts';
import { readSettings } from '../config/read-settings.ts';
import { messengers } from '../domain/announcement-text.ts';
import type { Messenger, OwnTexts } from '../domain/announcement-text.ts';
import { withAnnouncements } from './ask-announcements.ts';
import type { AskAnnouncements } from './ask-announcements.ts';
import { confirm } from './confirm.ts';
import { followAnnouncement } from './follow-announcement.ts';
import type { Command, Terminal } from './terminal.ts';

const options = {
  audience: { type: 'string' },
  file: { type: 'string' },
  'text-telegram': { type: 'string' },
  'text-whatsapp': { type: 'string' },
  attach: { type: 'string' },
  at: { type: 'string' },
  as: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  again: { type: 'boolean', default: false },
  'count-taps': { type: 'boolean', default: false },
  follow: { type: 'boolean', default: false },
} as const;

/**
 * `gelombang announce --audience "<sentence or name>" --file teks.txt`, and `list`, `show`, `pause`, `resume`, `cancel` and
 * `resend` for what was announced. Another officer still approves it, by chat.
 */
export const announce: Command = async (args, terminal) => {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const plan = toPlan(positionals, values);
  if (plan === null) {
    terminal.complain(terminal.say('perintah.kurang_isian', { isian: usage }));
    return 2;
  }
  const text = values.file === undefined ? '' : await readText(values.file, terminal);
  const ownTexts = await readOwnTexts(values, terminal);
  const attachment = values.attach === undefined ? null : await readFile(values.attach);
  // More does not pass the door of the service that runs.
  if ((attachment?.byteLength ?? 0) > largestAttachment)
    return tell({ type: 'announce', outcomes: [refuseLarge()] }, terminal);
  const config = readSettings(process.env);
  const given = { text, ownTexts, attachment: attachment?.toString('base64') ?? null };
  return withAnnouncements(config, terminal.sentences, (ask) => plan(ask, terminal, given));
};

const usage =
  'announce --audience "<sasaran>" --file <berkas> [--text-telegram <berkas>] [--text-whatsapp <berkas>] [--attach <gambar atau PDF>] [--at "2026-12-01 09:00"] [--as <petugas>] [--count-taps] [--dry-run] [--yes] [--again] ' +
  '| list | show <nomor> [--follow] | pause <nomor> | resume <nomor> | cancel <nomor> | resend <nomor> failed|uncertain';

type Values = Readonly<Partial<Record<'audience' | 'file' | `text-${Messenger}` | 'attach' | 'at' | 'as', string>>> &
  Readonly<Record<'count-taps' | 'dry-run' | 'yes' | 'again' | 'follow', boolean>>;

/** What is done once the text is read and the service is found; resolves with the exit code. */
type Plan = (
  ask: AskAnnouncements,
  terminal: Terminal,
  given: Pick<WriteOrder, 'text' | 'ownTexts' | 'attachment'>,
) => Promise<number>;

/** The plan behind the words given; null: something is missing. */
function toPlan([verb, number, which]: readonly string[], values: Values): Plan | null {
  const acting = { id: `cli.${randomUUID()}`, as: values.as ?? null };
  if (verb === undefined) {
    const at = values.at === undefined ? null : toTime(values.at);
    const { audience, file } = values;
    if (audience === undefined || file === undefined || at === undefined) return null;
    const { again, 'count-taps': countTaps } = values;
    const order = { ...acting, type: 'announce-write', audience, at, again, countTaps } as const;
    return (ask, terminal, given) => write(ask, terminal, { ...order, ...given }, values);
  }
  if (verb === 'list') return async (ask, terminal) => tell(await ask.order({ type: 'announce-list' }), terminal);
  if (number === undefined) return null;
  if (verb === 'show') return (ask, terminal) => show(ask, terminal, number, values.follow);
  if (verb === 'resend' && which !== undefined) {
    const yang = whichOf.get(which);
    const order = { ...acting, type: 'announce-resend', number } as const;
    return yang === undefined ? null : (ask, terminal) => resend(ask, terminal, { ...order, which: yang }, values);
  }
  const action = actions.get(verb);
  const order = { ...acting, type: 'announce-control', number } as const;
  return action === undefined ? null : async (ask, terminal) => tell(await ask.order({ ...order, action }), terminal);
}

const whichOf: ReadonlyMap<string, 'gagal' | 'tidak_pasti'> = new Map([
  ['failed', 'gagal'],
  ['uncertain', 'tidak_pasti'],
]);
const actions: ReadonlyMap<string, string> = new Map([
  ['pause', 'jeda'],
  ['resume', 'lanjutkan'],
  ['cancel', 'batalkan'],
]);

/** Local date and time; undefined: that is none. */
function toTime(written: string): { readonly date: string; readonly time: string } | undefined {
  const [, date, hour = '', minute] = /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2})[.:](\d{2})$/u.exec(written.trim()) ?? [];
  return date === undefined || minute === undefined ? undefined : { date, time: `${hour.padStart(2, '0')}:${minute}` };
}

async function readText(file: string, { input }: Terminal): Promise<string> {
  const text = await (file === '-' ? readAll(input) : readFile(file, 'utf8'));
  return text.trim();
}

/** The text of each messenger that was given a file of its own. */
async function readOwnTexts(values: Values, terminal: Terminal): Promise<OwnTexts> {
  const read: [Messenger, string][] = [];
  for (const messenger of messengers) {
    const file = values[`text-${messenger}`];
    if (file !== undefined) read.push([messenger, await readText(file, terminal)]);
  }
  return Object.fromEntries(read);
}

async function write(
  { order: ask }: AskAnnouncements,
  terminal: Terminal,
  order: Omit<WriteOrder, 'dryRun'>,
  values: Values,
): Promise<number> {
  const seen = await ask({ ...order, dryRun: true });
  const code = tell(seen, terminal);
  if (code !== 0 || values['dry-run']) return code;
  if (!(await mayGo(terminal, values))) return 1;
  return tell(await ask({ ...order, dryRun: false }), terminal);
}

async function resend(
  { order: ask }: AskAnnouncements,
  terminal: Terminal,
  order: Omit<Extract<AnnounceOrder, { type: 'announce-resend' }>, 'dryRun'>,
  values: Values,
): Promise<number> {
  const code = tell(await ask({ ...order, dryRun: true }), terminal);
  if (code !== 0 || values['dry-run']) return code;
  if (!(await mayGo(terminal, values))) return 1;
  return tell(await ask({ ...order, dryRun: false }), terminal);
}

async function mayGo(terminal: Terminal, { yes }: Values): Promise<boolean> {
  return yes || confirm(terminal.say('perintah.umumkan.yakin'), terminal);
}

async function show(ask: AskAnnouncements, terminal: Terminal, number: string, follow: boolean): Promise<number> {
  const code = tell(await ask.order({ type: 'announce-show', number }), terminal);
  return code === 0 && follow ? followAnnouncement(ask.follow(number), terminal) : code;
}

/** What an officer asked for and did not get. */
const refusals = new Set([
  'siapa',
  'tanpa_hak',
  'sasaran_salah',
  'kosong',
  'isi_kosong',
  'khusus_keliru',
  'saluran_kosong',
  'terlalu_panjang',
  'memuat_data_pribadi',
  'tidak_terhitung',
  'lampiran_besar',
  'lampiran_tipe',
  'lampiran_rusak',
  'nama_untuk_grup',
  'pernah',
  'waktu_salah',
  'sudah_lewat',
  'jam_malam',
  'sudah_diajukan',
  'tidak_ada_penyetuju',
  'tidak_ada',
  'sudah_berakhir',
  'sudah_diulang',
  'belum_selesai',
]);

function tell({ outcomes }: AnnounceAnswer, { say, print, complain }: Terminal): number {
  for (const { result, values } of outcomes) {
    const line = say(`perintah.umumkan.${result}`, values).trim();
    if (refusals.has(result)) complain(line);
    else print(line);
  }
  return outcomes.some(({ result }) => refusals.has(result)) ? 1 : 0;
}
