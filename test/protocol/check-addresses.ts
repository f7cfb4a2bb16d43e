import { passLifeMs } from '../../src/app/sending/sending.ts';
import { localParts } from '../../src/language/calendar.ts';
import type { StoredRow } from './memory-deliveries.ts';
import { isUndisturbed } from './plan.ts';
import type { Call } from './platform.ts';
import { ranks } from './reports.ts';
import type { Scene } from './scene.ts';

/**
 * What holds for an address or an account: whoever is dead or frozen, muted, or had the push of the day is left alone. A
 * call begins up to five seconds after its gate, and so after what was written meanwhile.
 */
export function checkAddresses(scene: Scene): readonly string[] {
  return [
    ...scene.platform.calls.flatMap((call) => checkCall(scene, call)),
    ...checkStrikes(scene),
    ...checkReports(scene),
    ...checkSpared(scene),
  ];
}

function checkCall({ truth }: Scene, call: Call): readonly string[] {
  const row = truth.added.get(call.delivery);
  if (row === undefined) return [];
  const gateAt = call.at - passLifeMs;
  const isFrozen = truth.freezes.some(({ from, to }) => from < gateAt && call.at < to);
  const life = truth.deaths.findLast(({ address, at }) => address === row.address && at < call.at);
  const isDead = life !== undefined && life.dead && life.at < gateAt;
  const dayOf = (at: number): string => localParts(at, row.zone).date;
  const hadPush =
    row.yields &&
    truth.pushDays.some(({ address, at }) => address === row.address && at < gateAt && dayOf(at) === dayOf(call.at));
  return [
    ...(isFrozen ? [`${row.id} began while the account was frozen`] : []),
    ...(isDead ? [`${row.id} began to an address that is dead`] : []),
    ...(hadPush ? [`${row.id} is the second push of the day`] : []),
    ...(row.purpose !== null && isMuted(truth, row.address, call.at) ? [`${row.id} began after it was muted`] : []),
  ];
}

/** From the commit that tells a person that nothing of the kind comes any more to the one that wants the opposite. */
function isMuted({ commits }: Scene['truth'], address: string, at: number): boolean {
  let asked: string | null = null;
  let muted = false;
  for (const { address: whose, at: when, commit } of commits) {
    if (whose !== address || when >= at) continue;
    const deed = commit.wait?.deed;
    if (asked !== null && commit.owed.some(({ content }) => content?.text.includes(`${asked} tersimpan`))) muted = true;
    if (deed?.name !== 'mute') continue;
    const isAll = Array.isArray(deed.args['pesan']) && deed.args['pesan'].length === 0;
    asked = isAll ? deed.id : null;
    if (!isAll) muted = false;
  }
  return muted;
}

/** At the third doubtful refusal the address dies; where nothing breaks, at once. */
function checkStrikes({ truth, plan }: Scene): readonly string[] {
  if (!isUndisturbed(plan)) return [];
  return truth.strikes
    .filter(({ address, at }) => !truth.deaths.some((one) => one.address === address && one.dead && one.at >= at))
    .map(({ address }) => `${address} lives after three strikes`);
}

/** What the platform told of the only call for a row's last part is what stands in the row. */
function checkReports({ truth, stores, platform }: Scene): readonly string[] {
  return truth.reports.flatMap(({ call, report, heardAt }) => {
    const row = stores.deliveries.rows.get(call.delivery);
    const calls = platform.calls.filter(({ delivery, index }) => delivery === row?.id && index === call.index);
    const isLast = row !== undefined && call.index === (row.content?.text.split('|').length ?? 0) - 1;
    if (!isLast || calls.length !== 1 || heardAt === Infinity || wasClosed(row, heardAt)) return [];
    if (report.state === 'accepted') return row.state === 'uncertain' ? [`${row.id} is in doubt and was accepted`] : [];
    const isTold = row.receipt !== null && ranks[row.receipt] >= ranks[report.state];
    const isRight = row.state === (row.receipt === 'failed' ? 'failed' : 'sent');
    return isTold && isRight ? [] : [`${row.id} is ${row.state} ${row.receipt} and was ${report.state}`];
  });
}

/** Its second try was closed before (nobody is there, it is late): it keeps that end. */
function wasClosed({ retried, platformId, finalAt }: StoredRow, before: number): boolean {
  return retried && platformId === null && (finalAt ?? Infinity) <= before;
}

/** What the platform told of is not called again; a call that had passed its gate meanwhile may still begin. */
function checkSpared({ truth, platform }: Scene): readonly string[] {
  return truth.reports.flatMap(({ call, heardAt }) =>
    platform.calls
      .filter(
        ({ delivery, index, at }) => at > heardAt + passLifeMs && delivery === call.delivery && index === call.index,
      )
      .map(({ delivery }) => `${delivery} was called again though the platform had told of it`),
  );
}
