import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { readSettings } from '../config/read-settings.ts';
import { openDoor } from '../wire/door.ts';
import type { Door } from '../wire/door.ts';
import { wire } from '../wire/service.ts';
import type { Service, Wiring } from '../wire/service.ts';
import { createLog } from './log.ts';
import type { Command, Terminal } from './terminal.ts';

/** `gelombang serve [--empty]`, which is `npm start`: runs until a signal, and says where everything is. */
export const serve: Command = async (args, terminal) => {
  const { values } = parseArgs({ args: [...args], options: { empty: { type: 'boolean', default: false } } });
  const config = readSettings(process.env);
  const wiring: Wiring = {
    config,
    log: createLog(),
    sentences: terminal.sentences,
    demo: !values.empty,
  };
  const stopped = waitForSignal();
  const service = await wire(wiring);
  try {
    const door = await openDoor(service, wiring);
    await service.start();
    greet(terminal, service, wiring, door);
    await stopped;
    terminal.print(terminal.say('perintah.berhenti'));
    await door.close();
  } finally {
    await service.stop();
  }
  return 0;
};

/** Resolves at the first SIGTERM or SIGINT; a second one ends the process at once, which loses nothing either. */
function waitForSignal(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => done());
  });
}

/** Where the service is, what runs and what is switched off, in Indonesian and English. */
function greet({ print, say }: Terminal, service: Service, { config, demo }: Wiring, door: Door): void {
  const host = ['0.0.0.0', '::'].includes(config.HOST) ? 'localhost' : config.HOST;
  const open = door.simulator;
  const address = `http://${host}:${door.port}`;
  const folder = resolve(config.DATA_DIR);
  print(
    say(open ? 'perintah.siap' : 'perintah.tanpa_simulator', { alamat: `${address}${open ? '/coba' : ''}`, folder }),
  );
  if (demo) print(say('perintah.contoh_dimuat', { nama: service.office.tenant.name }));
  if (service.newKeyFile !== null) print(say('perintah.kunci_dibuat', { file: service.newKeyFile }));
  print(say(service.telegram === null ? 'perintah.telegram_mati' : 'perintah.telegram_hidup'));
  print(say('perintah.whatsapp_mati'));
  if (!open) print(say('perintah.simulator_mati'));
}
