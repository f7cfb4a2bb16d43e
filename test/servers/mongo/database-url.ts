/**
 * The URL of one database on a server whose URL names any other or none. Who signs in, signs in where they did before.
 */
export function databaseUrl(server: string, name: string): string {
  const [, hosts = '', database = '', query = ''] =
    /^([a-z+]+:\/\/[^/?]+)(?:\/([^?]*))?(?:\?(.*))?$/u.exec(server) ?? [];
  if (hosts === '') throw new Error('not the URL of a MongoDB');
  const options = new URLSearchParams(query);
  if (hosts.includes('@') && !options.has('authSource'))
    options.set('authSource', database === '' ? 'admin' : database);
  const asked = options.toString();
  return `${hosts}/${name}${asked === '' ? '' : `?${asked}`}`;
}
