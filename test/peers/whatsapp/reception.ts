import type { proto } from '@whiskeysockets/baileys';

import { answerIq } from './answers.ts';
import type { Companion } from './companion.ts';
import type { Connection, Reception } from './connection.ts';
import { farewells, unknownDevice } from './endings.ts';
import type { Ending } from './endings.ts';
import { takeAck, takeMessage, takeReceipt } from './post.ts';
import type { Posted } from './post.ts';
import { childOf, childrenOf, refusal, result, stamp, stanza } from './stanza.ts';
import type { Stanza } from './stanza.ts';
import { describe } from './world.ts';
import type { World } from './world.ts';

/** Everything that came in, as tests ask for it. */
export interface Log {
  readonly stanzas: Stanza[];
  readonly posted: Posted[];
  /** Stanzas that a device refused with an error: they come again when it reconnects. */
  readonly refusals: { readonly id: string; readonly code: string }[];
  readonly logins: { readonly device: number; readonly answer: 'success' | Ending }[];
}

/** Those who look after a client that is not linked yet. */
export interface Registry {
  arrive(connection: Connection, wish: proto.IClientPayload, noiseKey: Buffer): void;
  hear(connection: Connection, node: Stanza): Promise<boolean>;
  leave(connection: Connection): void;
}

/** Lets clients in and answers what they say. */
export function createReception(
  world: World,
  registry: Registry,
  log: Log,
  settings: { refuseLogin(): Ending | null; latencyMs(): number },
): Reception & { connections(): readonly Connection[] } {
  const open = new Set<Connection>();
  const speakers = new Map<Connection, Companion>();

  function logIn(connection: Connection, wish: proto.IClientPayload, noiseKey: Buffer): void {
    const device = Number(wish.device ?? 0);
    const companion = world.account.companion(device);
    const refusedWith = settings.refuseLogin();
    const known =
      companion !== undefined &&
      !companion.revoked &&
      String(wish.username) === world.account.number &&
      noiseKey.equals(companion.noiseKey);
    if (refusedWith !== null || !known) {
      log.logins.push({ device, answer: refusedWith ?? 401 });
      connection.end(refusedWith === null ? unknownDevice : farewells[refusedWith]);
      return;
    }
    companion.connection?.end(farewells[440]);
    companion.deactivate();
    companion.connection = connection;
    speakers.set(connection, companion);
    log.logins.push({ device, answer: 'success' });
    connection.send(stanza('success', { t: stamp(), location: 'frc', lid: world.account.jids(device).lid }));
  }

  async function answer(companion: Companion, connection: Connection, iq: Stanza): Promise<void> {
    const fault = world.faults.next(iq.attrs['xmlns'] ?? '', null);
    if (fault?.drop === 'before') return connection.cut();
    if (fault?.code !== undefined) return connection.send(refusal(iq, fault.code, 'fault'));
    const child = childrenOf(iq)[0]?.tag;
    const known = answerIq({ world, companion }, iq);
    if (known !== null) {
      if (fault?.silent !== true && fault?.drop !== 'after') connection.send(known);
      if (fault?.drop === 'after') connection.cut();
      if (child === 'active') companion.activate();
    } else if (child === 'remove-companion-device') {
      connection.send(result(iq));
      companion.revoked = true;
      connection.end(farewells[401]);
    } else if (!(await registry.hear(connection, iq))) {
      world.puzzle(describe(iq));
      connection.send(refusal(iq, 501, 'feature-not-implemented'));
    }
  }

  async function hearSpeaker(companion: Companion, connection: Connection, node: Stanza): Promise<void> {
    const speaker = { world, companion };
    switch (node.tag) {
      case 'iq':
        if (node.attrs['type'] !== 'result') await answer(companion, connection, node);
        return;
      case 'message': {
        const fault = world.faults.next(null, world.contactAt(node.attrs['to'] ?? '')?.id ?? null);
        if (fault?.drop === 'before') return connection.cut();
        log.posted.push(await takeMessage(speaker, node, fault));
        if (fault?.drop === 'after') connection.cut();
        return;
      }
      case 'receipt':
        return takeReceipt(speaker, node);
      case 'ack': {
        const refused = takeAck(speaker, node);
        if (refused !== null) log.refusals.push(refused);
        return;
      }
      case 'chatstate':
        if (childOf(node, 'composing') !== undefined) world.contactAt(node.attrs['to'] ?? '')?.type();
        return;
      case 'presence':
        return;
      case 'ib':
        if (childOf(node, 'unified_session') === undefined && childOf(node, 'offline_batch') === undefined) {
          world.puzzle(describe(node));
        }
        return;
      default:
        world.puzzle(describe(node));
    }
  }

  return {
    arrive: (connection, wish, noiseKey) => {
      open.add(connection);
      if (wish.devicePairingData) registry.arrive(connection, wish, noiseKey);
      else logIn(connection, wish, noiseKey);
      world.changed();
    },
    hear: async (connection, node) => {
      log.stanzas.push(node);
      const companion = speakers.get(connection);
      if (companion !== undefined) await hearSpeaker(companion, connection, node);
      else if (!(await registry.hear(connection, node))) world.puzzle(`before login: ${describe(node)}`);
      world.changed();
    },
    leave: (connection) => {
      open.delete(connection);
      registry.leave(connection);
      const companion = speakers.get(connection);
      if (companion?.connection === connection) {
        companion.connection = null;
        companion.deactivate();
      }
      speakers.delete(connection);
      world.changed();
    },
    fail: (error) => world.puzzle(`the peer itself failed: ${String(error)}`),
    latencyMs: () => settings.latencyMs(),
    connections: () => [...open],
  };
}
