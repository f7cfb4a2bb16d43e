import type { Health, HealthAnswer } from '../app/watching/health.ts';
import { serversOf } from '../config/config.ts';
import type { Config } from '../config/config.ts';
import { readSettings } from '../config/read-settings.ts';
import { socketPath } from '../config/socket-path.ts';
import { checkServers } from '../wire/check-servers.ts';
import { wire } from '../wire/service.ts';
import { askRunning } from './ask-running.ts';
import { explain } from './explain.ts';
import { lineOn, tellChannels, tellDatabase, tellHealth } from './tell-findings.ts';
import type { Command, Terminal } from './terminal.ts';

/**
 * `gelombang doctor`: says how the service is that runs on the data folder. When none does, or on a database, it opens
 * everything that a start would open, says what it found, and closes it again.
 */
export const doctor: Command = async (_args, terminal) => {
  const { print, say } = terminal;
  try {
    const config = readSettings(process.env);
    lineOn(terminal)('✓', 'setelan', '.env');
    const running = await askAlone(config);
    const health = running ?? (await openEverything(config, terminal));
    if (running !== null) lineOn(terminal)('✓', 'data', say('perintah.dokter.berjalan', { folder: config.DATA_DIR }));
    tellHealth(terminal, health);
    tellChannels(terminal, health, running !== null);
    const isWell = Object.values(health.parts).every(({ ok }) => ok);
    print(say(`perintah.dokter_${health.ok ? (isWell ? 'baik' : 'sebagian') : 'buruk'}`));
    return health.ok ? 0 : 1;
  } catch (error) {
    print(explain(error, terminal));
    return 1;
  }
};

/** null: no service runs on the data folder, or the data lies in a database, which is open to one more process. */
async function askAlone(config: Config): Promise<Health | null> {
  if (serversOf(config) !== null) return null;
  return (await askRunning<HealthAnswer>(socketPath(config.DATA_DIR), { type: 'health' }))?.health ?? null;
}

async function openEverything(config: Config, terminal: Terminal): Promise<Health> {
  const line = lineOn(terminal);
  const database = await checkServers(config);
  if (database !== null) tellDatabase(terminal, database);
  const service = await wire({ config, log: () => {}, sentences: terminal.sentences, demo: false });
  try {
    if (database === null) line('✓', 'data', config.DATA_DIR);
    else line('✓', 'redis', terminal.say('perintah.dokter.redis_baik'));
    line('✓', 'alur', terminal.say('perintah.dokter.terbaca'));
    return await service.health();
  } finally {
    await service.stop();
  }
}
