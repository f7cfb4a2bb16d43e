import { deliveryStates } from '../domain/ports/deliveries.ts';
import type { DeliveryState } from '../domain/ports/deliveries.ts';

/** The count of deliveries in each state where there are none. */
export const noDeliveries = Object.fromEntries(deliveryStates.map((state) => [state, 0])) as Readonly<
  Record<DeliveryState, number>
>;
