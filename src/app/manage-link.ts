import type { Link, LinkOrder, LinkState } from '../domain/link.ts';

/** null: no such channel is connected. */
export interface LinkAnswer {
  readonly type: 'link';
  readonly link: LinkState | null;
}

/** Carries an order out; answers with how it stands then. */
export async function manageLink(link: Link | null, order: LinkOrder): Promise<LinkAnswer> {
  if (order.type === 'link-pair') link?.pair(order.number);
  if (order.type === 'link-logout') await link?.logout();
  if (order.type === 'link-resume') await link?.resumePushes();
  if (link === null) return { type: 'link', link: null };
  const found = order.type === 'link-find' ? { found: await link.find(order.number) } : {};
  return { type: 'link', link: { ...link.state(), ...found } };
}
