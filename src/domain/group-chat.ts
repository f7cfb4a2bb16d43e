import type { NewDelivery } from './ports/deliveries.ts';
import type { DocumentKind } from './ports/documents.ts';

/**
 * A group or channel that the bot was added to. Anybody may add it anywhere, and then it is only known: nothing is said there
 * before an officer gave it a name.
 */
export interface GroupChat {
  /** Also that of its address, which a group has once it has a name. */
  readonly id: string;
  readonly tenant: string;
  readonly account: string;
  /** The platform's own id when it was first seen; where a named one is now, its address says. */
  readonly chat: string;
  readonly form: GroupForm;
  readonly title: string;
  /** The bot is in it and may write, by the platform's last word about itself. */
  readonly writable: boolean;
  /** The officer who added the bot; null: somebody else. */
  readonly addedBy: string | null;
  /** When the platform last told something of it. */
  readonly at: number;
  /** What officers call it: announcements may go there. null: they may not. */
  readonly name: string | null;
  /** Of that name, as the document of all names decided it (group-names.ts); its address takes only a newer one, too. */
  readonly version: number;
}

export type GroupForm = 'group' | 'channel';

/** A group that announcements may go to. */
export type NamedGroup = GroupChat & { readonly name: string };

export const groupChatKind: DocumentKind<GroupChat> = {
  name: 'groups',
  keys: ({ tenant, name }) => ({ tenant, named: name === null ? null : tenant }),
  next: () => null,
};

/** What a platform tells about the bot in a group; nothing that anybody said there. */
export interface GroupFact {
  readonly account: string;
  readonly chat: string;
  readonly at: number;
  readonly fact:
    | {
        readonly type: 'present';
        readonly form: GroupForm;
        readonly title: string;
        readonly writable: boolean;
        /** The platform's id of who changed it: an officer, perhaps. It is not kept. */
        readonly by: string;
      }
    | { readonly type: 'gone' }
    | { readonly type: 'titled'; readonly title: string }
    | { readonly type: 'moved'; readonly to: string };
}

/** Takes in what a platform tells of groups; resolves when it is durable. The same again changes nothing. */
export type HearGroups = (facts: readonly GroupFact[]) => Promise<void>;

/** Strangers may add the bot as often as they like: so many groups without a name are kept, an officer's own rather than theirs. */
export const mostUnnamed = 50;

/** Of those without a name, which to forget for one more: the oldest that no officer added, else the oldest. null: there is room. */
export function toForget(groups: readonly GroupChat[]): GroupChat | null {
  const unnamed = groups.filter(({ name }) => name === null);
  if (unnamed.length < mostUnnamed) return null;
  const oldest = unnamed.toSorted((a, b) => a.at - b.at);
  return oldest.find(({ addedBy }) => addedBy === null) ?? oldest[0] ?? null;
}

const longestName = 40;

/** Whether a group may be called so: something to say in a sentence. */
export function isGroupName(name: string): boolean {
  return /\p{L}/u.test(name) && name.trim().length <= longestName;
}

/** The group with what was decided about its name (null: it has none), unless something newer was. */
export function renameGroup(group: GroupChat, { name, version }: Pick<GroupChat, 'name' | 'version'>): GroupChat {
  return version > group.version ? { ...group, name, version } : group;
}

/** Marks a row as going to a group, not to a person. */
export const toGroup = { group: true } as const;

/** Whether a row goes to a group: platforms let less of them through. */
export function goesToGroup({ depends }: Pick<NewDelivery, 'depends'>): boolean {
  return depends?.fields['group'] === true;
}
