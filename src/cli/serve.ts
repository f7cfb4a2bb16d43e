import { isIPv6 } from 'node:net';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { serversOf } from '../config/config.ts';
import type { Config } from '../config/config.ts';
import { readSettings } from '../config/read-settings.ts';
import { demoTenant } from '../domain/demo.ts';
import { openDoor } from '../wire/door.ts';
import type { Door } from '../wire/door.ts';
import { isRole } from '../wire/roles.ts';
import type { Role } from '../wire/roles.ts';
import { wire } from '../wire/service.ts';
import type { Service } from '../wire/service.ts';
import { createLog } from './log.ts';
import type { Command, Terminal } from './terminal.ts';
import { whyOf } from './why-of.ts';

/**
 * `gelombang serve [--empty] [--role all|web|worker]`, which is `npm start`: runs until a signal, and says where everything
 * is. One process on a data folder is always all.
 */
export const serve: Command = async (args, terminal) => {
  const { values } = parseArgs({
    args: [...args],
    options: { empty: { type: 'boolean', default: false }, role: { type: 'string', default: 'all' } },
  });
  const config = readSettings(process.env);
  const { role } = values;
  if (!isRole(role) || (role !== 'all' && serversOf(config) === null)) {
    terminal.complain(terminal.say(isRole(role) ? 'perintah.peran_sendiri' : 'perintah.peran_salah', { peran: role }));
    return 2;
  }
  const wiring = {
    config,
    role,
    log: createLog(),
    sentences: terminal.sentences,
    // Parts of a service serve what is there.
    demo: !values.empty && role === 'all',
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

interface Served {
  readonly config: Config;
  readonly role: Role;
  readonly demo: boolean;
}

function wordOf({ whatsapp }: Service): string {
  if (whatsapp === null) return 'mati';
  return whatsapp.link.state().state === 'unlinked' ? 'belum_ditautkan' : 'hidup';
}

/** The first attempt to connect has ended when a service has started. */
function aboutTelegram(terminal: Terminal, { telegram }: Service): string {
  if (telegram === null) return terminal.say('perintah.telegram_mati');
  const trouble = telegram.trouble();
  if (trouble === null) return terminal.say('perintah.telegram_hidup');
  return terminal.say('perintah.telegram_terganggu', { sebab: whyOf(trouble, terminal) });
}

/** Where the service is, what runs and what is switched off, in Indonesian and English. */
function greet(terminal: Terminal, service: Service, { config, role, demo }: Served, door: Door): void {
  const { print, say } = terminal;
  const name = ['0.0.0.0', '::'].includes(config.HOST) ? 'localhost' : config.HOST;
  const host = isIPv6(name) ? `[${name}]` : name;
  const open = door.simulator;
  const alamat = `http://${host}:${door.port}${open ? '/coba' : ''}`;
  if (serversOf(config) !== null) print(say('perintah.siap_bersama', { peran: role, alamat }));
  else print(say(open ? 'perintah.siap' : 'perintah.tanpa_simulator', { alamat, folder: resolve(config.DATA_DIR) }));
  const { tenant } = service.office;
  if (demo && tenant === demoTenant) print(say('perintah.contoh_dimuat', { nama: tenant.name }));
  if (service.newKeyFile !== null) print(say('perintah.kunci_dibuat', { file: service.newKeyFile }));
  print(aboutTelegram(terminal, service));
  print(say(service.whatsappCloud === null ? 'perintah.whatsapp_cloud_mati' : 'perintah.whatsapp_cloud_hidup'));
  print(say(`perintah.whatsapp_${wordOf(service)}`));
  if (!open) print(say('perintah.simulator_mati'));
}
