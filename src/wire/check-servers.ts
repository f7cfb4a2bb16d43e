import { serversOf } from '../config/config.ts';
import type { Config } from '../config/config.ts';
import { documentKinds } from '../domain/document-kinds.ts';
import type { MongoReport } from '../store/mongo/mongo.ts';

/**
 * What `doctor` asks the database before anything is opened or mended there: reachable, allowed, majority, indexes. null:
 * there is none, the data lies in a folder. Throws `StoreTrouble`.
 */
export async function checkServers(config: Config): Promise<MongoReport | null> {
  const servers = serversOf(config);
  if (servers === null) return null;
  const { checkMongo } = await import('../store/mongo/mongo.ts');
  return checkMongo({ url: servers.mongodb, key: servers.key, kinds: documentKinds });
}
