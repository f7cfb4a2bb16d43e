import type { Kind } from './yes-no-kind.ts';
import { PERSON_KINDS } from './yes-no-person-kinds.ts';
import { SERVICE_KINDS } from './yes-no-service-kinds.ts';
import { TRAINING_KINDS } from './yes-no-training-kinds.ts';

/** The kinds of yes-no questions that a service asks; a question may be of several. */
export const KINDS: readonly Kind[] = [...TRAINING_KINDS, ...PERSON_KINDS, ...SERVICE_KINDS];
