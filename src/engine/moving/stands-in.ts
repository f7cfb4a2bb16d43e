import type { Frame, Session } from '../session.ts';

/** Where one conversation of a person stands. */
export interface Place {
  /** The version of the flow that was begun, and that of the one that is talking. */
  readonly root: string;
  readonly flow: string;
  /** The key of the step. */
  readonly at: string;
}

/** Where a person stands: the open conversation first, then those that were put aside or wait for something. */
export function placesOf(session: Session): readonly Place[] {
  return stacksOf(session).flatMap((frames) => {
    const [root] = frames;
    const last = frames.findLast(({ flow }) => isKept(flow));
    return root === undefined || last === undefined ? [] : [{ root: root.flow, flow: last.flow, at: last.at }];
  });
}

/** The versions that a session needs to go on. */
export function versionsOf(session: Session): ReadonlySet<string> {
  return new Set(
    stacksOf(session)
      .flat()
      .map(({ flow }) => flow)
      .filter(isKept),
  );
}

function stacksOf({ frames, aside = [], parked = [] }: Session): readonly (readonly Frame[])[] {
  return [frames, ...aside.map((one) => one.frames), ...parked.map((one) => one.frames)];
}

/** Forms come as data with every turn; they are no versions of ours. */
const isKept = (version: string): boolean => version.includes('@');
