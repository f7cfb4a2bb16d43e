import type { Kind } from './value.ts';

/**
 * What the domain offers to flows. The domain publishes one; the checker holds every flow against it
 * (wrong name, missing argument, unhandled result, unknown word inside `{{ }}`).
 */
export interface Catalogue {
  /** `lakukan`: changes something, done once by its id. */
  readonly deeds: Readonly<Record<string, Operation>>;
  /** `periksa`: only looks, may be repeated. */
  readonly looks: Readonly<Record<string, Operation>>;
  /** `dari` and `daftar.dari`: named lists of records. */
  readonly sources: Readonly<Record<string, Source>>;
  /** `dimulai_oleh.peristiwa`: the event and the values it hands to the flow's `terima`. */
  readonly events: Readonly<Record<string, FieldKinds>>;
  /**
   * `dimulai_oleh.waktu`: the times that a sentence may count from (`pertemuan.mulai`), each with the groups of people that
   * `kepada` may name. The flow is given the record that stands before the dot.
   */
  readonly calendars?: Readonly<Record<string, { readonly groups: readonly string[] }>>;
  /** `tunggu`: what a conversation may wait for, with the ends that it can come to. Events can be waited for too. */
  readonly awaited?: Readonly<Record<string, Pick<Operation, 'results'>>>;
  /** Fields of `kontak`, `daerah`, `petugas`, `saluran`. */
  readonly scopes: Readonly<Record<'kontak' | 'daerah' | 'petugas' | 'saluran', FieldKinds>>;
  /** Records by the name that `terima` or `sebagai` gives them, with their fields. */
  readonly records: Readonly<Record<string, FieldKinds>>;
  /** Rights an officer can hold (`hak`). */
  readonly rights: readonly string[];
}

export type FieldKinds = Readonly<Record<string, Kind>>;

export interface Operation {
  /** Accepted arguments; `wajib` must be given by every flow that calls it. */
  readonly args: Readonly<Record<string, 'wajib' | 'boleh'>>;
  /** Named results with the values each carries. All must be handled by a flow. */
  readonly results: Readonly<Record<string, FieldKinds>>;
  /** After this deed no answer given before may be kept: conversations that were put aside are let go with it. */
  readonly forgets?: true;
}

interface Source {
  readonly args?: Readonly<Record<string, 'wajib' | 'boleh'>>;
  readonly fields: FieldKinds;
}
