import { createHmac } from 'node:crypto';

import { Curve, initAuthCreds, proto } from '@whiskeysockets/baileys';
import type { AuthenticationCreds } from '@whiskeysockets/baileys';

import { createCompanion } from './companion.ts';
import type { Companion, CompanionKeys } from './companion.ts';
import { createParty } from './party.ts';
import type { Party } from './party.ts';

/** What is signed when a device is linked: by the phone with the first, by the device with the second (ADV). */
const accountPrefix = Buffer.from([6, 0]);
const devicePrefix = Buffer.from([6, 1]);

/** The account that the bot uses: a number, its phone and the devices linked to it. */
export interface Account {
  readonly number: string;
  readonly lid: string;
  readonly phone: Party;
  /** The keys of a device, as it brings them when it is linked. */
  link(noiseKey: Uint8Array, keys: CompanionKeys): Companion;
  companion(device: number): Companion | undefined;
  /** Those that are still linked. */
  companions(): readonly Companion[];
  /** Both addresses of a device of this account. */
  jids(device: number): { readonly id: string; readonly lid: string };
  /** The phone's signature under a device's identity. */
  sign(companion: Companion): proto.IADVSignedDeviceIdentity;
  /** What a client keeps that was linked long ago, with its device now known to the service. */
  credentials(claimedKeys: number): AuthenticationCreds;
}

/** An account without linked devices. */
export function createAccount(number: string, lid: string): Account {
  const phone = createParty(`phone ${number}`);
  const companions: Companion[] = [];

  const account: Account = {
    number,
    lid,
    phone,
    link: (noiseKey, keys) => {
      const companion = createCompanion(companions.length + 1, noiseKey, keys);
      companions.push(companion);
      return companion;
    },
    companion: (device) => companions[device - 1],
    companions: () => companions.filter(({ revoked }) => !revoked),
    jids: (device) => ({
      id: `${number}${device === 0 ? '' : `:${device}`}@s.whatsapp.net`,
      lid: `${lid}${device === 0 ? '' : `:${device}`}@lid`,
    }),
    sign: ({ device, keys }) => {
      const details = proto.ADVDeviceIdentity.encode({
        rawId: 1,
        timestamp: Math.floor(Date.now() / 1000),
        keyIndex: device,
        accountType: 0,
        deviceType: 0,
      }).finish();
      const signed = Buffer.concat([accountPrefix, details, keys.identity]);
      return {
        details,
        accountSignatureKey: phone.identity.public,
        accountSignature: Curve.sign(phone.identity.private, signed),
      };
    },
    credentials: (claimedKeys) => {
      const creds = initAuthCreds();
      const { noiseKey, signedIdentityKey, signedPreKey, registrationId } = creds;
      const companion = account.link(noiseKey.public, {
        registrationId,
        identity: signedIdentityKey.public,
        signedPreKey: {
          keyId: signedPreKey.keyId,
          key: signedPreKey.keyPair.public,
          signature: signedPreKey.signature,
        },
      });
      companion.claimed = claimedKeys;
      const signed = account.sign(companion);
      const deviceSignature = Curve.sign(signedIdentityKey.private, toBeSignedByDevice(signed, companion));
      return {
        ...creds,
        me: { ...account.jids(companion.device), name: 'Gelombang' },
        account: { ...signed, deviceSignature },
        accountSyncCounter: 1,
        registered: true,
      };
    },
  };
  return account;
}

/** The bytes under a device's own signature. */
export function toBeSignedByDevice(
  { details, accountSignatureKey }: proto.IADVSignedDeviceIdentity,
  { keys }: Companion,
): Buffer {
  if (!details || !accountSignatureKey) throw new Error('an identity that nobody has signed');
  return Buffer.concat([devicePrefix, details, keys.identity, accountSignatureKey]);
}

/** The signed identity as it travels to the device, proved with the secret that only both know. */
export function seal(signed: proto.IADVSignedDeviceIdentity, secret: Uint8Array): Uint8Array {
  const details = proto.ADVSignedDeviceIdentity.encode(signed).finish();
  const hmac = createHmac('sha256', secret).update(details).digest();
  return proto.ADVSignedDeviceIdentityHMAC.encode({ details, hmac }).finish();
}
