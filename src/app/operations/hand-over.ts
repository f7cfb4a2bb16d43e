import type { DoDeed } from '../../domain/operation.ts';
import type { Office } from '../office.ts';
import { officersWith, tellOfficers } from '../tell-officers.ts';
import { changeContact } from './change-contact.ts';
import { textOf } from './read-args.ts';

/** Somebody waits for a person of the office: written down, and officers are told. Their words are not repeated. */
export function serahkan(office: Office): DoDeed {
  return async (call) => {
    const reason = textOf(call.args['alasan']) ?? '';
    await office.handovers.create(call.id, {
      id: call.id,
      tenant: office.tenant.id,
      contact: call.contact,
      reason,
      to: textOf(call.args['kepada']) ?? '',
      flow: textOf(call.args['alur']) ?? '',
      at: call.now,
      state: 'waiting',
    });
    await changeContact(office, call, (contact) => contact);
    const officers = await officersWith(office, 'mengelola_program');
    const news = { id: call.id, key: 'warga_menunggu', values: { alasan: reason }, now: call.now };
    await tellOfficers(office, officers, news);
    return { result: 'diteruskan', values: {} };
  };
}
