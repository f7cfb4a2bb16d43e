import { hearersOf, isBeingHandled } from '../../domain/report.ts';
import type { Report } from '../../domain/report.ts';
import type { Value } from '../../engine/value.ts';
import type { Office } from '../office.ts';
import { ifItOpens } from '../read-all.ts';
import { toRecord } from './read-args.ts';
import { orUnset } from './show-meeting.ts';

/** A report as anybody may see it: what it is about, in which village, and where it stands; in nobody's words. */
export function showReport(office: Office, report: Report): Value {
  const kategori = office.say(`layanan.kategori_laporan.${report.category}`);
  const desa = report.place.village?.name ?? null;
  const ringkas = office.say(desa === null ? 'layanan.laporan_ringkas' : 'layanan.laporan_ringkas_di', {
    kategori,
    desa,
  });
  const done = report.steps.findLast(({ what }) => what === 'selesai');
  return toRecord(report.id, report.number, {
    nomor: report.number,
    kategori,
    opd: report.office,
    ringkas,
    dibuat: { type: 'moment', at: report.at, zone: office.tenant.zone },
    status: office.say(`layanan.keadaan_laporan.${report.state}`),
    catatan: orUnset(done?.note ?? ''),
    foto_hasil: done?.photo ?? null,
  });
}

/** A report as the officer who handles it sees it. */
export async function showForOfficer(office: Office, report: Report): Promise<Value> {
  const { zone } = office.tenant;
  const { steps, place, photos, deadline } = report;
  const kategori = office.say(`layanan.kategori_laporan.${report.category}`);
  const jawaban = steps.findLast(({ what }) => what === 'dijawab' || what === 'dibuka_kembali');
  const [foto = null, foto2 = null, foto3 = null] = photos;
  return toRecord(report.id, report.number, {
    nomor: report.number,
    kategori,
    opd: report.office,
    dibuat: { type: 'moment', at: report.at, zone },
    status: office.say(`layanan.keadaan_laporan.${report.state}`),
    batas: deadline === null ? null : { type: 'moment', at: deadline.at, zone },
    cerita: orUnset(report.story),
    tempat: [place.name, place.village?.name ?? ''].filter((name) => name !== '').join(', '),
    titik: place.point ?? null,
    pelapor: await makerOf(office, report),
    jumlah_pelapor: hearersOf(report).length,
    keterangan: orUnset(jawaban?.note ?? ''),
    foto,
    foto2,
    foto3,
    foto_keterangan: jawaban?.photo ?? null,
    dikerjakan: isBeingHandled(report),
  });
}

async function makerOf({ contacts, say }: Office, { contact, isSecret }: Report): Promise<string> {
  if (isSecret) return say('layanan.pelapor.rahasia');
  const maker = contact === '' ? null : await ifItOpens(contacts.read(contact));
  return maker?.profile.name ?? say('layanan.pelapor.tanpa_nama');
}
