/** One line for who runs the service: a stable event name, ids and counts. Never a text, a name, a phone or an error's words. */
export type Log = (event: string, details?: Readonly<Record<string, string | number>>) => void;
