import { expect, test } from 'vitest';

import { createContact, recordConsent, seenFrom } from './contact.ts';
import type { Contact } from './contact.ts';
import { readSketch, sketchContact, toRecipient } from './recipient.ts';

const day = '2026-01-05';
const fresh = createContact('sim.a', 'bangka', day);
const own = seenFrom(fresh, { address: 'sim.a', account: 'sim' }, day);
const moved = seenFrom(own, { address: 'whatsapp:62812.b', account: 'whatsapp:62812' }, day);
const consent = { version: '1', text: 'Boleh?', words: 'Boleh', at: 1, address: 'sim.a' };
const says = (contact: Contact, agreed: boolean): Contact =>
  recordConsent(contact, { ...consent, id: String(agreed), purpose: 'kabar', agreed });

test.each([
  ['nobody can reach', fresh],
  ['writes from where they began', own],
  ['writes from elsewhere now', moved],
  ['agreed to news', says(own, true)],
  ['refused it', says(own, false)],
  ['agreed first and refused then', says(says(own, true), false)],
  ['said STOP', { ...says(moved, true), stopped: true }],
  ['has a name', { ...own, profile: { name: 'Peserta' } }],
])('who %s is the same in their sketch, but for the name', (_, contact) => {
  expect(readSketch(contact.id, sketchContact(contact) ?? '')).toEqual({ ...toRecipient(contact), name: null });
});

test('a sketch says nothing personal, and nothing at all of who chose a language', () => {
  const profile = {
    name: 'Peserta',
    phone: '+62812',
    birth: '2000-01-01',
    district: { code: '19.03.01', name: 'Toboali' },
  };
  expect(sketchContact({ ...says(moved, true), profile })).toBe('-a whatsapp:62812 whatsapp:62812.b');
  expect(sketchContact({ ...own, language: 'jv' })).toBeNull();
});
