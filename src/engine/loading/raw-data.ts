/** A map of a file that was read: its values are maps, lists and texts. */
export type RawMap = Readonly<Record<string, unknown>>;

export function isRawMap(data: unknown): data is RawMap {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

export function isRawList(data: unknown): data is readonly unknown[] {
  return Array.isArray(data);
}

/** The list, or an empty one where something else stands. */
export function rawList(data: unknown): readonly unknown[] {
  return isRawList(data) ? data : [];
}

/** What a record itself holds under a key; a name that every object has (`constructor`) is none of its own. */
export function ownValue<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
