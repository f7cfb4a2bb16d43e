import type { Deliveries } from '../../domain/ports/deliveries.ts';
import type { Backing } from './backing.ts';
import { createDeliveryChanges } from './delivery-changes.ts';
import { createDeliveryLanes } from './delivery-lanes.ts';
import { createDeliveryLooks } from './delivery-looks.ts';
import { createDeliverySettlement } from './delivery-settlement.ts';
import { createDeliverySlices } from './delivery-slices.ts';

/**
 * Deliveries as rows: what leads one to its mark, what became of the call, what asks about many, what changes many a slice
 * at a time, and what asks about lanes.
 */
export function createDeliveries(backing: Backing): Deliveries {
  return {
    ...createDeliveryChanges(backing),
    ...createDeliverySettlement(backing),
    ...createDeliveryLooks(backing),
    ...createDeliverySlices(backing),
    ...createDeliveryLanes(backing),
  };
}
