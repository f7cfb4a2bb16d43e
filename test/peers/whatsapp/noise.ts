import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto';

import { Curve, proto } from '@whiskeysockets/baileys';
import type { KeyPair } from '@whiskeysockets/baileys';

/** The server's side of Noise XX, as WhatsApp speaks it. Exactly 32 bytes long, so it is not hashed. */
const protocol = Buffer.from('Noise_XX_25519_AESGCM_SHA256\0\0\0\0');
/** "WA", major version 6, dictionary 3. */
export const prologue = Buffer.from([0x57, 0x41, 6, 3]);

const tagBytes = 16;
/** The year 2100; nobody looks at the dates. */
const farFuture = 4_102_444_800;

/** The server's static key, and the certificates that a root has signed for it. */
export interface ServerIdentity {
  readonly key: KeyPair;
  readonly chain: Uint8Array;
  /** The root's public key: what a client that checks must be told to trust (`WA_CERT_DETAILS.PUBLIC_KEY`). */
  readonly root: Buffer<ArrayBuffer>;
}

/** What the channel does once the handshake is over. */
export interface Transport {
  seal(plain: Uint8Array): Buffer;
  open(sealed: Uint8Array): Buffer;
}

export interface Handshake {
  /** The client's first message in, the server's answer out. */
  greet(frame: Uint8Array): Uint8Array;
  /** The client's last message in: who it is, what it wants, and the keys from here on. */
  finish(frame: Uint8Array): { noiseKey: Buffer; wish: proto.ClientPayload; transport: Transport };
}

/** A new server key under a new root. */
export function createServerIdentity(): ServerIdentity {
  const [root, intermediate, key] = [Curve.generateKeyPair(), Curve.generateKeyPair(), Curve.generateKeyPair()];
  const chain = proto.CertChain.encode({
    intermediate: certify(0, intermediate, root),
    leaf: certify(1, key, intermediate),
  }).finish();
  return { key, chain, root: Buffer.from(root.public) };
}

/** A certificate for a key, by the key of whoever has the serial number `issuerSerial`. */
function certify(issuerSerial: number, subject: KeyPair, signer: KeyPair): proto.CertChain.INoiseCertificate {
  const details = proto.CertChain.NoiseCertificate.Details.encode({
    serial: issuerSerial + 1,
    issuerSerial,
    key: subject.public,
    notBefore: 0,
    notAfter: farFuture,
  }).finish();
  return { details, signature: Curve.sign(signer.private, details) };
}

/** One handshake of the server. */
export function createHandshake(identity: ServerIdentity): Handshake {
  const own = Curve.generateKeyPair();
  let hash: Buffer = protocol;
  let salt: Buffer = protocol;
  let key: Buffer = protocol;
  let count = 0;

  const mix = (bytes: Uint8Array) => {
    hash = createHash('sha256').update(hash).update(bytes).digest();
  };
  const split = (secret: Uint8Array): [Buffer, Buffer] => {
    const bytes = Buffer.from(hkdfSync('sha256', secret, salt, '', 64));
    return [bytes.subarray(0, 32), bytes.subarray(32)];
  };
  const agree = (mine: KeyPair, theirs: Uint8Array) => {
    [salt, key] = split(Curve.sharedKey(mine.private, theirs));
    count = 0;
  };
  const encrypt = (plain: Uint8Array) => {
    const sealed = seal(key, count, plain, hash);
    count += 1;
    mix(sealed);
    return sealed;
  };
  const decrypt = (sealed: Uint8Array) => {
    const plain = open(key, count, sealed, hash);
    count += 1;
    mix(sealed);
    return plain;
  };

  mix(prologue);
  return {
    greet(frame) {
      const { clientHello } = proto.HandshakeMessage.decode(frame);
      const ephemeral = required(clientHello?.ephemeral);
      mix(ephemeral);
      mix(own.public);
      agree(own, ephemeral);
      const sealedKey = encrypt(identity.key.public);
      agree(identity.key, ephemeral);
      const payload = encrypt(identity.chain);
      return proto.HandshakeMessage.encode({
        serverHello: { ephemeral: own.public, static: sealedKey, payload },
      }).finish();
    },
    finish(frame) {
      const { clientFinish } = proto.HandshakeMessage.decode(frame);
      const noiseKey = decrypt(required(clientFinish?.static));
      agree(own, noiseKey);
      const wish = proto.ClientPayload.decode(decrypt(required(clientFinish?.payload)));
      const [theirs, ours] = split(Buffer.alloc(0));
      return { noiseKey, wish, transport: createTransport(ours, theirs) };
    },
  };
}

function createTransport(ours: Buffer, theirs: Buffer): Transport {
  const none = Buffer.alloc(0);
  let written = 0;
  let read = 0;
  return {
    seal: (plain) => {
      written += 1;
      return seal(ours, written - 1, plain, none);
    },
    open: (sealed) => {
      read += 1;
      return open(theirs, read - 1, sealed, none);
    },
  };
}

function nonce(count: number): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(count, 8);
  return bytes;
}

function seal(key: Buffer, count: number, plain: Uint8Array, associated: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce(count));
  cipher.setAAD(associated);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function open(key: Buffer, count: number, sealed: Uint8Array, associated: Buffer): Buffer {
  const cipher = createDecipheriv('aes-256-gcm', key, nonce(count));
  cipher.setAAD(associated);
  cipher.setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([cipher.update(sealed.subarray(0, -tagBytes)), cipher.final()]);
}

function required(bytes: Uint8Array | null | undefined): Uint8Array {
  if (bytes === null || bytes === undefined) throw new Error('a handshake message without its key');
  return bytes;
}
