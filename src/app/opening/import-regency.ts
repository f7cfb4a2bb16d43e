import { oweOpening } from '../../domain/opening-news.ts';
import type { Store } from '../../domain/ports/store.ts';
import type { Regency } from '../../domain/regency-file.ts';
import { setCapacity } from '../../domain/seats.ts';
import { tenantKind } from '../../domain/tenant.ts';
import type { Tenant } from '../../domain/tenant.ts';
import { openRecords } from '../office.ts';

export interface Imported {
  readonly programmes: number;
  readonly newBatches: number;
  /** Batches that were there: their capacity follows the file, people and classes stay as they are. */
  readonly knownBatches: number;
}

/**
 * Writes what an office wrote down about itself. Safe to repeat. Who has a seat keeps it, and a class is moved only by
 * chat (/ubahjadwal), because then everybody concerned is told. Of a new batch those are told who asked for its theme.
 */
export async function importRegency(store: Store, regency: Regency, now: number): Promise<Imported> {
  const records = openRecords(store);
  const { tenant, tracks, programmes, batches, forms, survey } = regency;
  await store.documents(tenantKind).change(activeTenant, () => ({ doc: tenant, result: null }));
  for (const track of tracks) await records.tracks.change(track.id, () => ({ doc: track, result: null }));
  for (const form of forms) await records.forms.create(form.id, form);
  for (const one of programmes) await records.programmes.change(one.id, () => ({ doc: one, result: null }));
  await records.surveys.change(survey.id, () => ({ doc: survey, result: null }));
  let newBatches = 0;
  for (const batch of batches) {
    const isNew = await records.batches.change(batch.id, (known) => {
      if (known === null) return { doc: oweOpening(batch, now, tenant.zone), result: true };
      const same = known.capacity === batch.capacity;
      return { doc: same ? null : setCapacity(known, batch.capacity, now), result: false };
    });
    if (isNew) newBatches += 1;
  }
  return { programmes: programmes.length, newBatches, knownBatches: batches.length - newBatches };
}

/** One installation serves one regency. */
const activeTenant = 'active';

/** The regency that this installation serves; null until one was imported. */
export function readTenant(store: Pick<Store, 'documents'>): Promise<Tenant | null> {
  return store.documents(tenantKind).read(activeTenant);
}
