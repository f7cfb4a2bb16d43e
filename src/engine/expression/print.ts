import { localParts } from '../../language/calendar.ts';
import type { Tagged, Value } from '../value.ts';
import { INDONESIAN } from '../writing.ts';
import type { Writing } from '../writing.ts';

/**
 * How a value stands in a text when no pipe says otherwise: a choice by its label, a record by its name, an instant
 * with the zone word of its own place, a number without grouping (it may be a year), unset as nothing.
 */
export function printValue(value: Value): string {
  return printIn(INDONESIAN, value);
}

/** The same in the language of a text. */
export function printIn(writing: Writing, value: Value): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return writing.bare(value);
  if (typeof value === 'boolean') return writing.yesNo(value);
  if ('type' in value) return printTagged(writing, value);
  return writing.list(value.map((item) => printIn(writing, item)));
}

function printTagged(writing: Writing, value: Tagged): string {
  switch (value.type) {
    case 'date':
      return writing.day(value.date);
    case 'time':
      return writing.time(value.time);
    case 'moment': {
      const local = localParts(value.at, value.zone);
      return writing.moment(local.date, local.time, value.zone);
    }
    case 'duration':
      return writing.length(value.minutes);
    case 'choice':
      return writing.word(value.label);
    case 'record':
    default:
      return value.name;
  }
}
