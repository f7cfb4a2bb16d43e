import { createOperations } from '../../src/app/create-operations.ts';
import { createHandleAddress } from '../../src/app/handle-address.ts';
import type { Handling } from '../../src/app/handling/handling.ts';
import { openRecords, sayFor } from '../../src/app/office.ts';
import type { Office } from '../../src/app/office.ts';
import { loadSentences } from '../../src/app/opening/load-sentences.ts';
import { readRegionRows } from '../../src/app/opening/read-regions.ts';
import { seedDemo } from '../../src/app/opening/seed-demo.ts';
import { createLookAtDocuments } from '../../src/app/reminding/look-at-documents.ts';
import { createForbid } from '../../src/app/sending/forbid.ts';
import { limits } from '../../src/channels/telegram/limits.ts';
import { demoTenant } from '../../src/domain/demo.ts';
import type { Operations, Outcome } from '../../src/domain/operation.ts';
import type { Delivery } from '../../src/domain/ports/deliveries.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { ownRules } from '../../src/domain/reminder.ts';
import { createSay } from '../../src/engine/say.ts';
import type { Fields, Value } from '../../src/engine/value.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { readRegionTable } from '../../src/wire/read-region-table.ts';

/** The office of the demonstration on a real store, with a clock that only the test moves. */
export interface Desk {
  readonly office: Office;
  readonly store: Store;
  readonly operations: Operations;
  now: number;
  /** A deed of a person; each call is a new one, unless `id` is given. */
  deed(who: string, name: string, args?: Fields, id?: string): Promise<Outcome>;
  look(who: string, name: string, args?: Fields): Promise<Outcome>;
  rows(who: string, name: string, args?: Fields): Promise<readonly Value[]>;
  /** What is due by the calendar happens, and what it asks of addresses. */
  sweep(): Promise<void>;
  /** The pushes to a person, newest first. */
  pushes(who: string): Promise<readonly Delivery[]>;
  close(): Promise<void>;
}

const opening = Date.parse('2026-12-01T10:00:00+07:00');
const account = 'simulator';

/** What the flows that ship are started by. */
const startedBy: Readonly<Record<string, string>> = {
  kursi_ditawarkan: 'konfirmasi',
  pelatihan_berakhir: 'umpan_balik',
  alumni_ditanya: 'alumni',
  tidak_tercatat_hadir: 'tidak_hadir',
  sertifikat_siap: 'sertifikat',
  laporan_perlu_keterangan: 'laporan_ditanya',
  laporan_dinyatakan_selesai: 'laporan_selesai',
  data_akan_dihapus: 'simpan_data',
};

