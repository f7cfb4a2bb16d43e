import type { NewDelivery } from '../../domain/ports/deliveries.ts';
import { UNREADABLE, openBody, sealShared, writeBody } from '../delivery-body.ts';
import type { Body } from '../delivery-body.ts';
import type { Backing } from './backing.ts';
import type { DeliveryRow } from './delivery-row.ts';

/** What rows say. What many of them say alike is kept once, under a keyed hash of it. */
export interface DeliveryTexts {
  /** Inside a write: keeps what this row says for all that say the same, and gives its name. */
  readonly keep: (row: NewDelivery) => string;
  /** Opens what a row says, as `openBody` does. */
  readonly open: (row: Pick<DeliveryRow, 'id' | 'source' | 'body' | 'text'>) => Body;
  /** Inside a write: removes the texts of which no row is left. */
  readonly purge: () => void;
}

/** Texts that stay open: a push claims its rows page by page, and they all say one of a few things. */
const OPEN_AT_MOST = 16;

export function createDeliveryTexts({ database, seal }: Pick<Backing, 'database' | 'seal'>): DeliveryTexts {
  const sql = {
    keep: database.prepare('insert into delivery_text (id, source, body) values (?, ?, ?) on conflict do nothing'),
    read: database.prepare<Pick<DeliveryRow, 'body'>>('select body from delivery_text where id = ?'),
    purge: database.prepare(
      `delete from delivery_text where not exists (
         select 1 from tally where tally.source = delivery_text.source and count > 0)`,
    ),
  };
  /** By what they say, so that none is ever another one. */
  const opened = new Map<string, Body>();

  const openText = (id: string, row: Parameters<DeliveryTexts['open']>[0]): Body => {
    const known = opened.get(id);
    if (known !== undefined) return known;
    const kept = sql.read.get(id);
    if (kept === null) return UNREADABLE;
    const body = openBody(seal, { ...row, body: kept.body });
    const [eldest] = opened.keys();
    if (opened.size >= OPEN_AT_MOST && eldest !== undefined) opened.delete(eldest);
    opened.set(id, body);
    return body;
  };

  return {
    keep: (row) => {
      const id = seal.fingerprint(`delivery-text.${row.source}`, writeBody(row));
      sql.keep.run(id, row.source, sealShared(seal, row));
      return id;
    },
    open: (row) => (row.text === null ? openBody(seal, row) : openText(row.text, row)),
    purge: () => void sql.purge.run(),
  };
}
