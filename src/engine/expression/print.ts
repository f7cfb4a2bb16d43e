import { localParts } from '../../language/calendar.ts';
import { writeDateTime, writeShortDate } from '../../language/write-date.ts';
import { writeList } from '../../language/write-list.ts';
import type { Tagged, Value } from '../value.ts';

const HOUR_MINUTES = 60;
const DAY_MINUTES = 1440;

/**
 * How a value stands in a text when no pipe says otherwise: a choice by its label, a record by its name, an instant
 * with the zone word of its own place, a number without grouping (it may be a year), unset as nothing.
 */
export function printValue(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak';
  return 'type' in value ? printTagged(value) : writeList(value.map(printValue));
}

function printTagged(value: Tagged): string {
  switch (value.type) {
    case 'date':
      return writeShortDate(value.date);
    case 'time':
      return value.time.replace(':', '.');
    case 'moment': {
      const local = localParts(value.at, value.zone);
      return writeDateTime(local.date, local.time, value.zone);
    }
    case 'duration':
      return printMinutes(value.minutes);
    case 'choice':
      return value.label;
    case 'record':
    default:
      return value.name;
  }
}

/** "7 hari", "1 jam 30 menit"; whole days are days, as a flow writes them. */
function printMinutes(minutes: number): string {
  if (minutes !== 0 && minutes % DAY_MINUTES === 0) return `${minutes / DAY_MINUTES} hari`;
  const hours = Math.trunc(minutes / HOUR_MINUTES);
  const rest = minutes % HOUR_MINUTES;
  if (hours === 0) return `${rest} menit`;
  return rest === 0 ? `${hours} jam` : `${hours} jam ${Math.abs(rest)} menit`;
}
