import type { GateAsk, ShutWhy } from '../domain/ports/addresses.ts';

/** What an address says to whoever wants to send there, as every store knows it. */
export interface GateState {
  readonly dead: boolean;
  readonly stopped: boolean;
  readonly muted: readonly string[];
  readonly nextReply: number;
  /** A send is on its way. */
  readonly inFlight: boolean;
  /** When the last send ended. */
  readonly landedAt: number;
  readonly heardAt: number | null;
  readonly pushDay: string | null;
}

/** Why no send may begin at this address now, the lasting reasons first; null: it may. */
export function judgeGate(state: GateState, ask: GateAsk, now: number): ShutWhy | null {
  return refusesFor(state, ask) ?? waitsFor(state, ask, now);
}

function refusesFor(state: GateState, ask: GateAsk): ShutWhy | null {
  if (state.dead) return 'dead';
  if (ask.class !== 'reply' && state.stopped) return 'stopped';
  if (ask.purpose !== null && state.muted.includes(ask.purpose)) return 'muted';
  if (ask.seq !== null && ask.seq < state.nextReply) return 'passed';
  return null;
}

function waitsFor(state: GateState, ask: GateAsk, now: number): ShutWhy | null {
  if (state.inFlight) return 'busy';
  if (ask.seq !== null && ask.seq > state.nextReply) return 'early';
  if (ask.perChatMs > 0 && now < state.landedAt + ask.perChatMs) return 'soon';
  if (ask.silentMs > 0 && state.heardAt !== null && now < state.heardAt + ask.silentMs) return 'talking';
  if (ask.yieldsOn !== null && state.pushDay === ask.yieldsOn) return 'today';
  return null;
}
