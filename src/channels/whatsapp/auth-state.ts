import type { AuthenticationCreds, SignalDataSet, SignalDataTypeMap, SignalKeyStore } from '@whiskeysockets/baileys';
import { z } from 'zod';

import { createBoundedMap } from '../bounded-map.ts';
import type { BoundedMap } from '../bounded-map.ts';
import type { Baileys } from './baileys.ts';
import { keptInMemory } from './limits.ts';
import { pruneSession } from './prune-session.ts';
import type { Ring } from './ring.ts';

type KeyType = keyof SignalDataTypeMap;

/** What one socket signs in with. Baileys itself changes `creds`, and `saveCreds` writes them as they then are. */
export interface AuthState {
  readonly creds: AuthenticationCreds;
  readonly keys: SignalKeyStore;
  /** Durable when it resolves. */
  readonly saveCreds: () => Promise<void>;
  /** See `Ring`: nothing may go on with what is in memory. */
  readonly whenBroken: Ring['whenBroken'];
}

const credsName = 'creds';

/** What we wrote ourselves, sealed: only that it is no truncated rest is looked at. */
const ownCreds = z.custom<AuthenticationCreds>(
  (value) => typeof value === 'object' && value !== null && 'signedIdentityKey' in value,
);

/** Who has which address and which devices: asked within every message, and learned again after a start. */
const inMemory: ReadonlySet<string> = new Set<KeyType>(['lid-mapping', 'device-list']);

/**
 * Reads what the account is from its keyring; a ring without one gives a fresh identity that is written only when Baileys
 * changes it. Rejects with what the store throws: a ring that cannot be read is never taken for an empty one.
 */
export async function openAuthState(baileys: Baileys, ring: Ring): Promise<AuthState> {
  const { BufferJSON, initAuthCreds } = baileys;
  const saved = (await ring.read([credsName])).get(credsName);
  const creds = saved === undefined ? initAuthCreds() : ownCreds.parse(JSON.parse(saved, BufferJSON.reviver));
  return {
    creds,
    keys: openKeys(baileys, ring),
    saveCreds: () => ring.write(new Map([[credsName, JSON.stringify(creds, BufferJSON.replacer)]])),
    whenBroken: ring.whenBroken,
  };
}

/**
 * A device is linked when its phone has signed it. `creds.me` alone proves nothing: asking for a pairing code sets it, and
 * a login with it is refused with 401.
 */
export function isLinked({ me, account }: AuthenticationCreds): boolean {
  return me !== undefined && account !== undefined;
}

function openKeys(baileys: Baileys, ring: Ring): SignalKeyStore {
  const passing = createBoundedMap<string>(keptInMemory);
  const cache = createBoundedMap<string | null>(keptInMemory);
  return {
    get: async <Type extends KeyType>(type: Type, ids: string[]) => {
      const names = ids.map((id) => nameOf(type, id));
      const texts = inMemory.has(type) ? names.map((name) => passing.get(name)) : await readAll(ring, cache, names);
      const found: Record<string, SignalDataTypeMap[Type]> = {};
      for (const [index, id] of ids.entries()) {
        const text = texts[index];
        if (typeof text === 'string') found[id] = parse(baileys, type, text);
      }
      return found;
    },
    set: async (data) => {
      const changes = new Map<string, string | null>();
      for (const [name, text] of toTexts(baileys, data)) {
        if (!inMemory.has(name.slice(0, name.indexOf(' ')))) changes.set(name, text);
        else if (text === null) passing.delete(name);
        else passing.set(name, text);
      }
      if (changes.size === 0) return;
      await ring.write(changes);
      for (const [name, text] of changes) cache.set(name, text);
    },
  };
}

/** Only one process writes the ring, so what was read or written last is what there is. */
async function readAll(
  ring: Ring,
  cache: BoundedMap<string | null>,
  names: readonly string[],
): Promise<readonly (string | null | undefined)[]> {
  const unknown = names.filter((name) => !cache.has(name));
  const read = unknown.length === 0 ? new Map<string, string>() : await ring.read(unknown);
  // A write that ended meanwhile is newer than what was read.
  for (const name of unknown) if (!cache.has(name)) cache.set(name, read.get(name) ?? null);
  return names.map((name) => cache.get(name) ?? read.get(name));
}

function nameOf(type: string, id: string): string {
  return `${type} ${id}`;
}

function* toTexts({ BufferJSON }: Baileys, data: SignalDataSet): Iterable<readonly [string, string | null]> {
  for (const [type, values] of Object.entries(data)) {
    for (const [id, value] of Object.entries(values)) {
      const kept: unknown = type === 'session' ? pruneSession(value) : value;
      yield [nameOf(type, id), kept === null ? null : JSON.stringify(kept, BufferJSON.replacer)];
    }
  }
}

function parse<Type extends KeyType>(
  { BufferJSON, proto }: Baileys,
  type: Type,
  text: string,
): SignalDataTypeMap[Type] {
  const value: unknown = JSON.parse(text, BufferJSON.reviver);
  // Baileys reads fields of it that only its own class fills in.
  const made = type === 'app-state-sync-key' ? proto.Message.AppStateSyncKeyData.fromObject(toRecord(value)) : value;
  return z.custom<SignalDataTypeMap[Type]>().parse(made);
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
