import { parseArgs } from 'node:util';

import { chatByHand } from './chat-by-hand.ts';
import { chatJson } from './chat-json.ts';
import { recordChat } from './record-chat.ts';
import type { Command } from './terminal.ts';
import { moment, withTrial } from './trial.ts';
import type { Trial } from './trial.ts';

/**
 * `gelombang chat [--json] [--as warga1] [--look tombol|angka] [--clock 2026-12-01T10:00+07:00]`: talks with a service of
 * its own, which begins at that moment; `chat <flow> --record`: with one flow, and prints the talk as a transcript.
 */
export const chat: Command = async (args, terminal) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      as: { type: 'string', default: 'warga1' },
      look: { type: 'string', default: 'angka' },
      record: { type: 'boolean', default: false },
      clock: { type: 'string' },
    },
    allowPositionals: true,
  });
  const { json, as, look, record } = values;
  const clock = moment.optional().safeParse(values.clock);
  if (!clock.success) {
    terminal.complain(terminal.say('perintah.jam_awal_salah'));
    return 2;
  }
  const trial: Trial = clock.data === undefined ? {} : { startsAt: Date.parse(clock.data) };
  const [flow] = positionals;
  if (record && flow !== undefined) return recordChat(flow, as, terminal, trial);
  if (look !== 'tombol' && look !== 'angka') {
    terminal.complain(terminal.say('perintah.pilihan_salah'));
    return 2;
  }
  await withTrial(
    (service) =>
      json ? chatJson(service, terminal) : chatByHand(service, terminal, { person: as, buttons: look === 'tombol' }),
    trial,
  );
  return 0;
};
