import type { DeliveryState } from '../domain/ports/deliveries.ts';

/** The count of deliveries in each state where there are none. */
export const noDeliveries: Readonly<Record<DeliveryState, number>> = {
  pending: 0,
  claimed: 0,
  sending: 0,
  sent: 0,
  uncertain: 0,
  failed: 0,
  cancelled: 0,
  skipped: 0,
  expired: 0,
};
