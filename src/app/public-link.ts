import type { Office } from './office.ts';

/** The address of one of the service's pages, `path` with its slash; null: people reach none. */
export function publicLink({ publicUrl }: Pick<Office, 'publicUrl'>, path: string): string | null {
  return publicUrl === null ? null : `${publicUrl.replace(/\/$/u, '')}${path}`;
}
