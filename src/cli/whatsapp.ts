import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { readSettings } from '../config/read-settings.ts';
import type { LinkState } from '../domain/link.ts';
import { withLink } from './ask-link.ts';
import type { AskLink } from './ask-link.ts';
import { drawQr } from './draw-qr.ts';
import type { Command, Terminal } from './terminal.ts';

/** How often the terminal looks whether the telephone has answered. */
const lookEveryMs = 1000;

/** WhatsApp shows its codes for 160 s; whoever still waits after this waits for a store or a network that is away. */
const patienceMs = 4 * 60_000;

/** `gelombang whatsapp pair|status|resume|logout`: the device that is linked to the office's WhatsApp account. */
export const whatsapp: Command = async (args, terminal) => {
  const { complain, say } = terminal;
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { code: { type: 'string' } },
    allowPositionals: true,
  });
  const deed = deeds[positionals[0] ?? 'status'];
  const number = values.code?.replaceAll(/[\s+-]/gu, '') ?? null;
  if (deed === undefined || (number !== null && !/^[1-9]\d{7,14}$/u.test(number))) {
    complain(say('perintah.kurang_isian', { isian: 'pair [--code 62...] | status | resume | logout' }));
    return 2;
  }
  const config = readSettings(process.env);
  return withLink(config, terminal.sentences, async (ask) => {
    const found = await ask({ type: 'link-state' });
    if (found === null) {
      complain(say('perintah.whatsapp_mati').trim());
      return 1;
    }
    return deed(ask, terminal, number);
  });
};

type Deed = (ask: AskLink, terminal: Terminal, number: string | null) => Promise<number>;

const deeds: Readonly<Record<string, Deed>> = {
  pair,
  status: async (ask, terminal) => tell(await ask({ type: 'link-state' }), terminal),
  resume: async (ask, terminal) => tell(await ask({ type: 'link-resume' }), terminal),
  logout: async (ask, { print, say }) => {
    await ask({ type: 'link-logout' });
    print(say('perintah.whatsapp.dilepas'));
    return 0;
  },
};

/** Shows what the owner's telephone needs until it has answered, or the attempt is over. */
async function pair(ask: AskLink, terminal: Terminal, number: string | null): Promise<number> {
  const before = await ask({ type: 'link-state' });
  if (before?.state === 'open' || before?.state === 'off') return tell(before, terminal);
  await ask({ type: 'link-pair', number });
  const giveUpAt = performance.now() + patienceMs;
  for (let shown: string | null = null; ;) {
    await setTimeout(lookEveryMs);
    const link = await ask({ type: 'link-state' });
    const isOver = link === null || hasEnded(link, before?.attempts ?? 0) || performance.now() > giveUpAt;
    if (isOver) return tell(link, terminal);
    shown = await show(link, shown, terminal);
  }
}

/** An attempt that began and failed between two looks has ended, too. */
function hasEnded({ state, attempts }: LinkState, before: number): boolean {
  return state === 'open' || state === 'off' || (attempts > before && (state === 'stopped' || state === 'unlinked'));
}

/** Shows what is newer than what was shown; resolves with what stands there now. */
async function show({ code, qr }: LinkState, shown: string | null, { print, say }: Terminal): Promise<string | null> {
  const needed = code ?? qr;
  if (needed === null || needed === shown) return shown;
  if (code !== null) print(say('perintah.whatsapp.kode', { kode: code }));
  else print(`${await drawQr(needed)}\n${say('perintah.whatsapp.pindai')}`);
  return needed;
}

/** How it stands; 0 when it is connected. */
function tell(link: LinkState | null, { print, say }: Terminal): number {
  if (link === null) return 1;
  const nomor = link.number ?? '';
  print(say(`perintah.whatsapp.keadaan.${link.state}`, { nomor, sebab: link.trouble ?? '' }));
  if (link.pushes !== null) print(say('perintah.whatsapp.dihentikan', { sebab: link.pushes }));
  return link.state === 'open' ? 0 : 1;
}
