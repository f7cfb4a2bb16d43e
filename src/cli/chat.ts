import { parseArgs } from 'node:util';

import { chatByHand } from './chat-by-hand.ts';
import { chatJson } from './chat-json.ts';
import type { Command } from './terminal.ts';
import { withTrial } from './trial.ts';

/** `gelombang chat [--json] [--as warga1] [--look tombol|angka]`: talks with a service of its own. */
export const chat: Command = async (args, terminal) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      as: { type: 'string', default: 'warga1' },
      look: { type: 'string', default: 'angka' },
    },
  });
  const { json, as, look } = values;
  if (look !== 'tombol' && look !== 'angka') {
    terminal.complain(terminal.say('perintah.pilihan_salah'));
    return 2;
  }
  await withTrial((service) =>
    json ? chatJson(service, terminal) : chatByHand(service, terminal, { person: as, buttons: look === 'tombol' }),
  );
  return 0;
};
