/** The settings that decide who may use the try-out page. */
interface Access {
  readonly SIMULATOR: 'auto' | 'on' | 'off';
  readonly HOST: string;
  readonly PUBLIC_URL?: string | undefined;
}

const ownNames = ['localhost', '127.0.0.1', '[::1]'];

/** Anybody on the page may act as an officer of the demo, so by itself it is open to this machine only. */
export function isSimulatorOpen({ SIMULATOR, HOST }: Access): boolean {
  if (SIMULATOR !== 'auto') return SIMULATOR === 'on';
  return ['localhost', '127.0.0.1', '::1'].includes(HOST);
}

/** Host names under which the page answers: this machine's own, and the public one; all when it was opened on purpose. */
export function pageHosts({ SIMULATOR, PUBLIC_URL }: Access): readonly string[] {
  if (SIMULATOR === 'on') return ['*'];
  return PUBLIC_URL === undefined ? ownNames : [...ownNames, new URL(PUBLIC_URL).hostname];
}
