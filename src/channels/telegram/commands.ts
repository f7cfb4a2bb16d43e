/** One entry of Telegram's command menu. */
export interface Command {
  /** 1 to 32 of `a-z0-9_`, without the slash. */
  readonly command: string;
  /** What typing it stands for in the conversation (`data_saya` stands for "data saya"). */
  readonly says: string;
  /** 1 to 256 characters, in Indonesian. */
  readonly description: string;
}

/** Where the locale keeps the menu: `telegram.perintah.data_saya` describes `/data_saya`, which stands for "data saya". */
const prefix = 'telegram.perintah.';

/** The command menu of a locale, in its order. */
export function toCommands(sentences: Readonly<Record<string, string>>): readonly Command[] {
  const own = Object.entries(sentences).filter(([key]) => key.startsWith(prefix));
  return own.map(([key, description]) => {
    const command = key.slice(prefix.length);
    return { command, says: command.replaceAll('_', ' '), description };
  });
}

const slashed = /^\/(?<name>[a-z0-9_]{1,32})(?:@\w+)?(?<rest>\s.*)?$/isu;

/** `/daftar@bot` as the conversation should hear it; other texts, and commands that are not ours, stay as typed. */
export function spokenForm(text: string, commands: readonly Command[]): string {
  const match = slashed.exec(text.trim());
  if (match === null) return text;
  const name = (match.groups?.['name'] ?? '').toLowerCase();
  const rest = match.groups?.['rest'] ?? '';
  const known = commands.find(({ command }) => command === name);
  return `${known?.says ?? `/${name}`}${rest}`;
}
