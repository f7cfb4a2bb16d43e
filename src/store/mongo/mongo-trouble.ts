import mongoose from 'mongoose';

import { StoreTrouble } from '../../domain/ports/store-trouble.ts';

const { mongo } = mongoose;

/** A document with this unique key is there already (https://www.mongodb.com/docs/manual/reference/error-codes/). */
const DUPLICATE_KEY = 11_000;

/**
 * The server has no primary just now, steps down, shuts down or did not hear from a majority in time: the codes that the
 * drivers' specification calls retryable, and MaxTimeMSExpired (50), WriteConcernFailed (64) and its kin (79, 91, 100).
 */
const AWAY: ReadonlySet<unknown> = new Set([
  6, 7, 50, 64, 79, 89, 91, 100, 134, 189, 262, 9001, 10_058, 10_107, 11_600, 11_602, 13_388, 13_435, 13_436,
]);
/** Unauthorized. */
const NO_RIGHTS = 13;
/** AuthenticationFailed, UserNotFound, and what hosted servers say instead. */
const REFUSED: ReadonlySet<unknown> = new Set([11, 18, 8000]);
/** OutOfDiskSpace. */
const DISK_FULL = 14_031;

/** Nobody answers: the call was never sent, or nobody knows what became of it. What is not exported goes by its name. */
const isAway = (error: Error): boolean =>
  error instanceof mongo.MongoNetworkError ||
  error instanceof mongo.MongoServerSelectionError ||
  error instanceof mongoose.Error.MongooseServerSelectionError ||
  error instanceof mongo.MongoWriteConcernError ||
  error instanceof mongo.MongoOperationTimeoutError ||
  error instanceof mongo.MongoServerClosedError ||
  error.name === 'MongoPoolClosedError' ||
  error.name === 'MongoWaitQueueTimeoutError' ||
  (error instanceof mongo.MongoError && error.hasErrorLabel('RetryableWriteError'));

/** We closed the connection ourselves. */
const isClosed = (error: Error): boolean =>
  error instanceof mongo.MongoNotConnectedError ||
  error instanceof mongo.MongoClientClosedError ||
  error instanceof mongo.MongoTopologyClosedError;

/** What the driver or mongoose threw, as `StoreTrouble` when it is expected; anything else comes back unchanged. */
export function toTrouble(error: unknown, host: string): unknown {
  if (!(error instanceof Error) || error instanceof StoreTrouble) return error;
  // A bulk write wraps what befell its connection.
  if (error instanceof mongo.MongoBulkWriteError && error.errorResponse instanceof Error)
    return toTrouble(error.errorResponse, host);
  const code = 'code' in error ? error.code : undefined;
  if (REFUSED.has(code)) return new StoreTrouble('database_refused', { host }, error);
  if (code === NO_RIGHTS)
    return new StoreTrouble('database_no_rights', { host, missing: refusedCommand(error) }, error);
  if (code === DISK_FULL) return new StoreTrouble('disk_full', {}, error);
  if (isClosed(error)) return new StoreTrouble('closed', {}, error);
  return AWAY.has(code) || isAway(error) ? new StoreTrouble('database_away', { host }, error) : error;
}

/** Of "not authorized on gelombang to execute command { find: ..." only the command's name: the rest may hold anything. */
function refusedCommand({ message }: Error): string {
  return /to execute command \{ (\w+)/u.exec(message)?.[1] ?? '-';
}

/** The write was refused because the key is there already: for whoever writes "if absent", that is an answer. */
export function isKnownKey(error: unknown): boolean {
  return error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY;
}

/** What an unordered bulk write did: the position of each upsert that made its row. */
export interface BulkWritten {
  readonly upsertedIds: Readonly<Record<number, unknown>>;
}

/** An unordered bulk write that only met keys that are there already did everything else. Throws any other error again. */
export function withoutKnownKeys(error: unknown): BulkWritten {
  if (!(error instanceof mongo.MongoBulkWriteError)) throw error;
  const failures = [error.writeErrors].flat();
  const known = failures.filter((each) => each.code === DUPLICATE_KEY);
  if (known.length === 0 || known.length < failures.length || error.result.getWriteConcernError() !== undefined) {
    throw error;
  }
  return error.result;
}
