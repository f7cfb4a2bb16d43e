import type { GateAsk, ShutWhy } from '../../domain/ports/addresses.ts';
import type { AddressRow } from './address-row.ts';

/** Why no send may begin at this address now, the lasting reasons first; null: it may. */
export function judgeGate(row: AddressRow, ask: GateAsk, now: number): ShutWhy | null {
  return refusesFor(row, ask) ?? waitsFor(row, ask, now);
}

function refusesFor(row: AddressRow, ask: GateAsk): ShutWhy | null {
  if (row.dead === 1) return 'dead';
  if (ask.class !== 'reply' && row.stopped === 1) return 'stopped';
  const muted = JSON.parse(row.muted) as readonly string[];
  if (ask.purpose !== null && muted.includes(ask.purpose)) return 'muted';
  if (ask.seq !== null && ask.seq < row.next_reply) return 'passed';
  return null;
}

function waitsFor(row: AddressRow, ask: GateAsk, now: number): ShutWhy | null {
  if (row.flight !== null) return 'busy';
  if (ask.seq !== null && ask.seq > row.next_reply) return 'early';
  if (ask.perChatMs > 0 && now < row.landed_at + ask.perChatMs) return 'soon';
  if (ask.silentMs > 0 && row.heard_at !== null && now < row.heard_at + ask.silentMs) return 'talking';
  if (ask.yieldsOn !== null && row.push_day === ask.yieldsOn) return 'today';
  return null;
}
