import { serversOf } from '../config/config.ts';
import { readSettings } from '../config/read-settings.ts';
import { restore as putBack } from '../wire/copies.ts';
import { oneFile } from './one-file.ts';
import type { Command } from './terminal.ts';

/** `gelombang restore <file>`: a backup in the place of the data of a service that does not run. */
export const restore: Command = async (args, terminal) => {
  const { say } = terminal;
  const from = oneFile(args, terminal);
  if (from === null) return 2;
  const config = readSettings(process.env);
  if (serversOf(config) !== null) {
    terminal.complain(say('perintah.cadangan_basis_data'));
    return 2;
  }
  const { DATA_DIR: dataDir, GELOMBANG_KEY: key } = config;
  const { kept } = putBack({ from, dataDir, key });
  terminal.print(say('perintah.cadangan_pulih', { folder: dataDir }));
  if (kept !== null) terminal.print(say('perintah.cadangan_lama', { file: kept }));
  return 0;
};
