import { parseArgs } from 'node:util';

import { serversOf } from '../config/config.ts';
import { readSettings } from '../config/read-settings.ts';
import { keyFileOf, move as moveData } from '../wire/move.ts';
import { tellMove } from './tell-move.ts';
import type { Command } from './terminal.ts';

/** `gelombang move --to mongodb|folder`: the data folder into the database or back, while no service runs on either. */
export const move: Command = async (args, terminal) => {
  const { print, complain, say } = terminal;
  const { values } = parseArgs({ args: [...args], options: { to: { type: 'string' } } });
  const { to } = values;
  if (to !== 'mongodb' && to !== 'folder') {
    complain(say('pindah.pilihan'));
    return 2;
  }
  const config = readSettings(process.env);
  const servers = serversOf(config);
  if (servers === null) {
    complain(say('pindah.setelan'));
    return 2;
  }
  const { DATA_DIR: dataDir } = config;
  const keyFile = keyFileOf(dataDir);
  if (keyFile !== null) print(say('pindah.kunci', { berkas: keyFile }));
  const { mongodb: url, key } = servers;
  const outcome = await moveData({ to, dataDir, url, key, onStep: tellMove(terminal) });
  if (outcome === 'already') print(say('pindah.sudah'));
  print(say(to === 'mongodb' ? 'pindah.ke_mongodb' : 'pindah.ke_folder', { folder: dataDir }));
  return 0;
};
