import { readSettings } from '../config/read-settings.ts';
import { checkServers } from '../wire/check-servers.ts';
import { wire } from '../wire/service.ts';
import { explain } from './explain.ts';
import type { Command, Terminal } from './terminal.ts';

/** `gelombang doctor`: opens everything that a start would open, says what it found, and closes it again. */
export const doctor: Command = async (_args, terminal) => {
  const { print, say } = terminal;
  try {
    const config = readSettings(process.env);
    const line = lineOn(terminal);
    line('✓', 'setelan', '.env');
    const database = await checkServers(config);
    if (database !== null) tellDatabase(terminal, database);
    const service = await wire({ config, log: () => {}, sentences: terminal.sentences, demo: false });
    try {
      if (database === null) line('✓', 'data', config.DATA_DIR);
      else line('✓', 'redis', say('perintah.dokter.redis_baik'));
      line('✓', 'alur', say('perintah.dokter.terbaca'));
      const { ok, parts } = await service.health();
      const note = parts['store']?.note;
      line(note === undefined ? '✓' : '✗', 'tulis', note ?? say('perintah.dokter.tersimpan'));
      line('✓', 'telegram', say(service.telegram === null ? 'perintah.dokter.mati' : 'perintah.dokter.hidup'));
      line('✓', 'whatsapp', say(service.whatsapp === null ? 'perintah.dokter.whatsapp_mati' : 'perintah.dokter.hidup'));
      const { whatsappCloud } = service;
      if (whatsappCloud === null) line('✓', 'whatsapp_cloud', say('perintah.dokter.cloud_mati'));
      else line('✓', 'whatsapp_cloud', say('perintah.dokter.cloud_hidup', { templat: whatsappCloud.templates }));
      if (!ok) return 1;
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

type Line = (sign: '✓' | '!' | '✗', about: string, note: string) => void;

function lineOn({ print, say }: Terminal): Line {
  return (sign, about, note) =>
    print(say('perintah.dokter_baris', { tanda: sign, hal: say(`perintah.dokter.${about}`), keterangan: note }));
}

/** What the check did not throw about is well; one server alone is a choice that somebody should know of. */
function tellDatabase(terminal: Terminal, found: { host: string; version: string; standalone: boolean }): void {
  const { say } = terminal;
  const line = lineOn(terminal);
  const { host, version, standalone } = found;
  line('✓', 'basis_data', say('perintah.dokter.basis_data_di', { versi: version, tempat: host }));
  if (standalone) line('!', 'susunan', say('perintah.dokter.satu_server'));
  else line('✓', 'susunan', say('perintah.dokter.replika'));
  line('✓', 'jaminan', say('perintah.dokter.mayoritas'));
  line('✓', 'indeks', say('perintah.dokter.indeks_lengkap'));
}
