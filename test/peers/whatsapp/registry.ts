import { randomBytes } from 'node:crypto';

import { Curve, proto } from '@whiskeysockets/baileys';
import type { KeyPair } from '@whiskeysockets/baileys';
import { verifySignature } from 'libsignal/src/curve.js';

import { seal, toBeSignedByDevice } from './account.ts';
import type { Account } from './account.ts';
import type { Companion, CompanionKeys } from './companion.ts';
import type { Connection } from './connection.ts';
import { farewells } from './endings.ts';
import { openBundle, unwrapKey, wrapKey } from './pairing.ts';
import { bytesOf, childrenOf, refusal, result, service, stamp, stanza } from './stanza.ts';
import type { Stanza } from './stanza.ts';

/** Those who are not linked yet. */
export interface Registry {
  arrive(connection: Connection, wish: proto.IClientPayload, noiseKey: Buffer): void;
  /** Whether this was understood. */
  hear(connection: Connection, node: Stanza): boolean;
  leave(connection: Connection): void;
  /** The phone scans a QR code. False when the code is not, or no longer, one of a client here. */
  scan(qr: string): Promise<boolean>;
  /** Whether a client has asked for a code and waits for the owner to type it. */
  asked(): boolean;
  /** The owner types a code for the client that asked for one. False when it is the wrong one, or nobody asked. */
  type(code: string): Promise<boolean>;
}

/** So many QR codes are shown before the client gives up. */
const references = 6;

interface Candidate {
  readonly connection: Connection;
  readonly noiseKey: Buffer;
  readonly keys: CompanionKeys;
  readonly refs: readonly string[];
  /** Its ephemeral key, under the code that it shows. */
  wrapped: Buffer | null;
  /** The phone's part, once the owner has typed a code. */
  typed: { readonly ephemeral: KeyPair; readonly companionEphemeral: Buffer } | null;
  /** What the phone has signed. */
  linked: { readonly companion: Companion; readonly signed: proto.IADVSignedDeviceIdentity } | null;
  /** Tells the phone how it ended. */
  settle: ((paired: boolean) => void) | null;
}

