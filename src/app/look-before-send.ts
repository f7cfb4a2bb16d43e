import { controlAnnouncement } from '../domain/announcement.ts';
import { entryOf } from '../domain/batch.ts';
import type { Delivery } from '../domain/ports/deliveries.ts';
import type { Fields, Value } from '../engine/value.ts';
import type { Office } from './office.ts';
import type { Verdict } from './sending/sending.ts';

/** A paused push is looked at again this often; its rows are not claimed meanwhile. */
const pausedMs = 30_000;

/**
 * Whether a push may still go, read after its mark was written (protocol.md 3, S4): whoever forbids from now on sees
 * the mark and waits, whatever was forbidden before is seen here.
 */
export function createLookBeforeSend(office: Pick<Office, 'batches' | 'announcements'>) {
  return async (row: Delivery): Promise<Verdict> => {
    const fields: Fields = row.depends?.fields ?? {};
    const type = fields['type'];
    if (type === 'announcement') return lookAtAnnouncement(office, text(fields['announcement']));
    if (type !== 'meeting' && type !== 'offer') return { type: 'go' };
    const batch = await office.batches.read(text(fields['batch']));
    const entry = batch === null ? undefined : entryOf(batch, text(fields['contact']));
    if (batch === null || entry === undefined || entry.n !== fields['n']) return { type: 'skipped', code: 'left' };
    if (type === 'offer') return entry.state === 'offer' ? { type: 'go' } : { type: 'skipped', code: 'answered' };
    const meeting = batch.meetings.find(({ id }) => id === fields['meeting']);
    if (meeting?.sv !== row.depends?.version) return { type: 'skipped', code: 'changed' };
    if (fields['kind'] === 'change') return entry.state === 'out' ? { type: 'skipped', code: 'left' } : { type: 'go' };
    const seated = entry.state === 'seat' && meeting?.state === 'planned';
    return seated ? { type: 'go' } : { type: 'skipped', code: 'left' };
  };
}

async function lookAtAnnouncement({ announcements }: Pick<Office, 'announcements'>, id: string): Promise<Verdict> {
  const state = (await announcements.read(id))?.state;
  if (state === 'running') return { type: 'go' };
  if (state === 'paused' || state === 'snapshotting') return { type: 'wait', forMs: pausedMs, code: state };
  return { type: 'cancelled', code: state ?? 'absent' };
}

/** Announcements whose rows are not worth claiming now: paused, or not yet complete. */
export function createHeldSources({ announcements }: Pick<Office, 'announcements'>): () => Promise<readonly string[]> {
  const page = { after: '', limit: 100 };
  return async () => {
    const held = await Promise.all([
      announcements.find('state', 'paused', page),
      announcements.find('state', 'snapshotting', page),
    ]);
    return held.flat().map(({ id }) => id);
  };
}

/** A platform refuses the content itself: the announcement is paused, because it would be refused for everyone. */
export function createReportFault({ announcements, clock }: Pick<Office, 'announcements' | 'clock'>) {
  return async (row: Delivery): Promise<void> => {
    if (row.class !== 'announcement') return;
    await announcements.change(row.source, (doc) => ({
      doc: doc === null ? null : controlAnnouncement(doc, 'jeda', clock.now()).doc,
      result: null,
    }));
  };
}

function text(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}
