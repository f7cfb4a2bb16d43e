import type { Connection } from './connection.ts';
import type { Bundle } from './party.ts';
import { service, stamp, stanza } from './stanza.ts';
import type { Stanza } from './stanza.ts';

/** The keys that a linked device has left with the server. */
export interface CompanionKeys {
  readonly registrationId: number;
  readonly identity: Uint8Array;
  readonly signedPreKey: Bundle['signedPreKey'];
}

/** With fewer one-time keys than this, a device is asked for more. */
export const fewPreKeys = 5;

/** A linked device as the service keeps it: its keys, and the stanzas that it has not acknowledged. */
export interface Companion {
  /** 1 and up; 0 is the phone. */
  readonly device: number;
  readonly noiseKey: Uint8Array;
  keys: CompanionKeys;
  /** Unlinked devices may not log in any more. */
  revoked: boolean;
  /** The server says that it holds so many one-time keys when it holds none, and the device uploads as many, not 812. */
  claimed: number;
  /** The phone has sent it the history of the account. */
  informed: boolean;
  connection: Connection | null;
  /** Adds one-time keys, and lets those in who wait for one. */
  addPreKeys(keys: ReadonlyMap<number, Uint8Array>): void;
  preKeys(): number;
  /** A bundle with the next one-time key, as soon as there is one. */
  bundle(): Promise<Bundle>;
  /** For the device, now or when it comes back; kept until it is acknowledged. A newer one of the same name replaces it. */
  post(node: Stanza): void;
  /** The same stanza once more, as after a lost acknowledgement. */
  repeat(name: string): void;
  /** The device has it, so it does not come again. */
  settle(name: string): void;
  /** The device takes stanzas: first all that wait, then those that come; it may never be told that the first are over. */
  activate(tellsEnd: boolean): void;
  deactivate(): void;
  /** The names of the stanzas that it has not acknowledged. */
  waiting(): readonly string[];
}

/** By what an acknowledgement names a stanza. Receipts of one message differ by type. */
export function nameOf(tag: string, id: string | undefined, type: string | undefined): string {
  return tag === 'receipt' ? `receipt ${id} ${type ?? 'delivered'}` : `${tag} ${id}`;
}

/** A device that has just been linked. */
export function createCompanion(device: number, noiseKey: Uint8Array, keys: CompanionKeys): Companion {
  const preKeys = new Map<number, Uint8Array>();
  const posted = new Map<string, Stanza>();
  const unsettled = new Map<string, Stanza>();
  let hungry: (() => void)[] = [];
  let active = false;
  let asked = 0;
  let asking = false;

  /** Asks for more keys, once until they come. */
  function askForKeys(): void {
    if (asking || preKeys.size >= fewPreKeys) return;
    asking = true;
    asked += 1;
    const attrs = { from: service, type: 'encrypt', id: `keys-${asked}`, t: stamp() };
    companion.post(stanza('notification', attrs, [stanza('count', { value: preKeys.size })]));
  }

  const companion: Companion = {
    device,
    noiseKey,
    keys,
    revoked: false,
    claimed: 0,
    informed: true,
    connection: null,
    addPreKeys: (added) => {
      for (const [keyId, key] of added) preKeys.set(keyId, key);
      asking = false;
      const served = hungry;
      hungry = [];
      for (const serve of served) serve();
    },
    preKeys: () => preKeys.size,
    bundle: async () => {
      while (preKeys.size === 0) {
        await new Promise<void>((resolve) => {
          hungry.push(resolve);
        });
      }
      const [keyId, key] = [...preKeys][0] ?? [0, Buffer.alloc(0)];
      preKeys.delete(keyId);
      askForKeys();
      return { ...companion.keys, preKey: { keyId, key } };
    },
    post: (node) => {
      const name = nameOf(node.tag, node.attrs['id'], node.attrs['type']);
      posted.set(name, node);
      unsettled.delete(name);
      unsettled.set(name, node);
      if (active) companion.connection?.send(node);
    },
    repeat: (name) => {
      const node = posted.get(name);
      if (node === undefined) throw new Error(`nothing named "${name}" was sent`);
      companion.post(node);
    },
    settle: (name) => void unsettled.delete(name),
    activate: (tellsEnd) => {
      const backlog = [...unsettled.values()];
      const count = (tag: string) => backlog.filter((node) => node.tag === tag).length;
      if (backlog.length > 0) {
        const counts = { message: count('message'), receipt: count('receipt'), notification: count('notification') };
        const preview = stanza('offline_preview', { count: backlog.length, ...counts });
        companion.connection?.send(stanza('ib', { from: service }, [preview]));
      }
      for (const [place, node] of backlog.entries()) {
        companion.connection?.send({ ...node, attrs: { ...node.attrs, offline: String(place) } });
      }
      const end = stanza('offline', { count: backlog.length });
      if (tellsEnd) companion.connection?.send(stanza('ib', { from: service }, [end]));
      active = true;
    },
    deactivate: () => {
      active = false;
    },
    waiting: () => [...unsettled.keys()],
  };
  return companion;
}
