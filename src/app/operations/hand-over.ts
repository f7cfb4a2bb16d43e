import type { Call, DoDeed } from '../../domain/operation.ts';
import type { Office } from '../office.ts';
import { findAll } from '../read-all.ts';
import { officersWith, tellOfficers } from '../tell-officers.ts';
import { changeContact } from './change-contact.ts';
import { textOf } from './read-args.ts';

/** Officers hear of the same person once in this time: who keeps asking is still one person to help. */
const TOLD_ANEW_MS = 12 * 60 * 60_000;

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
    const { profile } = await changeContact(office, call, (contact) => contact);
    if (await wasTold(office, call)) return { result: 'diteruskan', values: {} };
    const officers = await officersWith(office, 'mengelola_program');
    const values = { warga: profile.name ?? null, alasan: reason };
    const news = { id: call.id, key: 'warga_menunggu', values, now: call.now };
    await tellOfficers(office, officers, news);
    return { result: 'diteruskan', values: {} };
  };
}

/** The deed done again after a crash finds itself, which does not count. */
async function wasTold(office: Office, { id, contact, now }: Call): Promise<boolean> {
  const earlier = await findAll(office.handovers, 'contact', contact);
  return earlier.some((one) => one.id !== id && one.state === 'waiting' && one.at > now - TOLD_ANEW_MS);
}
