import { z } from 'zod';

import type { KeptRow } from '../kept-row.ts';
import type { Cell } from './open-store.ts';

/** A kept row's field and its column: `ownedAt` is `owned_at`. */
export function toColumn(field: string): string {
  return field.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}

/** The cells of a kept row, in the order of its fields. */
export function toCells(row: z.ZodObject, kept: KeptRow): readonly Cell[] {
  return Object.keys(row.shape).map((field) => toCell(kept[field]));
}

/** The kept row of a row whose columns bear the names of its fields. Throws when a field or a column is unknown: a bug. */
export function toKept(row: z.ZodObject, found: Readonly<Record<string, Cell>>): KeptRow {
  const shape: Readonly<Record<string, z.core.$ZodType>> = row.shape;
  const fields = Object.entries(shape).map(([field, type]) => [field, toField(type, found[field])]);
  return row.parse(Object.fromEntries(fields)) as KeptRow;
}

/** Times are epoch milliseconds, flags 0 or 1, lists JSON. */
function toCell(value: unknown): Cell {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'boolean') return Number(value);
  if (Array.isArray(value))
    return JSON.stringify(value.map((each: unknown) => (each instanceof Date ? toCell(each) : each)));
  return value as Cell;
}

function toField(type: z.core.$ZodType, cell: unknown): unknown {
  if (cell === null) return null;
  if (type instanceof z.ZodNullable) return toField(type.unwrap(), cell);
  if (type instanceof z.ZodDate) return new Date(cell as number);
  if (type instanceof z.ZodBoolean) return cell === 1;
  if (type instanceof z.ZodArray) {
    return (JSON.parse(cell as string) as unknown[]).map((each) => toField(type.element, each));
  }
  return cell;
}
