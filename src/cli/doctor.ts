import { readSettings } from '../config/read-settings.ts';
import { checkServers } from '../wire/check-servers.ts';
import { wire } from '../wire/service.ts';
import { explain } from './explain.ts';
import { lineOn, tellDatabase, tellHealth } from './tell-findings.ts';
import type { Command } from './terminal.ts';

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
      const health = await service.health();
      tellHealth(terminal, health);
      line('✓', 'telegram', say(service.telegram === null ? 'perintah.dokter.mati' : 'perintah.dokter.hidup'));
      line('✓', 'whatsapp', say(service.whatsapp === null ? 'perintah.dokter.whatsapp_mati' : 'perintah.dokter.hidup'));
      const { whatsappCloud } = service;
      if (whatsappCloud === null) line('✓', 'whatsapp_cloud', say('perintah.dokter.cloud_mati'));
      else line('✓', 'whatsapp_cloud', say('perintah.dokter.cloud_hidup', { templat: whatsappCloud.templates }));
      if (!health.ok) {
        print(say('perintah.dokter_buruk'));
        return 1;
      }
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
