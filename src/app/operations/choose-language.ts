import type { DoDeed, ReadRows } from '../../domain/operation.ts';
import type { Office } from '../office.ts';
import { changeContact } from './change-contact.ts';
import { codeOf, toRecord } from './read-args.ts';

/** The languages of the service, each as its speakers call it. */
export function bahasaLayanan({ voices }: Office): ReadRows {
  return async () => [...voices].map(([code, { name }]) => toRecord(code, name, { nama: name }));
}

/**
 * Remembers the language that the person wants. It is a setting like STOP, no answer of theirs: it needs no consent, says
 * nothing about them to anybody else, and goes with the contact when that is deleted.
 */
export function pilihBahasa(office: Office): DoDeed {
  return async (call) => {
    const language = codeOf(call.args['bahasa']);
    if (language !== null && office.voices.has(language)) {
      await changeContact(office, call, (contact) => ({ ...contact, language }));
    }
    return { result: 'tersimpan', values: {} };
  };
}
