import { createPublicKey, verify } from 'node:crypto';

/** The field of Curve25519 (RFC 7748). */
const prime = 2n ** 255n - 19n;

/** An Ed25519 key as a certificate holds it (RFC 8410), up to the key itself. */
const keyHead = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * Whether an XEdDSA signature of Signal stands under `message` (signal.org/docs/specifications/xeddsa): the X25519 key is
 * the Ed25519 key of the same point, its sign travels in the signature's last bit. The key may carry its type in front.
 */
export function verifySignature(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const raw = publicKey.length === 33 ? publicKey.subarray(1) : publicKey;
  if (raw.length !== 32 || signature.length !== 64) return false;
  const key = toEdwards(raw, (signature[63] ?? 0) & 0x80);
  const bare = Buffer.from(signature);
  bare[63] = (bare[63] ?? 0) & 0x7f;
  const spki = createPublicKey({ key: Buffer.concat([keyHead, key]), format: 'der', type: 'spki' });
  return verify(null, message, spki, bare);
}

/** y = (u - 1) / (u + 1), with the sign of x in the highest bit. */
function toEdwards(montgomery: Uint8Array, sign: number): Buffer {
  const u = BigInt(`0x${Buffer.from(montgomery.toReversed()).toString('hex')}`) & (2n ** 255n - 1n);
  const y = (((u - 1n + prime) % prime) * power((u + 1n) % prime, prime - 2n)) % prime;
  const key = Buffer.from(Uint8Array.from(Buffer.from(y.toString(16).padStart(64, '0'), 'hex')).toReversed());
  key[31] = (key[31] ?? 0) | sign;
  return key;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % prime;
    square = (square * square) % prime;
  }
  return result;
}
