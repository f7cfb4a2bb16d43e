import type { WASocket, proto } from '@whiskeysockets/baileys';

import type { Channel, Hear, Part, Receive, SendResult } from '../../domain/channel.ts';
import type { Link } from '../../domain/link.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Keyrings } from '../../domain/ports/keyrings.ts';
import type { Log } from '../../domain/ports/log.ts';
import { createAcks } from './acks.ts';
import { createArrivals } from './arrivals.ts';
import type { Baileys } from './baileys.ts';
import { caps } from './caps.ts';
import { compose } from './compose.ts';
import type { Composing } from './compose.ts';
import type { Server } from './connection.ts';
import { fetchMedia } from './fetch-media.ts';
import { hearSocket } from './hear-socket.ts';
import { createLife } from './life.ts';
import { disconnectedMs, limits, stoppedMs } from './limits.ts';
import { toParts } from './parts.ts';
import { createPushes } from './pushes.ts';
import { personOf } from './read.ts';
import { checkSignatures } from './repairs.ts';
import { createRing } from './ring.ts';
import { sendLetter } from './send.ts';
import { createSent } from './sent.ts';
import { createStatus } from './status.ts';
import type { Status } from './status.ts';
import { createUploads } from './uploads.ts';

export interface WhatsAppOptions {
  readonly baileys: Baileys;
  readonly server: Server;
  readonly checkSignatures: boolean;
  readonly keyrings: Keyrings;
  readonly receive: Receive;
  readonly hear: Hear;
  /** The part that `delivery` named, while its row is kept: telephones ask for messages again for days. */
  readonly recall: (delivery: string) => Promise<Part | null>;
  readonly log: Log;
  readonly clock: Clock;
  /** From 0 to 1: keeps many clients from coming back together. */
  readonly chance?: () => number;
}

export interface WhatsAppChannel extends Channel {
  readonly link: Link;
}

/** The one WhatsApp account of an installation. */
const account = 'whatsapp';

/** WhatsApp through a linked device of an ordinary account. Nothing is connected before `start`. */
export function whatsapp(options: WhatsAppOptions): WhatsAppChannel {
  const { baileys, log, clock } = options;
  if (options.checkSignatures) checkSignatures(baileys);
  const ring = createRing(options.keyrings, account);
  const acks = createAcks();
  const uploads = createUploads(() => clock.monotonic());
  const sent = createSent(ring, clock);
  const pushes = createPushes(createRing(options.keyrings, `${account}.pushes`), log);
  const arrivals = createArrivals({ ...options, account, ring });
  const status = createStatus(log);
  const life = createLife({
    ...options,
    ring,
    status,
    chance: options.chance ?? Math.random,
    remember: async () => {
      await pushes.open();
      await arrivals.open();
    },
    begun: (socket) => hearSocket({ ...options, account, arrivals, acks, sent, pushes }, socket),
    ended: acks.lose,
    getMessage: async (id) => {
      const delivery = await sent.deliveryOf(id);
      return delivery === null ? undefined : recall({ ...options, uploads }, status, delivery, id);
    },
  });
  const troubleOf = (): string | null => status.read().trouble ?? pushes.stopped();

  return {
    account,
    kind: 'whatsapp',
    buttons: false,
    exclusive: true,
    sendsWhereHeld: true,
    limits,
    caps,
    parts: toParts,
    pushesStopped: pushes.stopped,
    whyStopped: pushes.why,
    send: async (chat, part, delivery, signal) => {
      const socket = status.socket();
      if (socket === null) return waitForConnection(status);
      return sendLetter({ baileys, socket, uploads, acks, sent }, { chat, part, delivery, signal });
    },
    fetchMedia: (ref, largest, signal) => fetchMedia(options.server.media, ref, largest, signal),
    start: life.start,
    stop: async () => {
      await life.stop();
      await arrivals.close();
    },
    trouble: troubleOf,
    link: {
      state: () => ({ ...status.read(), trouble: troubleOf(), pushes: pushes.stopped() }),
      pair: life.pair,
      logout: life.logout,
      find: (number) => findPerson(status, number),
      resumePushes: pushes.resume,
    },
  };
}

/** By the mapping of numbers to LIDs, which asks WhatsApp for what it does not know yet. */
async function findPerson(status: Status, number: string): Promise<string | null> {
  const lid = await status.socket()?.signalRepository.lidMapping.getLIDForPN(`${number}@s.whatsapp.net`);
  return personOf([lid]);
}

/** Nothing was sent, and the whole account waits. */
function waitForConnection(status: Status): SendResult {
  const { state } = status.read();
  const afterMs = state === 'connecting' || state === 'open' ? disconnectedMs : stoppedMs;
  return { type: 'retry', afterMs, scope: 'account', code: state };
}

/** A message as it was sent; undefined when its row is gone. */
async function recall(
  { baileys, uploads, recall: read }: WhatsAppOptions & Pick<Composing, 'uploads'>,
  status: Status,
  delivery: string,
  messageId: string,
): Promise<proto.IMessage | undefined> {
  const socket: WASocket | null = status.socket();
  const part = await read(delivery);
  if (socket === null || part === null) return undefined;
  return compose({ baileys, socket, uploads }, socket.user?.id ?? '', part, messageId);
}
