import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The system cuts longer names of sockets (108 bytes on Linux, 104 on macOS). */
const longest = 100;

/** Where the running service on a data folder listens to commands of the same user: in the folder, unless that is too deep. */
export function socketPath(dataDir: string): string {
  const path = resolve(dataDir, 'gelombang.sock');
  if (Buffer.byteLength(path) <= longest) return path;
  return join(tmpdir(), `gelombang-${createHash('sha256').update(path).digest('hex').slice(0, 16)}.sock`);
}
