import { localParts, toEpoch } from '../../language/calendar.ts';
import type { FieldKinds } from '../catalogue.ts';
import { isRawList, isRawMap } from '../loading/raw-data.ts';
import { UNIT_MINUTES } from '../value.ts';
import type { Fields, Kind, Value, Zone } from '../value.ts';

/** Fields that a record is called by, in the order of preference. */
const NAMED_BY = ['nama', 'judul', 'sebutan', 'ringkas', 'nomor', 'kode'];

const DURATION = /^(\d{1,5}) (menit|jam|hari)$/u;

/** What a text under `misalkan` stands for: by its kind where the catalogue knows it, otherwise by its looks. */
export function toValue(raw: unknown, zone: Zone, kind?: Kind, fields: FieldKinds = {}): Value {
  if (isRawList(raw)) return raw.map((item) => toValue(item, zone, undefined, fields));
  if (isRawMap(raw)) return toRecord(raw, zone, fields);
  return typeof raw === 'string' ? toScalar(raw, zone, kind) : null;
}

function toRecord(raw: Readonly<Record<string, unknown>>, zone: Zone, kinds: FieldKinds): Value {
  const entries = Object.entries(raw).map(([name, one]) => [name, toValue(one, zone, kinds[name])] as const);
  const fields = Object.fromEntries(entries.filter(([, value]) => value !== null));
  const name = NAMED_BY.map((field) => raw[field]).find((one) => typeof one === 'string') ?? '';
  const { kode: code } = raw;
  return { type: 'record', code: typeof code === 'string' ? code : name, name, fields };
}

function toScalar(raw: string, zone: Zone, kind: Kind | undefined): Value {
  if (raw === '') return null;
  if (kind === 'teks' || kind === 'catatan') return raw;
  if (kind === 'pilihan') return { type: 'choice', code: raw, label: raw };
  if (raw === 'ya' || raw === 'tidak') return raw === 'ya';
  if (/^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/u.test(raw)) return Number(raw);
  return toDay(raw, zone) ?? toDuration(raw) ?? raw;
}

function toDay(raw: string, zone: Zone): Value {
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}))?$/u.exec(raw) ?? [];
  if (date === undefined) return null;
  return time === undefined ? { type: 'date', date } : { type: 'moment', at: toEpoch(date, time, zone), zone };
}

function toDuration(raw: string): Value {
  const [, amount, unit = ''] = DURATION.exec(raw) ?? [];
  return amount === undefined ? null : { type: 'duration', minutes: Number(amount) * (UNIT_MINUTES[unit] ?? 0) };
}

/** A value as a transcript writes it: codes of rows, ISO dates, `ya` and `tidak`. */
export function toPlain(value: Value): unknown {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak';
  if ('type' in value) return plainTagged(value);
  return value.map(toPlain);
}

function plainTagged(value: Extract<Value, { readonly type: string }>): unknown {
  switch (value.type) {
    case 'date':
      return value.date;
    case 'time':
      return value.time;
    case 'moment': {
      const { date, time } = localParts(value.at, value.zone);
      return `${date} ${time}`;
    }
    case 'duration':
      return `${value.minutes} menit`;
    case 'record':
      return value.code === '' ? plainFields(value.fields) : value.code;
    case 'choice':
    default:
      return value.code;
  }
}

function plainFields(fields: Fields): unknown {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, toPlain(value)]));
}
