/** What a terminal or a page shows of an account and its linked device. */
export interface LinkState {
  readonly state:
    /** No device is linked; nothing happens until somebody links one. */
    | 'unlinked'
    /** Waits for the owner's telephone; `qr` or `code` is what it needs. */
    | 'linking'
    | 'connecting'
    | 'open'
    /** Waits for somebody, because of `trouble`. */
    | 'stopped'
    /** This process does not hold the account. */
    | 'off';
  readonly qr: string | null;
  readonly code: string | null;
  /** The account's own number, once it is linked. */
  readonly number: string | null;
  readonly trouble: string | null;
  /** Connections that this process has begun so far, by which somebody who waits for one knows that it came and went. */
  readonly attempts: number;
  /** Why no pushes go out. */
  readonly pushes: string | null;
  /** In the answer to `link-find`: the person's address; null: the number is not on WhatsApp, or nothing is connected. */
  readonly found?: string | null;
}

/** What somebody at a terminal may ask. */
export type LinkOrder =
  | { readonly type: 'link-state' | 'link-logout' | 'link-resume' }
  /** With a code for this number, digits only; null: with a QR code. */
  | { readonly type: 'link-pair'; readonly number: string | null }
  /** Digits only. */
  | { readonly type: 'link-find'; readonly number: string };

/** What somebody who runs the service may do with the account. */
export interface Link {
  readonly state: () => LinkState;
  /** Begins linking, with a code for this number or else with a QR code; connects again what had stopped. */
  readonly pair: (number: string | null) => void;
  /** Unlinks the device; resolves when its keys are forgotten. */
  readonly logout: () => Promise<void>;
  /** The address under which whoever has this number writes to us. null: nobody has it, or nothing is connected. */
  readonly find: (number: string) => Promise<string | null>;
  /** Lets pushes go out again. */
  readonly resumePushes: () => Promise<void>;
}
