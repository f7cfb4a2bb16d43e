import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A key and the certificate that it has signed for itself, for this machine's own address. */
export interface Certificate {
  /** PEM, as TLS servers and clients take them. */
  readonly key: string;
  readonly certificate: string;
}

/** Types of ASN.1 values, and the identifiers used here, as they stand in DER. */
const sequence = 0x30;
const set = 0x31;
const integer = 0x02;
const text = 0x0c;
const time = 0x18;
const bits = 0x03;
const octets = 0x04;
const ecdsaWithSha256 = Buffer.from('06082a8648ce3d040302', 'hex');
const commonName = Buffer.from('0603550403', 'hex');
const alternativeName = Buffer.from('0603551d11', 'hex');
const thisMachine = Buffer.from([127, 0, 0, 1]);
/** Context tags: the version, the extensions, an address in an alternative name. */
const version = 0xa0;
const extensions = 0xa3;
const address = 0x87;

/** A new certificate for 127.0.0.1. */
export function createCertificate(): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const algorithm = der(sequence, ecdsaWithSha256);
  const name = der(sequence, der(set, der(sequence, commonName, der(text, Buffer.from('loopback')))));
  const names = der(octets, der(sequence, der(address, thisMachine)));
  const body = der(
    sequence,
    der(version, der(integer, Buffer.from([2]))),
    der(integer, Buffer.from([1]), randomBytes(8)),
    algorithm,
    name,
    der(sequence, der(time, Buffer.from('20200101000000Z')), der(time, Buffer.from('20991231235959Z'))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(extensions, der(sequence, der(sequence, alternativeName, names))),
  );
  const signature = der(bits, Buffer.from([0]), sign('sha256', body, privateKey));
  const lines = der(sequence, body, algorithm, signature).toString('base64').replaceAll(/.{64}/gu, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}

/** One value: its type, its length, its content. */
function der(type: number, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const { length } = body;
  if (length < 0x80) return Buffer.concat([Buffer.from([type, length]), body]);
  const size = length < 0x100 ? [0x81, length] : [0x82, Math.floor(length / 0x100), length % 0x100];
  return Buffer.concat([Buffer.from([type, ...size]), body]);
}
