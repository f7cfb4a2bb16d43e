import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { readFlowFiles } from '../../src/app/opening/load-flows.ts';
import { loadSentences } from '../../src/app/opening/load-sentences.ts';
import { findAll } from '../../src/app/read-all.ts';
import { addressOf } from '../../src/app/receive-message.ts';
import { toConfig } from '../../src/config/read-settings.ts';
import type { Registration } from '../../src/domain/registration.ts';
import { setCapacity } from '../../src/domain/seats.ts';
import type { FlowFile } from '../../src/engine/loading/load-flows.ts';
import { wire } from '../../src/wire/service.ts';
import type { Service } from '../../src/wire/service.ts';
import { changeFlows, changes } from './changed-flows.ts';
import { createResident, nameOf } from './resident.ts';
import type { Resident } from './resident.ts';

export interface Settings {
  readonly people: number;
  /** Everybody is taken out of the old version; otherwise they finish it. */
  readonly move: boolean;
  /** The publication is undone, and half of the people taken back, when each has answered twice more. */
  readonly undo: boolean;
  /** The servers of the distributed pair; absent: one SQLite file. */
  readonly servers?: Readonly<Record<string, string>>;
}

/** What became of one person. */
export interface Outcome {
  readonly resident: Resident;
  /** The question that was open when the flows were published; `selesai`: nothing was. */
  readonly stoodAt: string;
  /** Asked before the publication. */
  readonly before: readonly string[];
  /** The registration stands in the books under their own name. */
  readonly registered: boolean;
  /** Nothing is open any more. */
  readonly ended: boolean;
  /** Questions that were asked again, each as often as that. */
  readonly repeated: readonly string[];
  /** Times that they were told why. */
  readonly told: number;
}

export interface Report {
  readonly outcomes: readonly Outcome[];
  /** Lines of the log that tell of a failure. */
  readonly failures: readonly string[];
  readonly waits: Waits;
}

/** How people waited for their answers. */
interface Waits {
  readonly longestMs: number;
  /** Answers that were rung for later, or that the sweep found. */
  readonly late: number;
}

/** Questions from DAFTAR to the last consent; nobody needs more answers than this, asked again included. */
const mostAnswers = 40;
/** The longest conversation before the publication: one place for each number of answers. */
const steps = 18;
/** People who write at the same moment. */
const together = 100;
/** Who hears nothing for so long although nothing is at work is left standing: a lost wake-up is found within two sweeps. */
const patienceMs = 120_000;
/** Between two looks whether somebody was answered. */
const lookMs = 50;

/**
 * Publishes a changed registration while people stand at every step of it: real engine, app and store; each person
 * answers what they are asked until nothing is asked any more.
 */
