import type { Message } from './message-schema.ts';

/** A message of the service as the person reads it. */
export interface Seen {
  readonly id: string;
  readonly text: string;
  /** What can be tapped, as the person reads it. */
  readonly choices: readonly {
    readonly id: string;
    readonly label: string;
    readonly kind: 'button_reply' | 'list_reply';
  }[];
  readonly image?: string;
  readonly document?: string;
  readonly location?: object;
  readonly card?: object;
  readonly template?: string;
  readonly asksPlace?: true;
}

/** `templates`: the approved bodies by name. */
export function showMessage(id: string, message: Message, templates: ReadonlyMap<string, string>): Seen {
  return { id, choices: [], ...show(message, templates) };
}

function show(message: Message, templates: ReadonlyMap<string, string>): Pick<Seen, 'text'> & Partial<Seen> {
  if (message.type === 'text') return { text: message.text.body };
  if (message.type === 'image') return { text: message.image.caption ?? '', image: fileIn(message.image) };
  if (message.type === 'document') return { text: message.document.caption ?? '', document: fileIn(message.document) };
  if (message.type === 'location') return { text: '', location: message.location };
  if (message.type === 'contacts') return { text: '', ...(message.contacts[0] && { card: message.contacts[0] }) };
  if (message.type === 'interactive') return showInteractive(message.interactive);
  const { name, components } = message.template;
  const values = components.flatMap(({ parameters }) => parameters.map(({ text }) => text));
  const body = templates.get(name) ?? '';
  const text = body.replaceAll(/\{\{(\d+)\}\}/gu, (_, place: string) => values[Number(place) - 1] ?? '');
  return { text, template: name };
}

/** The link, or the id of what was uploaded. */
function fileIn(named: { readonly link: string } | { readonly id: string }): string {
  return 'link' in named ? named.link : named.id;
}

function showInteractive(shown: Extract<Message, { type: 'interactive' }>['interactive']): Omit<Seen, 'id'> {
  const { text } = shown.body;
  if (shown.type === 'location_request_message') return { text, choices: [], asksPlace: true };
  if (shown.type === 'button') {
    const choices = shown.action.buttons.map(({ reply }) => ({
      id: reply.id,
      label: reply.title,
      kind: 'button_reply' as const,
    }));
    return { text, choices };
  }
  const rows = shown.action.sections.flatMap((section) => section.rows);
  const choices = rows.map(({ id, title, description }) => ({
    id,
    label: description ?? title,
    kind: 'list_reply' as const,
  }));
  return { text, choices };
}
