import type { Officer, Right } from '../domain/officer.ts';
import type { Office } from './office.ts';
import { findAll } from './read-all.ts';

/** What who runs the service may ask about its officers, at the terminal. */
export type OfficeOrder =
  | { readonly type: 'list' }
  /** `channel` is its kind (`telegram`), `user` the platform's own id of the person there. */
  | {
      readonly type: 'add';
      readonly name: string;
      readonly channel: string;
      readonly user: string;
      readonly rights: Right[];
    }
  | { readonly type: 'remove'; readonly id: string };

export type OfficeAnswer =
  | { readonly type: 'officers'; readonly officers: readonly Pick<Officer, 'id' | 'name' | 'rights'>[] }
  | { readonly type: 'added'; readonly id: string; readonly name: string }
  | { readonly type: 'removed'; readonly id: string }
  /** No such officer, or no such channel is connected. */
  | { readonly type: 'unknown'; readonly what: 'officer' | 'channel'; readonly id: string };

type Registry = Pick<Office, 'officers' | 'tenant' | 'fingerprint'>;

/** Carries an order out. An officer's id comes from the address, so that adding the same one again changes the rights. */
export async function manageOfficers(
  office: Registry,
  accountOf: (channel: string) => string | null,
  order: OfficeOrder,
): Promise<OfficeAnswer> {
  if (order.type === 'list') {
    const officers = await findAll(office.officers, 'tenant', office.tenant.id);
    return { type: 'officers', officers: officers.map(({ id, name, rights }) => ({ id, name, rights })) };
  }
  if (order.type === 'remove') {
    const known = await office.officers.read(order.id);
    if (known === null) return { type: 'unknown', what: 'officer', id: order.id };
    await office.officers.remove(order.id);
    return { type: 'removed', id: order.id };
  }
  const account = accountOf(order.channel);
  if (account === null) return { type: 'unknown', what: 'channel', id: order.channel };
  const fingerprint = office.fingerprint(account, order.user);
  const id = `petugas-${fingerprint.slice(0, shownLength).toLowerCase()}`;
  const { name, rights } = order;
  const officer = { id, tenant: office.tenant.id, name, rights, account, address: [account, fingerprint].join('.') };
  await office.officers.change(id, () => ({ doc: officer, result: null }));
  return { type: 'added', id, name };
}

/** Enough to tell the officers of one regency apart, and to type. */
const shownLength = 8;
