// Rows on standard input, read by a library of npm, out with `got`: `node read-rows.js <folder> <reader>`.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const [folder, reader] = process.argv.slice(2);
const load = createRequire(join(folder, 'package.json'));
const two = (part) => String(part).padStart(2, '0');

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
      if (!person.isValid()) return { valid: false, reason };
      const birth = new Date(person.lahir()).toISOString().slice(0, 'yyyy-mm-dd'.length);
      return { valid: true, nik, gender: person.kelamin() === 'wanita' ? 'P' : 'L', birth, warn };
    };
  },
};

const read = readers[reader]();
for await (const line of createInterface({ input: process.stdin })) {
  const row = JSON.parse(line);
  console.log(JSON.stringify({ ...row, got: read(row) }));
}
