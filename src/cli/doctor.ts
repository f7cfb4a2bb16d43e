import { readSettings } from '../config/read-settings.ts';
import { wire } from '../wire/service.ts';
import { explain } from './explain.ts';
import type { Command } from './terminal.ts';

/** `gelombang doctor`: opens everything that a start would open, says what it found, and closes it again. */
export const doctor: Command = async (_args, terminal) => {
  const { print, say } = terminal;
  const line = (ok: boolean, about: string, note: string): void =>
    print(
      say('perintah.dokter_baris', { tanda: ok ? '✓' : '✗', hal: say(`perintah.dokter.${about}`), keterangan: note }),
    );
  try {
    const config = readSettings(process.env);
    line(true, 'setelan', '.env');
    const service = await wire({ config, log: () => {}, sentences: terminal.sentences, demo: false });
    try {
      line(true, 'alur', say('perintah.dokter.terbaca'));
      line(true, 'data', config.DATA_DIR);
      const { parts } = await service.health();
      line(parts['store']?.ok ?? false, 'tulis', parts['store']?.note ?? say('perintah.dokter.tersimpan'));
      line(true, 'telegram', say(service.telegram === null ? 'perintah.dokter.mati' : 'perintah.dokter.hidup'));
    } finally {
      await service.stop();
    }
    print(say('perintah.dokter_baik'));
    return 0;
  } catch (error) {
    print(explain(error, terminal));
    return 1;
  }
};
