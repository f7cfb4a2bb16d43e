/** The settings that decide who may use the try-out page. */
interface Access {
  readonly SIMULATOR: 'auto' | 'on' | 'off';
  readonly HOST: string;
  readonly PUBLIC_URL?: string | undefined;
  readonly TELEGRAM_WEBHOOK_URL?: string | undefined;
  readonly MONGODB_URL?: string | undefined;
  readonly WHATSAPP_CLOUD_PHONE_ID?: string | undefined;
}

const ownNames = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Anybody on the page may act as an officer of the demo, so by itself it is open to this machine only. Where a platform
 * delivers or a public address is set another web server stands in front, and whoever it lets through looks like this machine. Its phones live in
 * one process's memory, so where several may run it opens only when asked for.
 */
export function isSimulatorOpen({ SIMULATOR, HOST, ...rest }: Access): boolean {
  if (SIMULATOR !== 'auto') return SIMULATOR === 'on';
  const { PUBLIC_URL, TELEGRAM_WEBHOOK_URL, WHATSAPP_CLOUD_PHONE_ID, MONGODB_URL } = rest;
  const reasons = [PUBLIC_URL, TELEGRAM_WEBHOOK_URL, WHATSAPP_CLOUD_PHONE_ID, MONGODB_URL];
  const isServed = reasons.some((setting) => setting !== undefined);
  return !isServed && ['localhost', '127.0.0.1', '::1'].includes(HOST);
}

/** Host names under which the page answers: this machine's own; all when it was opened on purpose. */
export function pageHosts({ SIMULATOR }: Pick<Access, 'SIMULATOR'>): readonly string[] {
  return SIMULATOR === 'on' ? ['*'] : ownNames;
}
