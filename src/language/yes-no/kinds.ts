import type { Kind } from './kind.ts';
import { PERSON_KINDS } from './person-kinds.ts';
import { SERVICE_KINDS } from './service-kinds.ts';
import { TRAINING_KINDS } from './training-kinds.ts';

/** The kinds of yes-no questions that a service asks; a question may be of several. */
export const KINDS: readonly Kind[] = [...TRAINING_KINDS, ...PERSON_KINDS, ...SERVICE_KINDS];
