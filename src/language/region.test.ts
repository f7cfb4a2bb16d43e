import { describe, expect, it } from 'vitest';

import { eachText, valueOf } from '../../test/each-text.ts';
import { parseRegionRows, regencyNameIn } from './region-rows.ts';
import { createRegionIndex, readRegion } from './region.ts';

/** A made-up regency with every difficulty of the real ones: halves of names, two villages of one name, apostrophes. */
const districts = [
  'code,regency_code,name',
  '99.01.01,99.01,Tukak Sadai',
  '99.01.02,99.01,Simpang Rimba',
  '99.01.03,99.01,Kepulauan Pongok',
  '99.01.04,99.01,Lepar',
  '99.01.05,99.01,Lembor',
  '99.01.06,99.01,Lembor Selatan',
  '99.01.07,99.01,Dukuhturi',
  '99.01.08,99.01,Dukuhwaru',
  '99.01.09,99.01,Warureja',
  '99.02.01,99.02,Toboali',
].join('\n');
const villages = [
  'code,district_code,name',
  '99.01.01.2001,99.01.01,Sadai',
  '99.01.01.2002,99.01.01,Kajen',
  '99.01.02.2001,99.01.02,Kajen',
  '99.01.02.1001,99.01.02,Pulau',
  '99.01.03.2001,99.01.03,Lewat',
  '99.01.03.1001,99.01.03,Labuan Bajo',
  '99.01.03.2002,99.01.03,Mabu"un',
  "99.01.04.2001,99.01.04,Golo Ru''u",
  ...['Lebo', 'Mori', 'Wangkung', 'Damu', 'Kempo', 'Bilas', 'Poleng'].map(
    (name, at) => `99.01.05.200${at},99.01.05,Golo ${name}`,
  ),
  '99.02.01.2001,99.02.01,Rias',
].join('\n');
const regencies = 'code,province_code,name\n99.01,99,KABUPATEN LEMBOR\n99.02,99,KOTA TOBOALI\n';
const index = createRegionIndex(parseRegionRows(districts, villages, '99.01'), regencyNameIn(regencies, '99.01'));

function candidatesOf(text: string): readonly string[] {
  const reading = readRegion(text, index, { level: 'kecamatan' });
  return reading.type === 'several' ? reading.candidates.map(({ code }) => code) : [];
}

describe('the rows of a regency', () => {
  const rows = parseRegionRows(districts, villages, '99.01');

  it('are its kecamatan and desa only, each with its parent', () => {
    expect(rows.filter(({ level }) => level === 'kecamatan')).toHaveLength(9);
    expect(rows.every(({ code }) => code.startsWith('99.01.'))).toBe(true);
    expect(rows.find(({ code }) => code === '99.01.02.1001')).toEqual({
      code: '99.01.02.1001',
      name: 'Pulau',
      level: 'desa',
      kind: 'kelurahan',
      parent: '99.01.02',
    });
  });

  it('have one apostrophe where the table has two, or a quote', () => {
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(["Golo Ru'u", "Mabu'un"]));
  });
});

describe('a kecamatan', () => {
  it.each(
    eachText<string | null>([
      [
        'Tukak Sadai',
        'tukak sadai | TUKAKSADAI | Kec. Tukak Sadai | kecamatan tukak sadai kak | saya di tukak sadai | tukk sadai',
      ],
      ['Simpang Rimba', 'spg rimba | simpang rimba | s. rimba | simpangrimba ya pak, makasih 🙏'],
      ['Kepulauan Pongok', 'kep. pongok | kepulauan pongok | pongok'],
      ['Lembor', 'lembor | Lembor, kabupaten Manggarai Barat | lembor?'],
      ['Dukuhturi', 'dkh turi | dukuh turi lembor | dukuhturi jawa tengah | rt 3 rw 1 dukuhturi'],
      ['Dukuhwaru', 'dukuhwaroe | ukuhwaru | wong dukuhwaru'],
      ['Lembor Selatan', 'lembor selatan | lembor sel | lembor slt'],
      ['Warureja', 'warureja | warurejo | warurejo maksudnya warureja | eh warureja'],
      [null, 'Toboali | tidak tahu | ya | sadai desa mana ya | 1 | lem | selatan sekali'],
    ]),
  )('"%s" is %s', (text, want) => {
    expect(valueOf(readRegion(text, index, { level: 'kecamatan', within: '99.01' }))?.name ?? null).toBe(want);
  });

  it('whose name is said in half is one of several', () => {
    expect(candidatesOf('dukuh')).toEqual(['99.01.07', '99.01.08']);
    expect(candidatesOf('lepar pongok').toSorted()).toEqual(['99.01.03', '99.01.04']);
  });
});

describe('a desa', () => {
  it.each(
    eachText<string | null>([
      ['99.01.03.2001', 'Lewat | desa lewat'],
      ['99.01.02.1001', 'kelurahan pulau | pulau'],
      ['99.01.03.1001', 'lb bajo | labuan bajo | kel. labuan bajo | labuhan bajo'],
      ['99.01.03.2002', "mabu'un | mabuun | Mabu’un"],
      [
        '99.01.01.2002',
        'kajen tukak sadai | Kajen RT 01/02 kec. tukak sadai | kajen kecamatan tukak sadai | desa kajen kec. tukak sadai',
      ],
      [null, 'kajen | golo | rias | tidak tahu | apa ya'],
    ]),
  )('"%s" is %s', (text, want) => {
    expect(valueOf(readRegion(text, index, { level: 'desa', within: '99.01' }))?.code ?? null).toBe(want);
  });

  it('lies in the kecamatan that was asked for', () => {
    expect(valueOf(readRegion('kajen', index, { level: 'desa', within: '99.01.02' }))?.code).toBe('99.01.02.2001');
    expect(readRegion('sadai', index, { level: 'desa', within: '99.01.02' })).toEqual({ type: 'none', why: 'unknown' });
  });

  it('whose name begins too many names is vague', () => {
    expect(readRegion('golo', index, { level: 'desa' })).toEqual({ type: 'none', why: 'vague' });
  });
});
