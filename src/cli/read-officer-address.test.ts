import { expect, test } from 'vitest';

import { readOfficerAddress } from './read-officer-address.ts';

test.each<[string, string | null]>([
  ['telegram:123456789', 'telegram 123456789'],
  ['telegram:12 34', null],
  ['telegram:@dewi', null],
  ['telegram:081200000007', null],
  ['simulator:petugas1', 'simulator petugas1'],
  ['whatsapp-cloud:6281200000007', 'whatsapp-cloud 6281200000007'],
  ['whatsapp-cloud:081200000007', 'whatsapp-cloud 6281200000007'],
  ['whatsapp-cloud:+62 812-0000-0007', 'whatsapp-cloud 6281200000007'],
  ['whatsapp:0812 0000 0007', 'whatsapp 6281200000007'],
  ['whatsapp-cloud:ID.13491208655302741918', 'whatsapp-cloud ID.13491208655302741918'],
  ['whatsapp:100000000000007@lid', 'whatsapp 100000000000007@lid'],
  ['whatsapp:12', null],
  ['whatsapp', null],
  ['', null],
])('%j is %j', (written, read) => {
  const address = readOfficerAddress(written);
  expect(address === null ? null : `${address.channel} ${address.user}`).toBe(read);
});
