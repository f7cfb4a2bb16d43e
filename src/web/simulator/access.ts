/** The settings that decide who may use the try-out page. */
interface Access {
  readonly SIMULATOR: 'auto' | 'on' | 'off';
  readonly HOST: string;
  readonly PUBLIC_URL?: string | undefined;
  readonly TELEGRAM_WEBHOOK_URL?: string | undefined;
}

const ownNames = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Anybody on the page may act as an officer of the demo, so by itself it is open to this machine only. Where a public
 * address is set another web server stands in front, and whoever it lets through looks like this machine.
 */
export function isSimulatorOpen({ SIMULATOR, HOST, PUBLIC_URL, TELEGRAM_WEBHOOK_URL }: Access): boolean {
  if (SIMULATOR !== 'auto') return SIMULATOR === 'on';
  const isPublished = PUBLIC_URL !== undefined || TELEGRAM_WEBHOOK_URL !== undefined;
  return !isPublished && ['localhost', '127.0.0.1', '::1'].includes(HOST);
}

/** Host names under which the page answers: this machine's own; all when it was opened on purpose. */
export function pageHosts({ SIMULATOR }: Pick<Access, 'SIMULATOR'>): readonly string[] {
  return SIMULATOR === 'on' ? ['*'] : ownNames;
}
