import type { SignalDataTypeMap, SignalKeyStore } from '@whiskeysockets/baileys';

/** A key store in memory for the stock client; with a latency, every call takes that long. */
export function createMemoryKeys(latencyMs = 0): SignalKeyStore {
  const rows = new Map<string, unknown>();
  const wait = async () => {
    if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs));
  };
  return {
    get: async <T extends keyof SignalDataTypeMap>(type: T, ids: string[]) => {
      await wait();
      const found: Record<string, SignalDataTypeMap[T]> = {};
      for (const id of ids) {
        const row = rows.get(`${type} ${id}`);
        if (row !== undefined) found[id] = structuredClone(row) as SignalDataTypeMap[T];
      }
      return found;
    },
    set: async (changes) => {
      await wait();
      for (const [type, values] of Object.entries(changes)) {
        for (const [id, value] of Object.entries(values)) {
          if (value === null) rows.delete(`${type} ${id}`);
          else rows.set(`${type} ${id}`, structuredClone(value));
        }
      }
    },
  };
}
