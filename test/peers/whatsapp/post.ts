import { bundleOf } from './answers.ts';
import { nameOf } from './companion.ts';
import type { Copy } from './contact.ts';
import { isFor } from './faults.ts';
import type { Fault } from './faults.ts';
import { bytesOf, childOf, childrenOf, stamp, stanza } from './stanza.ts';
import type { Stanza } from './stanza.ts';
import type { Speaker } from './world.ts';

/** A message of the bot: it is acknowledged or refused, and every copy goes to the phone that it is meant for. */
export async function takeMessage(speaker: Speaker, node: Stanza): Promise<void> {
  const { connection, world } = speaker;
  const { id = '', to = '' } = node.attrs;
  const fault = world.faults.next((one) => isFor(one, null, world.contactAt(to)?.id ?? null));
  if (fault?.drop === 'before') {
    connection.cut();
    return;
  }
  const refused = fault?.code ?? null;
  world.log.posted.push({ id, to, refused });
  if (isAnswered(fault)) {
    const error = refused ?? undefined;
    connection.send(stanza('ack', { class: 'message', id, from: to, t: stamp(), error }));
  }
  if (refused === null) await deliver(speaker, node);
  if (fault?.drop === 'after') connection.cut();
}

/** Whether the client learns of what was done. */
export function isAnswered(fault: Fault | null): boolean {
  return fault?.silent !== true && fault?.drop === undefined;
}

async function deliver({ companion, world }: Speaker, node: Stanza): Promise<void> {
  for (const copy of copiesOf(node)) {
    const contact = world.contactAt(copy.jid);
    if (contact !== undefined) await contact.take(companion, copy);
    else if (world.partyAt(copy.jid) !== undefined) await world.phone.take(companion, copy);
    else world.puzzle(`a message for ${copy.jid}`);
  }
}

/** What a device tells of messages that it got: they are not sent again, and their writers learn of it. */
export function takeReceipt({ companion, connection, world }: Speaker, node: Stanza): void {
  const { id = '', to = '', participant, type } = node.attrs;
  connection.send(stanza('ack', { class: 'receipt', id, from: to, participant, type }));
  const contact = world.contactAt(participant ?? to);
  for (const each of [id, ...itemsOf(node)]) {
    companion.settle(nameOf('message', each, undefined));
    contact?.report(each, type ?? 'delivered');
  }
  const retry = childOf(node, 'retry');
  if (retry !== undefined) contact?.resend(companion, id, retry.attrs['count'] ?? '1', bundleOf(node));
}

/** A device has taken a stanza, or refused it: then it comes again. */
export function takeAck({ companion, world }: Speaker, { attrs }: Stanza): void {
  const { id = '', class: tag = '', type, error } = attrs;
  if (error === undefined) companion.settle(nameOf(tag, id, type));
  else world.log.refusals.push({ id, code: error });
}

/** The encrypted copies: one for each device, or one alone when a message is sent again to a single device. */
function copiesOf(node: Stanza): readonly Copy[] {
  const { id = '', to = '' } = node.attrs;
  const alone = childOf(node, 'enc');
  const copies = childrenOf(childOf(node, 'participants') ?? node, 'to').map(
    (each) => [each.attrs['jid'] ?? '', childOf(each, 'enc')] as const,
  );
  return (alone === undefined ? copies : [[to, alone] as const]).flatMap(([jid, enc]) =>
    enc === undefined ? [] : [{ id, jid, kind: enc.attrs['type'] ?? '', bytes: bytesOf(enc) }],
  );
}

function itemsOf(receipt: Stanza): readonly string[] {
  return childrenOf(childOf(receipt, 'list') ?? receipt, 'item').map(({ attrs }) => attrs['id'] ?? '');
}
