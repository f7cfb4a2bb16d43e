import { answerIq } from './answers.ts';
import { farewells } from './endings.ts';
import { isFor } from './faults.ts';
import { isAnswered, takeAck, takeMessage, takeReceipt } from './post.ts';
import { childOf, childrenOf, refusal } from './stanza.ts';
import type { Stanza } from './stanza.ts';
import { describe } from './world.ts';
import type { Speaker } from './world.ts';

/** Hears one stanza of a linked device; what this peer does not know is noted. */
export async function hearSpeaker(speaker: Speaker, node: Stanza): Promise<void> {
  const listen = listeners[node.tag];
  if (listen === undefined) speaker.world.puzzle(describe(node));
  else await listen(speaker, node);
}

const listeners: Readonly<Record<string, (speaker: Speaker, node: Stanza) => Promise<void> | void>> = {
  iq: (speaker, node) => {
    if (node.attrs['type'] !== 'result') answer(speaker, node);
  },
  message: takeMessage,
  receipt: takeReceipt,
  ack: takeAck,
  chatstate: ({ world }, node) => {
    if (childOf(node, 'composing') !== undefined) world.contactAt(node.attrs['to'] ?? '')?.type();
  },
  presence: () => undefined,
  ib: ({ world }, node) => {
    const [child] = childrenOf(node);
    if (child === undefined || !['unified_session', 'offline_batch'].includes(child.tag)) world.puzzle(describe(node));
  },
};

function answer(speaker: Speaker, iq: Stanza): void {
  const { connection, companion, world } = speaker;
  const fault = world.faults.next((one) => isFor(one, iq.attrs['xmlns'] ?? '', null));
  if (fault?.code !== undefined) {
    connection.send(refusal(iq, fault.code, 'fault'));
    return;
  }
  if (fault?.drop !== 'before') {
    const known = answerIq(speaker, iq);
    if (known === null) world.puzzle(describe(iq));
    if (isAnswered(fault)) connection.send(known ?? refusal(iq, 501, 'feature-not-implemented'));
    follow(speaker, iq);
  }
  if (fault?.drop !== undefined) connection.cut();
  if (companion.revoked) connection.end(farewells[401]);
}

/** What comes after the answer. */
function follow({ companion, world }: Speaker, iq: Stanza): void {
  const child = childrenOf(iq)[0]?.tag;
  if (child === 'active') {
    companion.activate(world.faults.next((one) => isFor(one, 'offline', null)) === null);
    if (!companion.informed) world.phone.inform(companion);
  }
  if (child === 'remove-companion-device') companion.revoked = true;
}
