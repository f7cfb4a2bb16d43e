import { stanza } from './stanza.ts';
import type { Stanza } from './stanza.ts';

/** Why the service ends a connection, or refuses one. The codes are those that a client reports. */
export type Ending = 515 | 401 | 440 | 403 | 405 | 503;

/** What the service says last. */
export const farewells: Readonly<Record<Ending, Stanza>> = {
  /** Connect again with the same credentials. */
  515: stanza('stream:error', { code: 515 }),
  /** The owner has unlinked this device. */
  401: stanza('stream:error', { code: 401 }, [stanza('conflict', { type: 'device_removed' })]),
  /** The same device has connected elsewhere. */
  440: stanza('stream:error', {}, [stanza('conflict', { type: 'replaced' })]),
  /** The account is banned. */
  403: stanza('failure', { reason: 403, location: 'frc' }),
  /** The client is too old. */
  405: stanza('failure', { reason: 405, location: 'frc' }),
  /** The service is not available. */
  503: stanza('failure', { reason: 503, location: 'frc' }),
};

/** A login with credentials that the service does not know, or not any more. */
export const unknownDevice = stanza('failure', { reason: 401, location: 'frc' });
