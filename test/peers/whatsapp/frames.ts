import { prologue } from './noise.ts';

/** Frames carry their length in three bytes. */
const lengthBytes = 3;
/** "ED", 0, 1: routing information comes before the prologue. */
const routing = Buffer.from([0x45, 0x44, 0, 1]);

/** One message as it stands on the wire. */
export function toFrame(body: Uint8Array): Buffer {
  const length = Buffer.alloc(lengthBytes);
  length.writeUIntBE(body.byteLength, 0, lengthBytes);
  return Buffer.concat([length, body]);
}

/** Cuts the client's byte stream into messages; bytes in, the messages that are complete now out. */
export function createFrames(): (bytes: Uint8Array) => readonly Buffer[] {
  let waiting = Buffer.alloc(0);
  let introduced = false;

  /** The next message with its three bytes of length, if all of it is here. */
  function take(from: number): Buffer | null {
    if (waiting.byteLength < from + lengthBytes) return null;
    const end = from + lengthBytes + waiting.readUIntBE(from, lengthBytes);
    if (waiting.byteLength < end) return null;
    const body = waiting.subarray(from + lengthBytes, end);
    waiting = waiting.subarray(end);
    return body;
  }

  /** Whether the introduction has been read; anything else than one is an error. */
  function introduce(): boolean {
    if (waiting.byteLength < prologue.byteLength) return false;
    if (waiting.subarray(0, routing.byteLength).equals(routing) && take(routing.byteLength) === null) return false;
    if (waiting.byteLength < prologue.byteLength) return false;
    if (!waiting.subarray(0, prologue.byteLength).equals(prologue)) throw new Error('not a client of WhatsApp');
    waiting = waiting.subarray(prologue.byteLength);
    return true;
  }

  return (bytes) => {
    waiting = Buffer.concat([waiting, bytes]);
    introduced ||= introduce();
    if (!introduced) return [];
    const complete: Buffer[] = [];
    for (let body = take(0); body !== null; body = take(0)) complete.push(body);
    return complete;
  };
}
