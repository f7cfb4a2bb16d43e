import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

import { mongo } from 'mongoose';

const { deserialize, serialize } = mongo.BSON;

/** The kinds of messages of MongoDB's wire protocol: a driver's first question still comes in the old form. */
const opMsg = 2013;
const opQuery = 2004;
const opReply = 1;
const headerBytes = 16;

type Answer = Readonly<Record<string, unknown>>;

/** A MongoDB that greets everybody and then refuses: every sign-in, or every command of who signed in nowhere. */
export interface RefusingMongo {
  /** `host:port`. */
  readonly host: string;
  close(): Promise<void>;
}

export async function createRefusingMongo(): Promise<RefusingMongo> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let read = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('data', (piece) => {
      read = Buffer.concat([read, piece]);
      while (read.length >= 4 && read.length >= read.readInt32LE(0)) {
        const length = read.readInt32LE(0);
        socket.write(reply(read.subarray(0, length)));
        read = read.subarray(length);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function reply(message: Buffer): Buffer {
  const isOld = message.readInt32LE(12) === opQuery;
  const at = isOld ? message.indexOf(0, headerBytes + 4) + 1 + 8 : headerBytes + 5;
  const body = Buffer.from(serialize(answerTo(deserialize(message.subarray(at, at + message.readInt32LE(at))))));
  // Flags, cursor, first, count; or flags and the kind of the one section.
  const before = isOld ? Buffer.from([...Array.from({ length: 16 }, () => 0), 1, 0, 0, 0]) : Buffer.alloc(5);
  const header = Buffer.alloc(headerBytes);
  header.writeInt32LE(headerBytes + before.length + body.length, 0);
  header.writeInt32LE(message.readInt32LE(4), 8);
  header.writeInt32LE(isOld ? opReply : opMsg, 12);
  return Buffer.concat([header, before, body]);
}

function answerTo(command: mongo.BSON.Document): Answer {
  const [name = ''] = Object.keys(command);
  if (/^(?:hello|ismaster)$/iu.test(name)) return { ...greeting, localTime: new Date(), ok: 1 };
  if (name === 'buildInfo') return { version: '7.0.0', ok: 1 };
  if (name === 'endSessions' || name === 'ping') return { ok: 1 };
  if (name === 'saslStart')
    return { ok: 0, code: 18, codeName: 'AuthenticationFailed', errmsg: 'Authentication failed.' };
  const errmsg = `not authorized on ${String(command['$db'])} to execute command { ${name}: "rahasia" }`;
  return { ok: 0, code: 13, codeName: 'Unauthorized', errmsg };
}

const greeting = {
  ismaster: true,
  isWritablePrimary: true,
  setName: 'rs0',
  minWireVersion: 0,
  maxWireVersion: 21,
  maxBsonObjectSize: 16_777_216,
  maxMessageSizeBytes: 48_000_000,
  maxWriteBatchSize: 100_000,
  logicalSessionTimeoutMinutes: 30,
};
