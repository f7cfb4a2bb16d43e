/** One thing that the service asks, however it words it, and what this person answers. */
interface Topic {
  readonly name: string;
  readonly asks: RegExp;
  readonly says: (person: number, labels: readonly string[]) => string;
}

const NAMES = ['Siti', 'Budi', 'Dewi', 'Agus', 'Rina', 'Joko', 'Wati', 'Hasan'];

/** Words for a number, so that nobody is called like somebody else. */
export function nameOf(person: number): string {
  const letters = Array.from(person.toString(26).padStart(3, '0'), (digit) =>
    String.fromCodePoint(97 + Number.parseInt(digit, 26)),
  );
  return `${NAMES[person % NAMES.length] ?? ''} Su${letters.join('')}man`;
}

/** What every third works as; the new version does not know it. */
const GONE = 'Karyawan';

/** What the registration asks, old and new. */
const TOPICS: readonly Topic[] = [
  { name: 'ringkasan', asks: /Mohon diperiksa/u, says: () => 'kirim' },
  { name: 'pelatihan', asks: /Pelatihan mana/u, says: () => '1' },
  { name: 'bersedia', asks: /(?:Bersedia mengikuti|Sanggup datang) sampai selesai/u, says: () => 'ya' },
  { name: 'setuju', asks: /apakah Bapak\/Ibu setuju\?/iu, says: () => 'setuju' },
  { name: 'tanggal_lahir', asks: /Tanggal lahir Bapak/u, says: () => '17-08-1975' },
  { name: 'sumber', asks: /Tahu pelatihan ini dari siapa/u, says: () => 'dari tetangga' },
  { name: 'nama', asks: /Nama lengkap/u, says: nameOf },
  { name: 'jenis_kelamin', asks: /Jenis kelamin Bapak/u, says: () => 'perempuan' },
  { name: 'kecamatan', asks: /kecamatan mana/u, says: () => 'Toboali' },
  { name: 'desa', asks: /Desa atau kelurahan apa/u, says: () => 'Gadung' },
  { name: 'telepon', asks: /Nomor HP yang aktif/u, says: () => '0812 3456 0123' },
  { name: 'email', asks: /Alamat email/u, says: () => 'lewati' },
  { name: 'pendidikan', asks: /Pendidikan terakhir/u, says: () => 'SMP' },
  {
    name: 'pekerjaan',
    asks: /Apa pekerjaan/u,
    says: (person, labels) => (person % 3 === 0 && labels.includes(GONE) ? GONE : 'Wirausaha'),
  },
  { name: 'tujuan', asks: /apa tujuan Bapak/iu, says: () => 'Menambah ilmu' },
  { name: 'bantuan_khusus', asks: /bantuan khusus di tempat/u, says: () => 'Tidak perlu' },
  { name: 'pengingat', asks: /Boleh kami ingatkan/u, says: () => 'boleh' },
  { name: 'kabar', asks: /Boleh kami kabari/u, says: () => 'boleh' },
];

/** One simulated person: what was asked of them, and what they answer to it. */
export interface Resident {
  readonly number: number;
  /** Their phone. */
  readonly phone: string;
  /** Their whole conversation: their own words behind `>`. */
  readonly talk: string[];
  readonly heard: string[];
  /** Topics in the order they were asked. */
  readonly asked: string[];
  /** A question that nobody expected. */
  readonly unknown: string[];
  readonly hear: (text: string, labels: readonly string[]) => void;
  /** What they say now; null: nothing is asked of them. */
  readonly answer: () => string | null;
  /** `asked`: a question is open; `told`: they heard something since they spoke, but no question; `waiting`: nothing. */
  readonly state: () => 'asked' | 'told' | 'waiting';
}

/** Somebody who begins with DAFTAR. */
export function createResident(number: number): Resident {
  const talk: string[] = [];
  const heard: string[] = [];
  const asked: string[] = [];
  const unknown: string[] = [];
  let open: { readonly topic: Topic; readonly labels: readonly string[] } | null = null;
  let begun = false;
  let heardBefore = 0;
  const choose = (): string | null => {
    if (!begun) {
      begun = true;
      return 'daftar';
    }
    if (open === null) return null;
    const { topic, labels } = open;
    open = null;
    return topic.says(number, labels);
  };
  return {
    number,
    phone: `orang${number}`,
    talk,
    heard,
    asked,
    unknown,
    hear: (text, labels) => {
      heard.push(text);
      talk.push(text);
      const topic = TOPICS.find(({ asks }) => asks.test(text));
      if (topic !== undefined) {
        asked.push(topic.name);
        open = { topic, labels };
      } else if (text.trimEnd().endsWith('?')) unknown.push(text);
    },
    answer: () => {
      const text = choose();
      if (text !== null) {
        heardBefore = heard.length;
        talk.push(`> ${text}`);
      }
      return text;
    },
    state: () => {
      if (open !== null) return 'asked';
      return heard.length > heardBefore ? 'told' : 'waiting';
    },
  };
}
