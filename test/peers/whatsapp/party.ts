import { Curve, generateRegistrationId, signedKeyPair } from '@whiskeysockets/baileys';
import type { KeyPair } from '@whiskeysockets/baileys';
import { ProtocolAddress, SessionBuilder, SessionCipher, SessionRecord } from 'libsignal';
import type { SignalStorage } from 'libsignal';

/** What a stranger needs to write to a device: public keys of 32 bytes. */
export interface Bundle {
  readonly registrationId: number;
  readonly identity: Uint8Array;
  readonly signedPreKey: { readonly keyId: number; readonly key: Uint8Array; readonly signature: Uint8Array };
  readonly preKey: { readonly keyId: number; readonly key: Uint8Array };
}

type CipherKind = 'pkmsg' | 'msg';

/** A phone with Signal keys of its own: a contact's, or the one that the account belongs to. */
export interface Party {
  readonly identity: KeyPair;
  readonly registrationId: number;
  /** A bundle with a one-time key that nobody got yet. */
  bundle(): Bundle;
  /** Whether it could write to this device without a bundle. */
  knows(device: string): boolean;
  /** Begins anew with a device. */
  meet(device: string, bundle: Bundle): Promise<void>;
  encrypt(device: string, plain: Uint8Array): Promise<{ kind: CipherKind; bytes: Buffer }>;
  /** The plaintext; what cannot be read is an error. */
  decrypt(device: string, kind: string, bytes: Buffer): Promise<Buffer>;
  /** Loses the session with a device. */
  forget(device: string): void;
}

/** What libsignal calls its first message of a session. */
const preKeyMessage = 3;

/** A party with fresh keys. `name` keeps its jobs apart from others' in libsignal's queue. */
export function createParty(name: string): Party {
  const identity = Curve.generateKeyPair();
  const registrationId = generateRegistrationId();
  const signed = signedKeyPair(identity, 1);
  const preKeys = new Map<number, KeyPair>();
  const sessions = new Map<string, Uint8Array>();
  let lastPreKey = 0;

  const storage: SignalStorage = {
    loadSession: async (id) => {
      const stored = sessions.get(id);
      return stored && SessionRecord.deserialize(stored);
    },
    storeSession: async (id, session) => {
      sessions.set(id, prune(session.serialize()));
    },
    isTrustedIdentity: () => true,
    loadPreKey: async (id) => {
      const pair = preKeys.get(Number(id));
      return pair && toSignal(pair);
    },
    removePreKey: (id) => void preKeys.delete(id),
    loadSignedPreKey: () => toSignal(signed.keyPair),
    getOurRegistrationId: () => registrationId,
    getOurIdentity: () => toSignal(identity),
  };
  const address = (device: string) => new ProtocolAddress(`${name}>${device}`, 0);

  return {
    identity,
    registrationId,
    bundle: () => {
      lastPreKey += 1;
      const pair = Curve.generateKeyPair();
      preKeys.set(lastPreKey, pair);
      return {
        registrationId,
        identity: identity.public,
        signedPreKey: { keyId: signed.keyId, key: signed.keyPair.public, signature: signed.signature },
        preKey: { keyId: lastPreKey, key: pair.public },
      };
    },
    knows: (device) => sessions.has(address(device).toString()),
    meet: (device, bundle) =>
      new SessionBuilder(storage, address(device)).initOutgoing({
        registrationId: bundle.registrationId,
        identityKey: withType(bundle.identity),
        signedPreKey: {
          keyId: bundle.signedPreKey.keyId,
          publicKey: withType(bundle.signedPreKey.key),
          signature: bundle.signedPreKey.signature,
        },
        preKey: { keyId: bundle.preKey.keyId, publicKey: withType(bundle.preKey.key) },
      }),
    encrypt: async (device, plain) => {
      const { type, body } = await new SessionCipher(storage, address(device)).encrypt(Buffer.from(plain));
      return { kind: type === preKeyMessage ? 'pkmsg' : 'msg', bytes: Buffer.from(body, 'binary') };
    },
    decrypt: (device, kind, bytes) => {
      const cipher = new SessionCipher(storage, address(device));
      return kind === 'pkmsg' ? cipher.decryptPreKeyWhisperMessage(bytes) : cipher.decryptWhisperMessage(bytes);
    },
    forget: (device) => void sessions.delete(address(device).toString()),
  };
}

/** libsignal wants the type, 5, before every public key. */
function withType(key: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([5]), key]);
}

function toSignal(pair: KeyPair): { privKey: Buffer; pubKey: Buffer } {
  return { privKey: Buffer.from(pair.private), pubKey: withType(pair.public) };
}

/** What libsignal marks a receiving chain with. */
const receiving = 2;

/** A session as libsignal writes it, as far as it is looked at here. */
interface Stored {
  readonly _sessions: Record<string, { readonly _chains: Record<string, Chain> }>;
}

interface Chain {
  readonly chainType: number;
  readonly chainKey: { readonly key?: string };
  readonly messageKeys: Readonly<Record<string, string>>;
}

/** libsignal never drops a chain; those that are over, without a key left, only make it slower with every turn. */
function prune(session: Uint8Array): Uint8Array {
  const { _sessions: sessions } = session as unknown as Stored;
  for (const { _chains: chains } of Object.values(sessions)) {
    for (const [name, { chainType, chainKey, messageKeys }] of Object.entries(chains)) {
      const over = chainType === receiving && chainKey.key === undefined && Object.keys(messageKeys).length === 0;
      if (over) Reflect.deleteProperty(chains, name);
    }
  }
  return session;
}
