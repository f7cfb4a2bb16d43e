/** Why a channel that the settings ask for cannot be opened; the sentence stands in the locale under `kanal.<code>`. */
type ChannelTroubleCode =
  /** The optional package of the unofficial WhatsApp client is not installed. */
  'baileys_missing';

/** Thrown while channels are connected, before anything is taken in. */
export class ChannelTrouble extends Error {
  readonly code: ChannelTroubleCode;

  constructor(code: ChannelTroubleCode, cause?: unknown) {
    super(code, { cause });
    this.name = 'ChannelTrouble';
    this.code = code;
  }
}
