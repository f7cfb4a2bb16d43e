import { parseArgs } from 'node:util';

import { chatByHand } from './chat-by-hand.ts';
import { chatJson } from './chat-json.ts';
import { recordChat } from './record-chat.ts';
import type { Command } from './terminal.ts';
import { withTrial } from './trial.ts';

/**
 * `gelombang chat [--json] [--as warga1] [--look tombol|angka]`: talks with a service of its own; `chat <flow> --record`: with
 * one flow, and prints the talk as a transcript.
 */
export const chat: Command = async (args, terminal) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      as: { type: 'string', default: 'warga1' },
      look: { type: 'string', default: 'angka' },
      record: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const { json, as, look, record } = values;
  const [flow] = positionals;
  if (record && flow !== undefined) return recordChat(flow, as, terminal);
  if (look !== 'tombol' && look !== 'angka') {
    terminal.complain(terminal.say('perintah.pilihan_salah'));
    return 2;
  }
  await withTrial((service) =>
    json ? chatJson(service, terminal) : chatByHand(service, terminal, { person: as, buttons: look === 'tombol' }),
  );
  return 0;
};
