import { isIP } from 'node:net';

/**
 * Who asks, for limits of rate alone: the connection's own address, or behind a web server on this machine or in its
 * private network the last address that this server wrote down. Whatever stands before it anybody can write.
 */
export function askerOf(remote: string | undefined, forwarded: string | undefined): string {
  const own = (remote ?? '').replace(/^::ffff:/u, '');
  const last = forwarded?.split(',').at(-1)?.trim() ?? '';
  return isPrivate(own) && isIP(last) !== 0 ? last : own;
}

/** Loopback, RFC 1918, and their like in IPv6 (RFC 4193). */
function isPrivate(address: string): boolean {
  return /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|::1$|f[cd])/u.test(address);
}
