import { serversOf } from '../config/config.ts';
import { readSettings } from '../config/read-settings.ts';
import { writeNumber } from '../language/write-number.ts';
import { backup as copyData } from '../wire/copies.ts';
import { oneFile } from './one-file.ts';
import type { Command } from './terminal.ts';

/** `gelombang backup <file>`: a checked copy of the data, also while the service runs; says which key it hangs on. */
export const backup: Command = async (args, terminal) => {
  const { say } = terminal;
  const to = oneFile(args, terminal);
  if (to === null) return 2;
  const config = readSettings(process.env);
  if (serversOf(config) !== null) {
    terminal.complain(say('perintah.cadangan_basis_data'));
    return 2;
  }
  const { DATA_DIR: dataDir } = config;
  const { file, bytes, rows, keyFile } = copyData({ dataDir, to });
  const size = `${writeNumber(Math.ceil(bytes / 1_024))} KiB`;
  terminal.print(say('perintah.cadangan_jadi', { file, ukuran: size, baris: rows }));
  if (keyFile !== null) terminal.print(say('perintah.cadangan_kunci', { file: keyFile }));
  return 0;
};
