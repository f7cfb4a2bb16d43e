import { currentConsents, isStranger } from '../domain/contact.ts';
import type { Contact, Named } from '../domain/contact.ts';
import type { Officer } from '../domain/officer.ts';
import type { Address } from '../domain/ports/addresses.ts';
import { isSealed } from '../domain/ports/store-trouble.ts';
import { HOME } from '../engine/tongue/tongue.ts';
import type { Fields, Value } from '../engine/value.ts';
import type { Person } from './handling/handling.ts';
import { tenantFields } from './office.ts';
import type { Office } from './office.ts';
import { toChoice, toRecord } from './operations/read-args.ts';
import { open } from './read-all.ts';

/**
 * What a turn may know of whoever writes from an address, or that it does not open. Someone unknown is not written down by this.
 */
export function createReadPerson(office: Office): (address: Address) => Promise<Person> {
  const tenants = new Map([...office.voices].map(([code, { say }]) => [code, tenantFields(office.tenant, say)]));
  const home = tenantFields(office.tenant, office.say);
  const { zone, region } = office.tenant;
  return async (address) => {
    const { account } = address;
    const { known, officer, ...trouble } = await look(office, address);
    const { name, kind } = office.channelOf(account);
    const channel = { nama: name, jenis: toChoice({ code: kind, name }) };
    const { language } = known ?? {};
    const tenant = tenants.get(language ?? HOME) ?? home;
    const chosen = language === undefined ? {} : { language };
    const facts = {
      ...chosen,
      zone,
      tenant,
      channel,
      contact: { ...showContact(known, region), berhenti: isStopped(address, known) },
      officer: showOfficer(officer),
    };
    return { facts, officer: officer?.id ?? null, ...trouble };
  };
}

interface Looked extends Pick<Person, 'trouble'> {
  readonly known: Contact | null;
  readonly officer: Officer | null;
}

async function look(office: Office, { id, contact }: Address): Promise<Looked> {
  try {
    const [known, officers] = await Promise.all([
      office.contacts.read(contact),
      office.officers.find('address', id, { after: '', limit: 1 }),
    ]);
    const [officer = null] = officers.map(open);
    return { known, officer };
  } catch (error) {
    if (!isSealed(error)) throw error;
    return { known: null, officer: null, trouble: error };
  }
}

/** Where their pushes are shut, MULAI opens them, whatever else says that they are open: a record may have been lost or come back. */
function isStopped({ refusal }: Address, known: Contact | null): boolean {
  return refusal.stopped || known?.stopped === true;
}

/** `kontak.*` but for `berhenti`; what is not known is unset. */
function showContact(contact: Contact | null, region: string): Fields {
  if (contact === null) return { baru: true, persetujuan: [] };
  const { name, birth, gender, district, village, phone, email, education, job, employer } = contact.profile;
  const { language } = contact;
  return {
    baru: isStranger(contact),
    persetujuan: currentConsents(contact).map(({ purpose }) => toChoice({ code: purpose, name: purpose })),
    bahasa: language === undefined ? null : toChoice({ code: language, name: language }),
    nama: name ?? null,
    tanggal_lahir: birth === undefined ? null : { type: 'date', date: birth },
    jenis_kelamin: toChoice(gender),
    telepon: phone ?? null,
    email: email ?? null,
    kecamatan: showRegion(district, region),
    desa: showRegion(village, region),
    pendidikan: toChoice(education),
    pekerjaan: toChoice(job),
    instansi: employer ?? null,
  };
}

/** A region as `wilayah` answers it; `village`: one that was named with a kecamatan. */
export function showRegion(named: Named | undefined, region: string, village?: Named): Value {
  if (named === undefined) return null;
  const { code, name } = named;
  const desa = village?.code ?? null;
  return toRecord(code, name, { nama: name, di_daerah_ini: code.startsWith(`${region}.`), desa });
}

function showOfficer(officer: Officer | null): Fields | null {
  if (officer === null) return null;
  return { nama: officer.name, hak: officer.rights };
}
