import type { Look } from '../../domain/operation.ts';
import type { Office } from '../office.ts';

/** Whether taps can be counted at all: nobody is asked for a consent that nothing comes of. */
export function hitunganKetukan({ publicUrl }: Pick<Office, 'publicUrl'>): Look {
  return async () => ({ result: publicUrl === null ? 'tidak_ada' : 'ada', values: {} });
}
