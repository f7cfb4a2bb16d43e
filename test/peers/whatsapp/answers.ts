import { answerStanding } from './notices.ts';
import type { Bundle } from './party.ts';
import { childOf, childrenOf, bytesOf, refusal, result, stanza } from './stanza.ts';
import type { Stanza } from './stanza.ts';
import type { Speaker } from './world.ts';

type Answer = (speaker: Speaker, iq: Stanza) => Stanza;

/** The answer to a request; null when this peer does not know it. */
export function answerIq(speaker: Speaker, iq: Stanza): Stanza | null {
  const child = childrenOf(iq)[0]?.tag ?? '';
  const { xmlns, type = 'set' } = iq.attrs;
  return answers[`${xmlns} ${type} ${child}`]?.(speaker, iq) ?? null;
}

/** What the service lets a client upload; the figure itself is not known. */
const largestFile = 104_857_600;

const nothing: Answer = (_speaker, iq) => result(iq);

/** Every request that rc14 makes of its own accord, by namespace, type and first child. */
const answers: Readonly<Record<string, Answer>> = {
  'encrypt get count': ({ companion }, iq) =>
    result(iq, stanza('count', { value: companion.preKeys() || companion.claimed })),
  'encrypt set registration': ({ companion }, iq) => {
    companion.keys = {
      registrationId: bytesOf(iq, 'registration').readUInt32BE(),
      identity: bytesOf(iq, 'identity'),
      signedPreKey: signedPreKeyOf(iq),
    };
    const keys = childrenOf(childOf(iq, 'list') ?? iq, 'key');
    companion.addPreKeys(new Map(keys.map((key) => [bytesOf(key, 'id').readUIntBE(0, 3), bytesOf(key, 'value')])));
    return result(iq);
  },
  'encrypt set rotate': ({ companion }, iq) => {
    companion.keys = { ...companion.keys, signedPreKey: signedPreKeyOf(childOf(iq, 'rotate') ?? iq) };
    return result(iq);
  },
  'encrypt get digest': (_speaker, iq) => result(iq, stanza('digest')),
  'encrypt get key': ({ world }, iq) => {
    const users = childrenOf(childOf(iq, 'key') ?? iq, 'user').map(({ attrs }) => {
      const party = world.partyAt(attrs['jid'] ?? '');
      if (party === undefined) return stanza('user', attrs, [stanza('error', { code: 404, text: 'item-not-found' })]);
      return stanza('user', { jid: attrs['jid'] }, keysOf(party.bundle()));
    });
    return result(iq, stanza('list', {}, users));
  },
  'passive set active': nothing,
  'md set remove-companion-device': nothing,
  'abt get props': (_speaker, iq) => result(iq, stanza('props', { hash: 'x' })),
  'blocklist get ': (_speaker, iq) => result(iq, stanza('list')),
  'privacy get privacy': (_speaker, iq) => {
    const category = stanza('category', { name: 'readreceipts', value: 'all' });
    return result(iq, stanza('privacy', {}, [category]));
  },
  'privacy set tokens': nothing,
  'usync get usync': answerUsync,
  'w:m set media_conn': ({ world }, iq) => {
    const host = stanza('host', { hostname: world.mediaHost, maxContentLengthBytes: largestFile });
    return result(iq, stanza('media_conn', { auth: 'izin', ttl: 3600 }, [host]));
  },
  'w:mex get query': ({ world }, iq) => answerStanding(world.standing, iq),
  'w:p get ping': nothing,
  'w:stats set add': nothing,
  'urn:xmpp:whatsapp:dirty set clean': nothing,
  'w:profile:picture get picture': (_speaker, iq) => refusal(iq, 404, 'item-not-found'),
  'w:sync:app:state set sync': (_speaker, iq) => {
    const collections = childrenOf(childOf(iq, 'sync') ?? iq, 'collection').map(({ attrs: { name, version } }) =>
      stanza('collection', { name, version }, [stanza('patches')]),
    );
    return result(iq, stanza('sync', {}, collections));
  },
};

/** Who has which devices and addresses. Each part only if it was asked for; a LID only for a number. */
function answerUsync({ world }: Speaker, iq: Stanza): Stanza {
  const usync = childOf(iq, 'usync') ?? iq;
  const asked = new Set(childrenOf(childOf(usync, 'query') ?? usync).map(({ tag }) => tag));
  for (const tag of asked) if (!(tag in usyncParts)) world.puzzle(`usync asks for ${tag}`);
  const users = childrenOf(childOf(usync, 'list') ?? usync, 'user').map((user) => {
    const jid = user.attrs['jid'] ?? `${bytesOf(user, 'contact').toString().replace('+', '')}@s.whatsapp.net`;
    const parts = Object.entries(usyncParts).flatMap(([tag, part]) => (asked.has(tag) ? part(world, jid) : []));
    return stanza('user', { jid }, [...parts]);
  });
  return result(iq, stanza('usync', usync.attrs, [stanza('result'), stanza('list', {}, users)]));
}

const usyncParts: Readonly<Record<string, (world: Speaker['world'], jid: string) => readonly Stanza[]>> = {
  devices: (world, jid) => {
    if (world.partyAt(jid) === undefined) return [];
    const linked = world.contactAt(jid) === undefined ? world.account.companions() : [];
    const devices = linked.map(({ device }) => stanza('device', { id: device, 'key-index': device }));
    return [stanza('devices', {}, [stanza('device-list', {}, [stanza('device', { id: 0 }), ...devices])])];
  },
  lid: (world, jid) => {
    if (jid.endsWith('@lid')) return [];
    const lid = world.contactAt(jid)?.lid ?? (world.partyAt(jid) && world.account.jids(0).lid);
    return lid === undefined ? [] : [stanza('lid', { val: lid })];
  },
  contact: (world, jid) => [stanza('contact', { type: world.partyAt(jid) === undefined ? 'out' : 'in' })],
};

/** A signed prekey as a device uploads it, below this element. */
function signedPreKeyOf(node: Stanza): Bundle['signedPreKey'] {
  return {
    keyId: bytesOf(node, 'skey', 'id').readUIntBE(0, 3),
    key: bytesOf(node, 'skey', 'value'),
    signature: bytesOf(node, 'skey', 'signature'),
  };
}

/** The keys that a device sends along when it asks for a message again; null when it sends none. */
export function bundleOf(retry: Stanza): Bundle | null {
  const keys = childOf(retry, 'keys');
  if (keys === undefined) return null;
  return {
    registrationId: bytesOf(retry, 'registration').readUInt32BE(),
    identity: bytesOf(keys, 'identity'),
    signedPreKey: signedPreKeyOf(keys),
    preKey: { keyId: bytesOf(keys, 'key', 'id').readUIntBE(0, 3), key: bytesOf(keys, 'key', 'value') },
  };
}

function keysOf({ registrationId, identity, signedPreKey, preKey }: Bundle): Stanza[] {
  return [
    stanza('registration', {}, numberOf(registrationId, 4)),
    stanza('type', {}, Buffer.from([5])),
    stanza('identity', {}, identity),
    stanza('skey', {}, [
      stanza('id', {}, numberOf(signedPreKey.keyId, 3)),
      stanza('value', {}, signedPreKey.key),
      stanza('signature', {}, signedPreKey.signature),
    ]),
    stanza('key', {}, [stanza('id', {}, numberOf(preKey.keyId, 3)), stanza('value', {}, preKey.key)]),
  ];
}

function numberOf(value: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUIntBE(value, 0, length);
  return bytes;
}