/** Opens it in an empty folder, or on an empty store; `watch`: the store as all of it sees it. */
export async function openDesk(
  where: string | Store,
  watch: (store: Store) => Store = (store) => store,
): Promise<Desk> {
  let now = opening;
  const rung = new Set<string>();
  const clock = {
    now: () => now,
    wall: () => now,
    monotonic: () => performance.now(),
    after: (ms: number, then: () => void) => {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
  };
  const opened = typeof where === 'string' ? openSqlite({ dataDir: where, key: 'k'.repeat(32), clock }) : where;
  const store = watch(opened);
  const office: Office = {
    ...openRecords(store),
    tenant: demoTenant,
    accounts: store.accounts,
    addresses: store.addresses,
    deliveries: store.deliveries,
    media: store.media,
    inbox: store.inbox,
    publicUrl: 'https://contoh.id',
    queue: {
      wake: async (job) => void (job.type === 'handle' && rung.add(job.address)),
      start: () => {},
      drain: async () => {},
    },
    clock,
    forbid: createForbid({ ...store, clock }),
    say: sayFor(demoTenant, createSay(await loadSentences())),
    voices: new Map(),
    pushed: { startedBy: (event) => startedBy[event] ?? null, rules: () => ownRules },
    fingerprint: (purpose, text) => store.fingerprint(purpose, text),
    shownOn: () => [{ kind: 'telegram', parts: (out) => [out], limits }],
    channelOf: () => ({ name: 'Telegram', kind: 'telegram', textLength: 4096, bulkPerSecond: 20 }),
    regions: () => readRegionRows(readRegionTable, demoTenant.region),
    nudge: () => {},
  };
  const operations = createOperations(office);
  const { deeds, looks, sources } = operations;
  const handleAddress = createHandleAddress({
    ...store,
    ...silence,
    operations,
    queue: office.queue,
    clock,
    setAside: (one) => office.setAside.create(one.id, one),
    stopPushes: office.forbid.stopPushes,
  });
  const lookAtDocuments = createLookAtDocuments(office);
  let serial = 0;
  const call = (who: string, args: Fields, id?: string) => {
    serial += 1;
    const officer = who.startsWith('petugas') ? who : null;
    const address = `${account}.${who}`;
    return { id: id ?? `${address}.${serial}.1`, contact: who, address, account, officer, now, args };
  };
  const desk: Desk = {
    office,
    store,
    operations,
    get now() {
      return now;
    },
    set now(at) {
      now = at;
    },
    deed: async (who, name, args = {}, id) => {
      await store.addresses.meet(`${account}.${who}`, { contact: who, account, chat: who });
      return get(deeds, name)(call(who, args, id));
    },
    look: (who, name, args = {}) => get(looks, name)(call(who, args)),
    rows: (who, name, args = {}) => get(sources, name)(call(who, args)),
    sweep: async () => {
      await lookAtDocuments(now);
      for (const address of rung) {
        rung.delete(address);
        await handleAddress(address);
      }
    },
    pushes: (who) => store.deliveries.latest(`${account}.${who}`, 100),
    close: () => store.close(),
  };
  await seedDemo(office, account, (person) => `${account}.${person}`, opening);
  return desk;
}

/** Conversations in which nothing is said. */
const silence: Pick<
  Handling,
  'takeTurn' | 'nextLook' | 'readPerson' | 'keepMedia' | 'givesUp' | 'words' | 'newOwner' | 'log'
> = {
  takeTurn: (session) => ({ type: 'turn', session, out: [], deed: null }),
  nextLook: () => null,
  readPerson: async () => ({
    facts: { zone: demoTenant.zone, contact: {}, tenant: {}, officer: null, channel: {} },
    officer: null,
  }),
  keepMedia: async () => ({ type: 'result', result: 'gagal', values: {} }),
  givesUp: () => false,
  words: () => ({
    apology: { text: '' },
    delayed: { text: '' },
    givenUp: { text: '' },
    unreadable: () => ({ text: '' }),
    damage: () => ({ text: '' }),
  }),
  newOwner: () => 'desk',
  log: () => {},
};

function get<Operation>(all: Readonly<Record<string, Operation>>, name: string): Operation {
  const operation = all[name];
  if (operation === undefined) throw new Error(`no operation ${name}`);
  return operation;
}

export const choice = (code: string, label = code): Value => ({ type: 'choice', code, label });
export const record = (code: string, name = code): Value => ({ type: 'record', code, name, fields: { kode: code } });
export const date = (text: string): Value => ({ type: 'date', date: text });
export const time = (text: string): Value => ({ type: 'time', time: text });

/** Agrees and registers. */
export async function register(
  desk: Desk,
  who: string,
  batch: string,
  more: Fields = {},
  id?: string,
): Promise<Outcome> {
  await agree(desk, who, 'pelatihan');
  return desk.deed(who, 'daftarkan', { ...applicant(batch), ...more }, id);
}

export function applicant(batch: string): Fields {
  return {
    pelatihan: record(batch),
    nama: 'Siti Aminah',
    tanggal_lahir: date('1975-08-17'),
    jenis_kelamin: choice('perempuan', 'Perempuan'),
    kecamatan: record('19.03.01', 'Toboali'),
    desa: record('19.03.01.1001', 'Toboali'),
    telepon: '+6281200000123',
    bantuan_khusus: choice('tidak', 'Tidak perlu'),
  };
}

export function agree(desk: Desk, who: string, keperluan: string, setuju = true): Promise<Outcome> {
  return desk.deed(who, 'catat_persetujuan', { keperluan, versi: '1', teks: 'Setuju?', jawaban: 'ya', setuju });
}

/** One field of a row as text. */
export function textIn(value: Value | undefined, name: string): string {
  const found = fields(value)[name];
  if (typeof found !== 'string') throw new Error(`no text ${name}`);
  return found;
}

export function fields(value: Value | undefined): Fields {
  if (typeof value === 'object' && value !== null && 'fields' in value) return value.fields;
  throw new Error('not a record');
}
