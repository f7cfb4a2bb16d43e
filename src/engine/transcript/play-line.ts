import type { Flow, FlowSet } from '../flow.ts';
import type { Session } from '../session.ts';
import type { Input } from '../turn.ts';
import { UNIT_MINUTES } from '../value.ts';
import type { Fields } from '../value.ts';
import { nextLook } from '../waiting/next-look.ts';
import type { Line, Supposed } from './read-transcript.ts';
import { fieldsOf } from './suppose.ts';
import type { World } from './suppose.ts';
import { refsOf } from './supposed-media.ts';
import type { Reply, Talk } from './talk.ts';
import { toValue } from './to-value.ts';

/** A talk in its supposed world, as the lines of a transcript move it on. */
export interface Stage {
  readonly flows: FlowSet;
  readonly world: World;
  readonly talk: Talk;
  readonly given: Supposed;
}

/** Carries out a line that is a message or an event; null for a line that only states something. */
export function playLine(stage: Stage, line: Line): readonly Reply[] | null {
  if ('waktu' in line) return passTime(stage, stage.world.now + msOf(line.waktu));
  if ('lewat_waktu' in line) return passTime(stage, limitOf(stage.talk.session(), line.lewat_waktu));
  const input = inputOf(stage, line);
  if (input === null) return null;
  const reply = stage.talk.take(input);
  return input.type === 'event' ? [reply, ...passTime(stage, stage.world.now)] : [reply];
}

/** What a line sends; null for one that only states something, or lets time pass. */
export function inputOf({ flows, world, talk, given }: Stage, line: Line): Input | null {
  if ('warga' in line) return { type: 'text', text: line.warga };
  if ('petugas' in line) return { type: 'text', text: line.petugas };
  if ('foto' in line) return { type: 'photo', ...refsOf(line.foto) };
  if ('berkas' in line) return { type: 'document', ...refsOf(line.berkas) };
  if ('lokasi' in line) {
    world.place = toValue({ di_daerah_ini: 'ya', ...line.lokasi }, 'Asia/Jakarta');
    return { type: 'location', lat: 0, lon: 0 };
  }
  const args = fieldsOf(given.diterima);
  if ('jalankan' in line) return startOf(flows.current.get(line.jalankan), line.jalankan, args);
  if (!('peristiwa' in line)) return null;
  const about = awaitedPage(talk.session());
  if (about !== undefined) return { type: 'event', name: line.peristiwa, about, values: {} };
  const parked = talk.session()?.parked?.find(({ wait }) => wait.type === 'event' && wait.event === line.peristiwa);
  if (parked?.wait.type === 'event')
    return { type: 'event', name: line.peristiwa, about: parked.wait.about, ...world.happen(line.peristiwa) };
  const started = [...flows.current.values()].find(({ head }) => head.event === line.peristiwa);
  return startOf(started, line.peristiwa, args);
}

/** Nobody asks for a flow that a time or an event starts. */
function startOf(flow: Flow | undefined, name: string, args: Fields): Input {
  return { type: 'start', flow: flow?.name ?? name, args, ...(flow?.head.pushed === true ? { pushed: true } : {}) };
}

/** The page on which the open question is being answered. */
function awaitedPage(session: Session | null): string | undefined {
  return session?.wait.type === 'answer' ? session.wait.about : undefined;
}

/** Time passes, and everything that is due meanwhile happens. */
export function passTime({ talk, world }: Pick<Stage, 'talk' | 'world'>, until: number): readonly Reply[] {
  const replies: Reply[] = [];
  for (let due = dueAt(talk); due !== null && due <= until;) {
    const before = talk.stored();
    world.now = Math.max(world.now, due);
    replies.push(talk.take({ type: 'clock' }));
    due = talk.stored() === before ? null : dueAt(talk);
  }
  world.now = Math.max(world.now, until);
  return replies;
}

function dueAt(talk: Talk): number | null {
  const session = talk.session();
  return session === null ? null : nextLook(session);
}

/** The end of the open question, or of the wait for this event. */
function limitOf(session: Session | null, name: string): number {
  if (session?.wait.type === 'answer') return session.wait.until ?? 0;
  const waits = (session?.parked ?? []).map(({ wait }) => wait);
  const wait = waits.find((one) => one.type === 'event' && (one.event ?? name) === name);
  return wait?.type === 'event' ? (wait.until ?? 0) : 0;
}

const MINUTE_MS = 60_000;

function msOf(source: string): number {
  const [amount = '0', unit = ''] = source.slice(1).split(' ');
  return Number(amount) * (UNIT_MINUTES[unit] ?? 0) * MINUTE_MS;
}