export async function publishUnderPeople(
  { people, move, undo, servers = {} }: Settings,
  tell: (what: string, done: number, of: number) => void = () => {},
): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'gelombang-publish-'));
  const failures: string[] = [];
  const log = (event: string): void => void (/failed|doubt|aside|could not/u.test(event) && failures.push(event));
  const service = await wire({
    config: toConfig({ DATA_DIR: folder, SIMULATOR: 'on', ...servers }),
    log,
    sentences: await loadSentences(),
    demo: true,
  });
  try {
    await service.start();
    await makeRoom(service, people);
    const residents = Array.from({ length: people }, (_one, at) => createResident(at));
    const hall = openHall(service, residents);
    await hall.talk(
      (one) => 1 + (one.number % steps),
      (done) => tell('taken to their step', done, people),
    );
    const stood = residents.map((one) => ({ at: one.asked.at(-1) ?? '', before: [...one.asked] }));
    await publish(service, changeFlows(await readFlowFiles(), changes), move);
    if (undo) {
      await hall.talk(
        () => 2,
        (done) => tell('two answers more', done, people),
      );
      await takeBack(service, move);
    }
    await hall.talk(
      () => mostAnswers,
      (done) => tell('to the end', done, people),
    );
    const outcomes = await Promise.all(
      residents.map((one, at) => judge(service, one, stood[at] ?? { at: '', before: [] })),
    );
    return { outcomes, failures, waits: hall.waits() };
  } finally {
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Seats for everybody: the queue has questions of its own. */
async function makeRoom({ office, clock }: Service, people: number): Promise<void> {
  for (const { id } of await office.batches.lookThrough({ after: '', limit: 100 })) {
    await office.batches.change(id, (batch) => ({
      doc: batch && setCapacity(batch, people + 1, clock.now()),
      result: null,
    }));
  }
}

interface Hall {
  /** Has everybody answer up to so many times, until nothing is asked of them. */
  readonly talk: (times: (one: Resident) => number, done: (people: number) => void) => Promise<void>;
  readonly waits: () => Waits;
}

function openHall(service: Service, residents: readonly Resident[]): Hall {
  const byPhone = new Map(residents.map((one) => [one.phone, one]));
  let acts = 0;
  let [saidAt, longestMs] = [0, 0];
  let late = 0;
  /** Everybody says one thing and waits for what follows. */
  const round = async (said: readonly { readonly one: Resident; readonly text: string }[]): Promise<void> => {
    acts += 1;
    saidAt = performance.now();
    await Promise.all(said.map(({ one, text }) => service.simulator.say(one.phone, { text }, `uji.${acts}`)));
    await service.settle();
    const since = performance.now();
    for (const { one } of said) {
      if (await isAnswered(service, one)) continue;
      late += 1;
      while (performance.now() - since < patienceMs && !(await isAnswered(service, one))) await wait(lookMs);
    }
  };
  service.simulator.feed.watch(({ person, out }) => {
    const one = byPhone.get(person);
    if (out === undefined || one === undefined) return;
    if (one.state() === 'waiting') longestMs = Math.max(longestMs, performance.now() - saidAt);
    one.hear(out.text, out.choices?.map(({ label }) => label) ?? []);
  });
  return {
    talk: async (times, done) => {
      for (let from = 0; from < residents.length; from += together) {
        let active = residents.slice(from, from + together).map((one) => ({ one, left: times(one) }));
        while (active.length > 0) {
          const said = active.flatMap(({ one, left }) => {
            const text = left > 0 ? one.answer() : null;
            return text === null ? [] : [{ one, left: left - 1, text }];
          });
          await round(said);
          active = said;
        }
        done(Math.min(residents.length, from + together));
      }
    },
    waits: () => ({ longestMs, late }),
  };
}

/** Something is asked of them again, or nothing is open and all that was to be said has left. */
async function isAnswered({ office, simulator }: Service, one: Resident): Promise<boolean> {
  if (one.state() !== 'told') return one.state() === 'asked';
  const address = await office.addresses.read(addressOf(office.fingerprint, simulator.account, one.phone));
  return address !== null && address.session === null && address.nextReply > address.lastReply;
}

async function publish(service: Service, files: readonly FlowFile[], move: boolean): Promise<void> {
  const ledger = await service.manageFlows({ type: 'flows-ledger' });
  const seen = ledger.type === 'flows-ledger' ? (ledger.ledger?.change ?? 0) : 0;
  const answer = await service.manageFlows({ type: 'flows-publish', files, by: 'harness', move, seen });
  if (answer.type !== 'flows-published' || answer.published.type !== 'published')
    throw new Error(JSON.stringify(answer));
}

async function takeBack(service: Service, move: boolean): Promise<void> {
  const answer = await service.manageFlows({ type: 'flows-undo', by: 'harness', move, seen: 2 });
  if (answer.type !== 'flows-published' || answer.published.type !== 'published')
    throw new Error(JSON.stringify(answer));
}

async function judge(
  { office, simulator }: Service,
  resident: Resident,
  { at, before }: { readonly at: string; readonly before: readonly string[] },
): Promise<Outcome> {
  const address = addressOf(office.fingerprint, simulator.account, resident.phone);
  const registrations = await findAll(office.registrations, 'contact', address);
  const [found] = registrations;
  const { session = null } = (await office.addresses.read(address)) ?? {};
  return {
    resident,
    stoodAt: before.length === steps ? 'selesai' : at,
    before,
    registered: registrations.length === 1 && found?.state === 'in' && hasAnswers(found, resident),
    ended: session === null,
    repeated: resident.asked.filter((topic, index) => resident.asked.indexOf(topic) !== index),
    told: resident.heard.flatMap((text) => text.match(/kami tanyakan sekali lagi/gu) ?? []).length,
  };
}

/** Everything that they said about themselves stands in the books. */
function hasAnswers({ answers }: Registration, { number }: Resident): boolean {
  const { name, birth, gender, district, village, phone, job } = answers;
  const texts = [name, birth, gender?.name, district?.name, village?.name, phone];
  const said = [nameOf(number), '1975-08-17', 'Perempuan', 'Toboali', 'Gadung', '+6281234560123'];
  return texts.join() === said.join() && job !== undefined;
}
