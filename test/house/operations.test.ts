import { describe, expect, it } from 'vitest';

import { createOperations } from '../../src/app/create-operations.ts';
import type { Office } from '../../src/app/office.ts';
import { catalogue } from '../../src/domain/catalogue.ts';

/** Looks of the engine itself. */
const builtInLooks = ['keadaan_nik'];
/** Deeds of the engine itself; every flow has them without asking for them. */
const builtIn = ['catat_persetujuan', 'minta_nik', 'henti', 'mulai_lagi', 'serahkan'];
/** Of the service itself: no flow may name it. */
const own = ['lupakan_warga'];

describe('the catalogue', () => {
  // The operations are only named here, never run: no store is needed.
  const operations = createOperations({} as Office);

  it.each(['deeds', 'looks', 'sources'] as const)('has exactly one operation for each of its %s', (kind) => {
    const expected = [
      ...Object.keys(catalogue[kind]),
      ...(kind === 'deeds' ? [...builtIn, ...own] : []),
      ...(kind === 'looks' ? builtInLooks : []),
    ];
    expect(Object.keys(operations[kind]).toSorted()).toEqual(expected.toSorted());
  });
});
