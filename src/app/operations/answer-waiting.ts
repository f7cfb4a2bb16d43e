import { pushAddress } from '../../domain/contact.ts';
import type { Reach } from '../../domain/contact.ts';
import { answerHandover, waitingPeople } from '../../domain/handover.ts';
import type { Handover } from '../../domain/handover.ts';
import type { Call, DoDeed, ReadRows } from '../../domain/operation.ts';
import { addPushes } from '../add-pushes.ts';
import { officeReaching } from '../office.ts';
import type { Office } from '../office.ts';
import { findAll, ifItOpens } from '../read-all.ts';
import { requireOfficer } from '../tell-officers.ts';
import { toPush } from '../to-push.ts';
import { codeOf, textOf, toRecord } from './read-args.ts';
import { writeAudit } from './write-audit.ts';

/** An answer from the office is worth reading for some days, a weekend among them. */
const answerLifeMs = 3 * 24 * 60 * 60_000;

/** Residents who wait for a person of the office, who has waited longest first. */
export function wargaMenunggu(office: Office): ReadRows {
  return async () => {
    const people = waitingPeople(await findAll(office.handovers, 'state', 'waiting'));
    const rows = people.map(async ({ id, contact, reason, at }) => {
      const name =
        (await ifItOpens(office.contacts.read(contact)))?.profile.name ?? office.say('layanan.warga_tanpa_nama');
      const sejak = { type: 'moment', at, zone: office.tenant.zone } as const;
      return toRecord(id, name, { nama: name, alasan: reason, sejak });
    });
    return Promise.all(rows);
  };
}

/**
 * An officer writes back to somebody who waits: everything that they wait for is answered with it, and their
 * conversation goes on behind it. The first officer who answers has answered.
 */
export function jawabWarga(office: Office): DoDeed {
  return async (call) => {
    const officer = await requireOfficer(office, call.officer, 'mengelola_program');
    const asked = await office.handovers.read(codeOf(call.args['warga']) ?? '');
    const contact = asked === null ? null : await office.contacts.read(asked.contact);
    const reach = contact === null ? null : pushAddress(contact);
    if (asked === null || contact === null || reach === null) return { result: 'tidak_terjangkau', values: {} };
    const answer = { text: textOf(call.args['jawaban']) ?? '', officer: officer.id, by: call.id, at: call.now };
    const isMine = await office.handovers.change(asked.id, (doc) => {
      const after = doc === null ? null : answerHandover(doc, answer);
      return { doc: after === doc ? null : after, result: after?.answer?.by === call.id };
    });
    if (!isMine) return { result: 'sudah_dijawab', values: {} };
    await answerEarlier(office, asked, answer);
    await writeAudit(office, call, 'handover_answered', asked.id);
    await push(officeReaching(office, contact, reach), call, asked, reach);
    return { result: 'terkirim', values: {} };
  };
}

/** What the same person had asked before is answered too: they are one person to help. */
async function answerEarlier(
  { handovers }: Office,
  { id, contact, at }: Handover,
  answer: NonNullable<Handover['answer']>,
): Promise<void> {
  const others = await findAll(handovers, 'contact', contact);
  for (const one of others.filter((other) => other.id !== id && other.state === 'waiting' && other.at <= at)) {
    await handovers.change(one.id, (doc) => ({ doc: doc === null ? null : answerHandover(doc, answer), result: null }));
  }
}

async function push(office: Office, { now, args }: Call, { id }: Handover, reach: Reach): Promise<void> {
  const flow = office.pushed.startedBy('bantuan_dijawab');
  const row = toPush(
    {
      id: `answer.${id}`,
      class: 'change',
      source: 'answer',
      content: { text: office.say('layanan.jawaban_petugas', { jawaban: textOf(args['jawaban']) ?? '' }) },
      ...(flow !== null && { start: { flow, args: {} } }),
      due: now,
      until: now + answerLifeMs,
      zone: office.tenant.zone,
    },
    reach,
  );
  await addPushes(office, [row]);
}
