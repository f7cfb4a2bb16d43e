// Rows on standard input, read by a library of npm, out with `got`: `node read-rows.js <folder> <reader>`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const [folder, reader] = process.argv.slice(2);
const load = createRequire(join(folder, 'package.json'));
const two = (part) => String(part).padStart(2, '0');

function regionRows(name) {
  const table = new URL(`../../node_modules/idn-area-data/data/${name}.csv`, import.meta.url);
  const lines = readFileSync(table, 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => {
    const [code, , field] = line.split(',');
    return { code, name: field.replaceAll(/''|"/gu, "'").trim() };
  });
}

/** It throws at districts that it does not know. */
function isValid(person) {
  try {
    return person.isValid();
  } catch {
    return false;
  }
}

const readers = {
  recognizers_yes_no() {
    const { recognizeBoolean } = load('@microsoft/recognizers-text-suite');
    return ({ text }) => {
      const [found] = recognizeBoolean(text, 'en-us');
      return found === undefined ? 'unclear' : found.resolution.value === true ? 'yes' : 'no';
    };
  },
  recognizers_number() {
    const { recognizeNumber } = load('@microsoft/recognizers-text-suite');
    return ({ text }) => {
      const found = recognizeNumber(text, 'en-us');
      return found.length === 1 ? Number(found[0].resolution.value) : null;
    };
  },
  recognizers_mailcheck() {
    const { recognizeEmail } = load('@microsoft/recognizers-text-suite');
    const mailcheck = load('mailcheck');
    return ({ text }) => {
      const found = recognizeEmail(text, 'en-us');
      if (found.length !== 1) return { value: null, suggest: null };
      const value = String(found[0].resolution.value).toLowerCase();
      return { value, suggest: mailcheck.run({ email: value })?.full ?? null };
    };
  },
  chrono_date() {
    const { en } = load('chrono-node');
    return ({ text, context }) => {
      const isAhead = context.purpose !== 'tanggal_lahir';
      const [found] = en.GB.parse(text, new Date(`${context.today}T09:00:00`), { forwardDate: isAhead });
      return found === undefined ? null : ['year', 'month', 'day'].map((part) => two(found.start.get(part))).join('-');
    };
  },
  chrono_time() {
    const { en } = load('chrono-node');
    return ({ text }) => {
      const start = en.GB.parse(text)[0]?.start;
      return start?.isCertain('hour') ? `${two(start.get('hour'))}:${two(start.get('minute'))}` : null;
    };
  },
  any_date_parser() {
    const parser = load('any-date-parser');
    return ({ text }) => {
      const { year, month, day } = (parser.default ?? parser).attempt(text, 'id');
      return day === undefined || year === undefined ? null : [year, month, day].map(two).join('-');
    };
  },
  libphonenumber() {
    const { findPhoneNumbersInText } = load('libphonenumber-js/max');
    return ({ text }) => {
      const found = findPhoneNumbersInText(text, 'ID');
      const number = found.length === 1 ? found[0].number : null;
      return number?.country === 'ID' && number.getType() === 'MOBILE' ? number.number : null;
    };
  },
  // What only our rows have, the reason and the warnings, is given to it.
  nik_parser() {
    const { nikParser } = load('nik-parser');
    return ({ text, expected: { reason, warn } }) => {
      const nik = text.replaceAll(/\D/gu, '');
      const person = nikParser(nik);
      const born = isValid(person) ? new Date(person.lahir()) : null;
      if (born === null || Number.isNaN(born.getTime())) return { valid: false, reason };
      const birth = born.toISOString().slice(0, 'yyyy-mm-dd'.length);
      return { valid: true, nik, gender: person.kelamin() === 'wanita' ? 'P' : 'L', birth, warn };
    };
  },
  parse_full_name() {
    const { parseFullName } = load('parse-full-name');
    return ({ text }) => {
      const { first, middle, last, error } = parseFullName(text);
      const name = [first, middle, last].filter((part) => part !== '').join(' ');
      return name === '' || error.length > 0 ? null : name;
    };
  },
  // Given the names of the level asked for, within the region asked for, as our reader is.
  fuse_wilayah() {
    const Fuse = load('fuse.js');
    const tables = Object.fromEntries(['districts', 'villages'].map((name) => [name, regionRows(name)]));
    return ({ text, context: { level, within } }) => {
      const rows = tables[level === 'kecamatan' ? 'districts' : 'villages'];
      const inside = rows.filter(({ code }) => code.startsWith(`${within}.`));
      const found = new (Fuse.default ?? Fuse)(inside, { keys: ['name'], threshold: 0.3, includeScore: true }).search(
        text,
      );
      const best = found.filter(({ score }) => score === found[0].score).map(({ item }) => item);
      if (best.length > 1) return { ambiguous: best.map(({ code }) => code).toSorted() };
      return best[0] ?? null;
    };
  },
};

const read = readers[reader]();
for await (const line of createInterface({ input: process.stdin })) {
  const row = JSON.parse(line);
  console.log(JSON.stringify({ ...row, got: read(row) }));
}
