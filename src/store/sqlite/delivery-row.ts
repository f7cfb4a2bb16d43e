import type {
  Delivery,
  DeliveryClass,
  DeliveryState,
  Lane,
  NewDelivery,
  Receipt,
} from '../../domain/ports/deliveries.ts';
import type { Zone } from '../../engine/value.ts';
import { sealBody } from '../delivery-body.ts';
import type { Body } from '../delivery-body.ts';
import type { MarkState } from '../judge-mark.ts';
import { tryOpen } from '../seal.ts';
import type { Seal } from '../seal.ts';
import type { Cell } from './open-store.ts';

/** A row of `delivery`, as SQLite gives it. */
export interface DeliveryRow {
  readonly id: string;
  readonly account: string;
  readonly address: string;
  readonly class: DeliveryClass;
  readonly seq: number | null;
  readonly source: string;
  readonly body: Uint8Array;
  /** Where what it says is kept for many; null: in its own body. */
  readonly text: string | null;
  readonly due: number;
  readonly until: number;
  readonly pause_at: number | null;
  readonly zone: Zone;
  readonly yields: number;
  readonly purpose: string | null;
  readonly depends_on: string | null;
  readonly depends_version: number | null;
  readonly run: number;
  readonly state: DeliveryState;
  readonly attempt: number;
  readonly generation: number;
  readonly flight: number;
  readonly part: number;
  readonly platform_id: Uint8Array | null;
  readonly receipt: Receipt | null;
  readonly code: string | null;
  readonly doubt_over: number;
}

/** Where the platform's id of a sent message is sealed: WhatsApp's holds the phone number. */
export const placeOfPlatformId = (id: string): string => `delivery.platform_id.${id}`;

export function laneOf(deliveryClass: DeliveryClass): Lane {
  return deliveryClass === 'reply' ? 'reply' : 'bulk';
}

/** New rows that differ in whom they are for alone: one statement writes them all. */
export type Alike = readonly [NewDelivery, ...NewDelivery[]];

/** Neighbours that are alike, together. */
export function toAlike(rows: readonly NewDelivery[]): readonly Alike[] {
  const alike: [NewDelivery, ...NewDelivery[]][] = [];
  for (const row of rows) {
    const last = alike.at(-1);
    if (last !== undefined && isAlike(last[0], row)) last.push(row);
    else alike.push([row]);
  }
  return alike;
}

/** What they say is compared by its identity: comparing the words would cost as much as sealing them. */
function isAlike(one: NewDelivery, other: NewDelivery): boolean {
  return (
    one.account === other.account &&
    one.source === other.source &&
    one.content === other.content &&
    one.start === other.start &&
    one.depends === other.depends &&
    one.class === other.class &&
    one.seq === other.seq &&
    one.due === other.due &&
    one.until === other.until &&
    one.pauseAt === other.pauseAt &&
    one.zone === other.zone &&
    one.yields === other.yields &&
    one.purpose === other.purpose &&
    one.run === other.run
  );
}

/** Whom new rows are for, and what they are called: what differs between rows that are alike. */
export function toNewPeople(rows: Alike): string {
  return JSON.stringify(rows.map(({ id, address }) => [id, address]));
}

const KEPT_ELSEWHERE = new Uint8Array();

/** The cells that new rows have in common, in the order of `COMMON_COLUMNS`; `text`: where what they say is kept. */
export function toCommonCells(seal: Seal, [row]: Alike, text: string | null): readonly Cell[] {
  return [
    row.account,
    laneOf(row.class),
    row.class,
    row.seq,
    row.source,
    text === null ? sealBody(seal, row) : KEPT_ELSEWHERE,
    text,
    row.due,
    row.until,
    row.pauseAt,
    row.zone,
    Number(row.yields),
    row.purpose,
    row.depends?.on ?? null,
    row.depends?.version ?? null,
    row.run,
  ];
}

export const COMMON_COLUMNS =
  'account, lane, class, seq, source, body, text, due, until, pause_at, zone, yields, purpose, depends_on, depends_version, run';

/** What a mark is judged by. */
export function toMarkState({ state, attempt, generation, due, until, pause_at: pauseAt }: DeliveryRow): MarkState {
  return { waiting: state === 'pending' || state === 'claimed', attempt, generation, due, until, pauseAt };
}

/** A row with what it says, which was opened before. */
export function toDelivery(seal: Seal, row: DeliveryRow, { content, start, fields, unreadable }: Body): Delivery {
  const { depends_on: on, depends_version: version } = row;
  return {
    id: row.id,
    account: row.account,
    address: row.address,
    class: row.class,
    seq: row.seq,
    source: row.source,
    content,
    start,
    due: row.due,
    until: row.until,
    pauseAt: row.pause_at,
    zone: row.zone,
    yields: row.yields === 1,
    purpose: row.purpose,
    depends: on === null || version === null ? null : { on, version, fields },
    run: row.run,
    state: row.state,
    attempt: row.attempt,
    generation: row.generation,
    flight: row.flight,
    part: row.part,
    platformId: openPlatformId(seal, row),
    receipt: row.receipt,
    code: row.code,
    doubtOver: row.doubt_over === 1,
    ...(unreadable && { unreadable }),
  };
}

/** Nothing hangs on it being read again: reports find their row by its HMAC. */
function openPlatformId(seal: Seal, { id, platform_id: sealed }: DeliveryRow): string | null {
  return sealed === null ? null : tryOpen(() => seal.openText(sealed, placeOfPlatformId(id)));
}
