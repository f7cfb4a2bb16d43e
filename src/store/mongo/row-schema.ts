import mongoose from 'mongoose';
import { z } from 'zod';

/** What is sealed, in a row. The driver gives bytes as a Buffer (`promoteBuffers`). */
export const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** The zod shape of a row: flat fields, each of them something that `toType` knows, and an `_id` that is a text. */
export type RowShape = z.ZodRawShape & { readonly _id: z.ZodString };

/**
 * The mongoose schema of a row: it maps and casts, and what it does not know is thrown back. No defaults, no hooks, no
 * version key; indexes are made by `prepare.ts` alone.
 */
export function toMongooseSchema(row: z.ZodObject<RowShape>): mongoose.Schema {
  return new mongoose.Schema(toPaths(row), {
    strict: 'throw',
    strictQuery: 'throw',
    minimize: false,
    versionKey: false,
    id: false,
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
  });
}

function toPaths(row: z.ZodObject): Record<string, mongoose.SchemaDefinitionProperty> {
  return Object.fromEntries(Object.entries<z.core.$ZodType>(row.shape).map(([field, type]) => [field, toPath(type)]));
}

function toPath(type: z.core.$ZodType): mongoose.SchemaDefinitionProperty {
  const isWrapped = type instanceof z.ZodNullable || type instanceof z.ZodExactOptional || type instanceof z.ZodCatch;
  const bare = isWrapped ? type.unwrap() : type;
  // Without `default` mongoose writes an empty list where none was given.
  return { type: toType(bare), default: undefined, ...(bare === bytes && { set: toBuffer }) };
}

/** mongoose casts to bytes only what is a Buffer; the bytes are the same, not a copy. */
function toBuffer(value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value;
}

/**
 * The types a row may hold; what is not there at all is `exactOptional`, never undefined. A row with another one is a bug
 * found at the start.
 */
function toType(type: z.core.$ZodType): unknown {
  if (type === bytes) return Buffer;
  if (type instanceof z.ZodString || type instanceof z.ZodEnum) return String;
  if (type instanceof z.ZodNumber) return Number;
  if (type instanceof z.ZodBoolean) return Boolean;
  if (type instanceof z.ZodDate) return Date;
  if (type instanceof z.ZodArray) return [toPath(type.element)];
  if (type instanceof z.ZodObject) return new mongoose.Schema(toPaths(type), { _id: false, strict: 'throw' });
  if (type instanceof z.ZodUnknown) return mongoose.Schema.Types.Mixed;
  throw new TypeError(`a row cannot hold ${type.constructor.name}`);
}
