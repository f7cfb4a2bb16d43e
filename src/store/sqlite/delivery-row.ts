import type {
  Delivery,
  DeliveryClass,
  DeliveryState,
  Lane,
  NewDelivery,
  Receipt,
} from '../../domain/ports/deliveries.ts';
import type { Fields, Zone } from '../../engine/value.ts';
import type { MarkState } from '../judge-mark.ts';
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

/** What is sealed of a delivery: everything that a person would read, and the fields that tell who it is about. */
interface Body {
  readonly content: NewDelivery['content'];
  readonly start: NewDelivery['start'];
  readonly fields: Fields;
}

const placeOfBody = (id: string): string => `delivery.body.${id}`;

/** Where the platform's id of a sent message is sealed: WhatsApp's holds the phone number. */
export const placeOfPlatformId = (id: string): string => `delivery.platform_id.${id}`;

function laneOf(deliveryClass: DeliveryClass): Lane {
  return deliveryClass === 'reply' ? 'reply' : 'bulk';
}

/** The cells of a new row, in the order of `NEW_COLUMNS`. */
export function toNewCells(seal: Seal, row: NewDelivery): readonly Cell[] {
  const body: Body = { content: row.content, start: row.start, fields: row.depends?.fields ?? {} };
  return [
    row.id,
    row.account,
    row.address,
    laneOf(row.class),
    row.class,
    row.seq,
    row.source,
    seal.sealJson(body, placeOfBody(row.id)),
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

export const NEW_COLUMNS =
  'id, account, address, lane, class, seq, source, body, due, until, pause_at, zone, yields, purpose, depends_on, depends_version, run';

/** What a mark is judged by. */
export function toMarkState({ state, attempt, generation, due, until, pause_at: pauseAt }: DeliveryRow): MarkState {
  return { waiting: state === 'pending' || state === 'claimed', attempt, generation, due, until, pauseAt };
}

/** What is left of a row that was forgotten: nothing is in it that had to be sealed. */
const FORGOTTEN: Body = { content: null, start: null, fields: {} };

/** Opens what is sealed in a row. Throws `wrong_key`. */
export function toDelivery(seal: Seal, row: DeliveryRow): Delivery {
  const body = row.body.length === 0 ? FORGOTTEN : (seal.openJson(row.body, placeOfBody(row.id)) as Body);
  const { content, start, fields } = body;
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
    platformId: row.platform_id === null ? null : seal.openText(row.platform_id, placeOfPlatformId(row.id)),
    receipt: row.receipt,
    code: row.code,
    doubtOver: row.doubt_over === 1,
  };
}
