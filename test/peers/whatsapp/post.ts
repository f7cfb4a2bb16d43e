import { bundleOf } from './answers.ts';
import { nameOf } from './companion.ts';
import type { Copy } from './contact.ts';
import type { Fault } from './faults.ts';
import { bytesOf, childOf, childrenOf, stamp, stanza } from './stanza.ts';
import type { Stanza } from './stanza.ts';
import type { Speaker } from './world.ts';

/** A message of the bot, as the service took or refused it. */
export interface Posted {
  readonly id: string;
  readonly to: string;
  /** The code of the refusal; null when it was accepted. */
  readonly refused: number | null;
}

/** A message of the bot: every copy goes to the phone that it is meant for, and the bot gets its acknowledgement. */
export async function takeMessage(speaker: Speaker, node: Stanza, fault: Fault | null): Promise<Posted> {
  const { companion, world } = speaker;
  const { id = '', to = '' } = node.attrs;
  const refused = fault?.code ?? null;
  const answered = fault?.silent !== true && fault?.drop === undefined;
  if (answered) {
    const error = refused ?? undefined;
    companion.connection?.send(stanza('ack', { class: 'message', id, from: to, t: stamp(), error }));
  }
  if (refused !== null) return { id, to, refused };
  for (const copy of copiesOf(node)) {
    const contact = world.contactAt(copy.jid);
    if (contact !== undefined) await contact.take(companion, copy);
    else if (world.partyAt(copy.jid) !== undefined) await world.phone.take(companion, copy);
    else world.puzzle(`a message for ${copy.jid}`);
  }
  return { id, to, refused };
}

/** What a device tells of messages that it got: they are not sent again, and their writers learn of it. */
export function takeReceipt({ companion, world }: Speaker, node: Stanza): void {
  const { id = '', to = '', type } = node.attrs;
  companion.connection?.send(stanza('ack', { class: 'receipt', id, from: to, type }));
  const contact = world.contactAt(to);
  for (const each of [id, ...itemsOf(node)]) {
    companion.settle(nameOf('message', each, undefined));
    contact?.report(each, type ?? 'delivered');
  }
  const retry = childOf(node, 'retry');
  if (type === 'retry' && retry !== undefined)
    contact?.resend(companion, id, retry.attrs['count'] ?? '1', bundleOf(node));
}

/** A device has taken a stanza, or refused it: then it comes again. */
export function takeAck({ companion }: Speaker, { attrs }: Stanza): { id: string; code: string } | null {
  const { id = '', class: tag = '', type, error } = attrs;
  if (error !== undefined) return { id, code: error };
  companion.settle(nameOf(tag, id, type));
  return null;
}

/** The encrypted copies: one for each device, or one alone when a message is sent again to a single device. */
function copiesOf(node: Stanza): readonly Copy[] {
  const { id = '', to = '' } = node.attrs;
  const single = childOf(node, 'enc');
  const toCopy = (jid: string, enc: Stanza | undefined): Copy => ({
    id,
    jid,
    kind: enc?.attrs['type'] ?? '',
    bytes: enc === undefined ? Buffer.alloc(0) : bytesOf(enc),
  });
  if (single !== undefined) return [toCopy(to, single)];
  return childrenOf(childOf(node, 'participants') ?? node, 'to').map((each) =>
    toCopy(each.attrs['jid'] ?? '', childOf(each, 'enc')),
  );
}

function itemsOf(receipt: Stanza): readonly string[] {
  return childrenOf(childOf(receipt, 'list') ?? receipt, 'item').map(({ attrs }) => attrs['id'] ?? '');
}
