import type { Deliveries } from '../../domain/ports/deliveries.ts';
import type { Backing } from './backing.ts';
import { createDeliveryChanges } from './delivery-changes.ts';
import { createDeliveryLanes } from './delivery-lanes.ts';
import { createDeliveryLooks } from './delivery-looks.ts';
import { createDeliverySettlement } from './delivery-settlement.ts';
import { createDeliveryTexts } from './delivery-texts.ts';

/** Deliveries as rows: what leads one to its mark, what became of the call, and what asks about many or about lanes. */
export function createDeliveries(backing: Backing): Deliveries {
  const texts = createDeliveryTexts(backing);
  return {
    ...createDeliveryChanges(backing, texts),
    ...createDeliverySettlement(backing),
    ...createDeliveryLooks(backing, texts),
    ...createDeliveryLanes(backing, texts),
  };
}
