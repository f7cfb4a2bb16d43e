import { parseArgs } from 'node:util';

import { readCosts } from '../app/announcing/count-cost.ts';
import type { CostAnswer, CostOrder } from '../app/announcing/count-cost.ts';
import { serversOf } from '../config/config.ts';
import type { Config } from '../config/config.ts';
import { readSettings } from '../config/read-settings.ts';
import { socketPath } from '../config/socket-path.ts';
import type { Sentences } from '../engine/flow.ts';
import { wire } from '../wire/service.ts';
import { askRunning } from './ask-running.ts';
import type { Command } from './terminal.ts';

/** `gelombang cost 2026-12`: templates of the Cloud API that were sent for each programme in a month, and their price. */
export const cost: Command = async (args, terminal) => {
  const { print, complain, say } = terminal;
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const [month = ''] = positionals;
  if (!/^\d{4}-\d{2}$/u.test(month)) {
    complain(say('perintah.kurang_isian', { isian: 'cost 2026-12' }));
    return 2;
  }
  const { costs } = await ask(readSettings(process.env), terminal.sentences, { type: 'costs', month });
  if (costs.length === 0) print(say('perintah.biaya.kosong', { bulan: month }));
  for (const { title, counts, rupiah } of costs) {
    const values = { program: title, layanan: counts.utility ?? 0, kabar: counts.marketing ?? 0 };
    print(say('perintah.biaya.baris', values) + (rupiah === null ? '' : say('perintah.biaya.harga', { rupiah })));
  }
  return 0;
};

/** The service that runs on the data folder; when none does, or a database is there, this process looks itself. */
async function ask(config: Config, sentences: Sentences, order: CostOrder): Promise<CostAnswer> {
  const running = serversOf(config) === null ? await askRunning<CostAnswer>(socketPath(config.DATA_DIR), order) : null;
  if (running !== null) return running;
  const service = await wire({ config, log: () => {}, sentences, demo: false });
  try {
    return await readCosts(service.office, order);
  } finally {
    await service.stop();
  }
}
