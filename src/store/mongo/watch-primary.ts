import type mongoose from 'mongoose';

/** Kinds of servers that take writes (https://github.com/mongodb/specifications: server discovery and monitoring). */
const WRITABLE: ReadonlySet<string> = new Set(['RSPrimary', 'Standalone', 'Mongos', 'LoadBalanced']);

/** Whether the driver's monitoring knows a server that takes writes just now, without asking one. */
export function watchPrimary(connection: mongoose.Connection): () => boolean {
  let writable = true;
  connection.getClient().on('topologyDescriptionChanged', ({ newDescription }) => {
    writable = [...newDescription.servers.values()].some(({ type }) => WRITABLE.has(type));
  });
  return () => writable;
}