/** Links new clients to the account. */
export function createRegistry(account: Account): Registry {
  const candidates = new Map<Connection, Candidate>();

  function asking(): Candidate | undefined {
    return [...candidates.values()].find(({ wrapped }) => wrapped !== null);
  }

  function ends(candidate: Candidate): Promise<boolean> {
    return new Promise((resolve) => {
      candidate.settle = resolve;
    });
  }

  /** The phone signs; the client has to sign in its turn. */
  function sign(candidate: Candidate, secret: Uint8Array): void {
    const companion = account.link(candidate.noiseKey, candidate.keys);
    companion.informed = false;
    const signed = account.sign(companion);
    candidate.linked = { companion, signed };
    const { id: jid, lid } = account.jids(companion.device);
    const attrs = { from: service, type: 'set', id: 'pair-success', xmlns: 'md', t: stamp() };
    candidate.connection.send(
      stanza('iq', attrs, [
        stanza('pair-success', {}, [
          stanza('device-identity', {}, seal(signed, secret)),
          stanza('biz', { name: 'Gelombang' }),
          stanza('device', { jid, lid }),
          stanza('platform', { name: 'android' }),
        ]),
      ]),
    );
  }

  /** The client's signature, checked; then it has to come again, as a linked device. */
  function finish(candidate: Candidate, answer: Stanza): boolean {
    if (candidate.linked === null) return false;
    const { companion, signed } = candidate.linked;
    const identity = bytesOf(answer, 'pair-device-sign', 'device-identity');
    const paired = isSigned(identity, signed, companion);
    companion.revoked = !paired;
    candidate.settle?.(paired);
    candidate.connection.end(farewells[paired ? 515 : 401]);
    return true;
  }

  function hearCode(candidate: Candidate, iq: Stanza, request: Stanza): boolean {
    if (request.attrs['stage'] === 'companion_hello') {
      candidate.wrapped = bytesOf(request, 'link_code_pairing_wrapped_companion_ephemeral_pub');
      const ref = stanza('link_code_pairing_ref', {}, Buffer.from(candidate.refs[0] ?? ''));
      candidate.connection.send(result(iq, stanza('link_code_companion_reg', { stage: 'companion_hello' }, [ref])));
      return true;
    }
    if (request.attrs['stage'] !== 'companion_finish' || candidate.typed === null) return false;
    const bundle = bytesOf(request, 'link_code_pairing_wrapped_key_bundle');
    const { ephemeral, companionEphemeral } = candidate.typed;
    const opened = openBundle(bundle, ephemeral, companionEphemeral, account.phone.identity);
    if (opened === null || !opened.companionIdentity.equals(candidate.keys.identity)) {
      // What the service itself answers to a wrong code is not known.
      candidate.connection.send(refusal(iq, 400, 'bad-request'));
      candidate.settle?.(false);
      return true;
    }
    candidate.connection.send(result(iq));
    sign(candidate, opened.advSecret);
    return true;
  }

  function hearIq(candidate: Candidate, iq: Stanza): boolean {
    const [child] = childrenOf(iq);
    if (iq.attrs['type'] === 'result') return child?.tag === 'pair-device-sign' ? finish(candidate, iq) : true;
    if (child?.tag === 'link_code_companion_reg') return hearCode(candidate, iq, child);
    if (child?.tag !== 'ping') return false;
    candidate.connection.send(result(iq));
    return true;
  }

  return {
    arrive: (connection, wish, noiseKey) => {
      const refs = Array.from({ length: references }, () => `2@${randomBytes(24).toString('base64url')}`);
      const keys = toKeys(wish.devicePairingData ?? {});
      candidates.set(connection, {
        connection,
        noiseKey,
        keys,
        refs,
        wrapped: null,
        typed: null,
        linked: null,
        settle: null,
      });
      const offers = refs.map((ref) => stanza('ref', {}, Buffer.from(ref)));
      const attrs = { from: service, type: 'set', id: 'pair-device', xmlns: 'md' };
      connection.send(stanza('iq', attrs, [stanza('pair-device', {}, offers)]));
    },
    hear: (connection, node) => {
      const candidate = candidates.get(connection);
      if (candidate === undefined) return false;
      return node.tag === 'iq' ? hearIq(candidate, node) : ['ack', 'ib', 'presence'].includes(node.tag);
    },
    leave: (connection) => void candidates.delete(connection),
    scan: async (qr) => {
      const [ref = '', noiseKey, identity, secret = ''] = qr.slice(qr.indexOf('#') + 1).split(',');
      const candidate = [...candidates.values()].find(({ refs }) => refs.includes(ref));
      if (candidate === undefined) return false;
      if (noiseKey !== candidate.noiseKey.toString('base64')) return false;
      if (identity !== Buffer.from(candidate.keys.identity).toString('base64')) return false;
      sign(candidate, Buffer.from(secret, 'base64'));
      return ends(candidate);
    },
    asked: () => asking() !== undefined,
    type: async (code) => {
      const candidate = asking();
      if (candidate?.wrapped == null) return false;
      const ephemeral = Curve.generateKeyPair();
      candidate.typed = { ephemeral, companionEphemeral: unwrapKey(code, candidate.wrapped) };
      const attrs = { from: service, type: 'link_code_companion_reg', id: 'link-code', t: stamp() };
      candidate.connection.send(
        stanza('notification', attrs, [
          stanza('link_code_companion_reg', { stage: 'primary_hello' }, [
            stanza('link_code_pairing_wrapped_primary_ephemeral_pub', {}, wrapKey(code, ephemeral.public)),
            stanza('primary_identity_pub', {}, account.phone.identity.public),
            stanza('link_code_pairing_ref', {}, Buffer.from(candidate.refs[0] ?? '')),
          ]),
        ]),
      );
      return ends(candidate);
    },
  };
}

/** The keys in a registration. */
function toKeys({ eRegid, eIdent, eSkeyId, eSkeyVal, eSkeySig }: proto.ClientPayload.IDevicePairingRegistrationData) {
  if (!eRegid || !eIdent || !eSkeyId || !eSkeyVal || !eSkeySig) throw new Error('a registration without its keys');
  return {
    registrationId: Buffer.from(eRegid).readUInt32BE(),
    identity: eIdent,
    signedPreKey: { keyId: Buffer.from(eSkeyId).readUIntBE(0, 3), key: eSkeyVal, signature: eSkeySig },
  };
}

/** Whether the device has signed what the phone signed. libsignal checks; Baileys' own check accepts anything. */
function isSigned(answer: Uint8Array, signed: proto.IADVSignedDeviceIdentity, companion: Companion): boolean {
  const { deviceSignature } = proto.ADVSignedDeviceIdentity.decode(answer);
  const key = Buffer.concat([Buffer.from([5]), companion.keys.identity]);
  return deviceSignature != null && verifySignature(key, toBeSignedByDevice(signed, companion), deviceSignature);
}
