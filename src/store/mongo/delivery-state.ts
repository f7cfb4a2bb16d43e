import type { DeliveryState } from '../../domain/ports/deliveries.ts';
import { assign } from './assign.ts';
import type { Values } from './assign.ts';
import type { Update } from './collection.ts';
import type { DeliveryRow } from './delivery-row.ts';

/** Not yet with the platform. */
export const WAITING: readonly DeliveryState[] = ['pending', 'claimed'];
/** Certainly or perhaps with the platform. */
export const IN_FLIGHT: readonly DeliveryState[] = ['sending', 'uncertain'];

/** The update that brings a row into `state`, with the flags by which the indexes of open rows find it. */
export function become(
  state: DeliveryState,
  more: Values<DeliveryRow> = {},
): Pick<Update<DeliveryRow>, '$set' | '$unset'> {
  return assign<DeliveryRow>({
    takenBy: null,
    ...more,
    state,
    waiting: WAITING.includes(state) || null,
    hot: IN_FLIGHT.includes(state) || null,
  });
}
