import type { proto } from '@whiskeysockets/baileys';

import type { Connection, Reception } from './connection.ts';
import { farewells, unknownDevice } from './endings.ts';
import type { Ending } from './endings.ts';
import type { Registry } from './registry.ts';
import { hearSpeaker } from './speech.ts';
import { stamp, stanza } from './stanza.ts';
import { describe } from './world.ts';
import type { Speaker, World } from './world.ts';

/** How the service behaves at the moment. */
export interface Mood {
  /** The next logins are refused with this. */
  refusedWith: Ending | null;
  latencyMs: number;
}

/** Lets clients in, sends those who are not linked to the registry, and hears the others. */
export function createReception(
  world: World,
  registry: Registry,
  mood: Mood,
): Reception & { connections(): readonly Connection[] } {
  const open = new Set<Connection>();
  const speakers = new Map<Connection, Speaker>();

  function logIn(connection: Connection, wish: proto.IClientPayload, noiseKey: Buffer): void {
    const device = wish.device ?? 0;
    const companion = world.account.companion(device);
    const known =
      companion?.revoked === false &&
      String(wish.username) === world.account.number &&
      noiseKey.equals(companion.noiseKey);
    if (mood.refusedWith !== null || !known) {
      world.log.logins.push({ device, answer: mood.refusedWith ?? 401 });
      connection.end(mood.refusedWith === null ? unknownDevice : farewells[mood.refusedWith]);
      return;
    }
    companion.connection?.end(farewells[440]);
    companion.deactivate();
    companion.connection = connection;
    speakers.set(connection, { world, companion, connection });
    world.log.logins.push({ device, answer: 'success' });
    connection.send(stanza('success', { t: stamp(), location: 'frc', lid: world.account.jids(device).lid }));
  }

  return {
    arrive: (connection, wish, noiseKey) => {
      open.add(connection);
      if (wish.devicePairingData) registry.arrive(connection, wish, noiseKey);
      else logIn(connection, wish, noiseKey);
      world.changed();
    },
    hear: async (connection, node) => {
      world.log.stanzas.push(node);
      const speaker = speakers.get(connection);
      if (speaker !== undefined) await hearSpeaker(speaker, node);
      else if (!registry.hear(connection, node)) world.puzzle(`before login: ${describe(node)}`);
      world.changed();
    },
    leave: (connection) => {
      open.delete(connection);
      registry.leave(connection);
      const companion = speakers.get(connection)?.companion;
      if (companion?.connection === connection) {
        companion.connection = null;
        companion.deactivate();
      }
      speakers.delete(connection);
      world.changed();
    },
    fail: (error) => world.puzzle(`the peer itself failed: ${String(error)}`),
    latencyMs: () => mood.latencyMs,
    connections: () => [...open],
  };
}
