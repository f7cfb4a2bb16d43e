import { decodeBinaryNode, encodeBinaryNode } from '@whiskeysockets/baileys';
import type { proto } from '@whiskeysockets/baileys';
import type { WebSocket } from 'ws';

import { createFrames, toFrame } from './frames.ts';
import { createHandshake } from './noise.ts';
import type { ServerIdentity, Transport } from './noise.ts';
import { stanza } from './stanza.ts';
import type { Stanza } from './stanza.ts';

/** One client's socket after the handshake. */
export interface Connection {
  send(node: Stanza): void;
  /** The last words, then the end of the stream and of the socket. What came in and was not heard yet is lost. */
  end(node: Stanza): void;
  /** Breaks the socket, as a network does. What came in and was not heard yet is lost. */
  cut(): void;
  /** From now on nothing is heard and nothing said, and the socket stays open. */
  mute(): void;
}

/** What the server does with a connection. */
export interface Reception {
  /** A client has introduced itself. */
  arrive(connection: Connection, wish: proto.ClientPayload, noiseKey: Buffer): void;
  /** The next stanza; the one after it waits until this one is done. */
  hear(connection: Connection, node: Stanza): Promise<void>;
  leave(connection: Connection): void;
  /** The peer itself failed. */
  fail(error: unknown): void;
  /** How long everything takes on its way to the client. */
  latencyMs(): number;
}

/** Serves one WebSocket: handshake, then stanzas strictly in order. */
export function serveSocket(socket: WebSocket, identity: ServerIdentity, reception: Reception): Connection {
  const frames = createFrames();
  const handshake = createHandshake(identity);
  let transport: Transport | null = null;
  let greeted = false;
  let deaf = false;
  let muted = false;
  let hearing = Promise.resolve();
  let speaking = Promise.resolve();

  /** Onto the wire in the order of the calls, however long each takes. */
  function write(bytes: Uint8Array, then: () => void = () => undefined): void {
    const due = Date.now() + reception.latencyMs();
    const before = speaking;
    speaking = (async () => {
      await before;
      if (due > Date.now()) await new Promise((resolve) => setTimeout(resolve, due - Date.now()));
      if (socket.readyState === socket.OPEN && !muted) socket.send(bytes);
      then();
    })();
  }

  /** Zero is the flag in front of every stanza: not compressed. `encodeBinaryNode` writes it. */
  function send(node: Stanza, then?: () => void): void {
    if (transport === null || muted || socket.readyState !== socket.OPEN) return;
    write(toFrame(transport.seal(encodeBinaryNode(node))), then);
  }

  const connection: Connection = {
    send: (node) => send(node),
    end: (node) => {
      deaf = true;
      send(node);
      send(stanza('xmlstreamend'), () => socket.close());
    },
    cut: () => {
      deaf = true;
      socket.terminate();
    },
    mute: () => {
      deaf = true;
      muted = true;
    },
  };

  async function take(frame: Buffer): Promise<void> {
    if (deaf) return;
    if (transport !== null) {
      await reception.hear(connection, await decodeBinaryNode(transport.open(frame)));
    } else if (greeted) {
      const { noiseKey, wish, transport: agreed } = handshake.finish(frame);
      transport = agreed;
      reception.arrive(connection, wish, noiseKey);
    } else {
      write(toFrame(handshake.greet(frame)));
      greeted = true;
    }
  }

  async function read(bytes: Buffer): Promise<void> {
    for (const frame of frames(bytes)) await take(frame);
  }

  socket.on('message', (bytes: Buffer) => {
    hearing = hearing
      .then(() => read(bytes))
      .catch((error: unknown) => {
        reception.fail(error);
        socket.terminate();
      });
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => reception.leave(connection));
  return connection;
}
