import type { Addresses } from '../../domain/ports/addresses.ts';
import { createAddressGate } from './address-gate.ts';
import { createAddressTurns } from './address-turns.ts';
import type { Backing } from './backing.ts';

/** Addresses as rows: the half of the turn (owner, fence, session) and the half of sending (flight, refusal). */
export function createAddresses(backing: Backing): Addresses {
  return { ...createAddressTurns(backing), ...createAddressGate(backing) };
}
