import { describe, expect, it } from 'vitest';

import { eachText, valueOf } from '../../test/each-text.ts';
import { readYesNo } from './yes-no.ts';

const table = eachText<'yes' | 'no' | null>([
  [
    'yes',
    'ya pak | iya bu | iya betul | ya benar | ok lanjut | oke siap | siap hadir | saya hadir | insya Allah saya hadir | bisa hadir kak | bisa, insyaallah | sudah benar semua | betul semua kak | datanya sudah benar | sudah sesuai pak | iya sudah sesuai | sudah pernah | pernah ikut | saya punya laptop | punya kak | ada laptop | mau ikut | saya mau ikut | iya mau | mau dong | boleh banget | setuju sekali | sangat setuju | saya setuju kak | iya setuju | ya saya setuju | ya saya bersedia | bersedia ikut sampai selesai | saya sanggup | tentu saja | pasti | pasti hadir | tentu hadir | silakan | silahkan dipakai | monggo | tidak keberatan | gapapa | ga apa apa | nggak masalah | tidak ada yang salah | gak ada yang perlu diganti | ga ada kesalahan | aman | sip | sipp | okeee | okeyy kak | yoi | yap betul | hooh | nggih | nggih pak | enggih leres | iyo | iyoo | yaaa | yesss | OK 👍 | 👍👍 | 👍🏻 | ya, makasih | ya terima kasih banyak | alhamdulillah bisa | bismillah ikut | gas lah | gass | lanjut min | lanjutin | teruskan | jelas | yakin | iya saya yakin | ya, data sudah benar | benar sekali pak | tidak ada masalah | bisa pak insyaallah | siap bos | siap laksanakan | sanggup kak | dengan senang hati | minat | saya berminat | tertarik kak | saya ikut | ikut kak | ikutan dong | baik | baik kak | baik pak saya setuju | baiklah | ya udah | ya sudah | yaudah gapapa | ya boleh | saya akan hadir | akan datang | saya pasti datang kak | ya, ada | iya punya kak | ok saya setuju dengan ketentuan di atas | siap setuju | bener kak | iya bener | sesuai | sesuai ktp | cocok | pas',
  ],
  [
    'no',
    'tidak pak | enggak | nggak kak | gak deh | ga dulu | tidak dulu | belum kak | belum sesuai | belum benar | tidak benar | tidak sesuai | bukan itu | bukan pak | salah kak | ada yang salah | masih salah | masih ada yang keliru | nama saya salah | alamatnya salah | tanggal lahirnya salah | tidak mau | gamau | ogah | emoh | gak bisa hadir | tidak bisa datang kak | ga bisa ikut | saya tidak hadir | maaf berhalangan | mohon maaf tidak bisa ikut | saya sakit jadi tidak bisa | ga jadi | batal | tidak jadi ikut | jangan dulu | tidak perlu | gak perlu kak | gak usah repot | ngga usah | tidak berminat | tidak tertarik | tidak setuju kak | saya menolak | nolak | tidak bersedia | tidak punya laptop | ga punya kak | belum ada | blm pernah ikut | tidak pernah | gak pernah sama sekali | enggak ada | ya tidak lah | iya belum | mboten pak | ora | ora iso | wegah | kadada | kada kawa | dak kawa | dak ado | tidak, makasih | tidak terima kasih | 👎 | ❌ | nope | no kak | kurang cocok | kurang sesuai | bukan saya | baru kali ini | baru pertama',
  ],
  [
    null,
    'boleh tanya | boleh nanya dulu | bisa tanya? | ya kapan? | ya tapi kapan | ya kalau bisa | mau kalau gratis | setuju asal gratis | setuju dengan syarat | saya setuju kecuali nomor hp | bisa tapi telat | bisa tapi cuma sampai siang | mungkin | mungkin bisa | kayaknya ga bisa | belum tau | belum tahu pasti | belum pasti | nanti saya kabari | nanti dikabari | tanya suami dulu | lihat jadwal dulu | coba nanti | entahlah | gatau | gak ngerti | tidak paham | saya bingung | apa itu | maksudnya apa | gimana caranya | biayanya berapa | ini penipuan ya | gratis ya? | ya kah | iya kah | apa benar | yang mana | oh begitu | oh ya | hm | hmmm | ... | 🙏 | 🤔 | halo | assalamualaikum | selamat pagi | terima kasih | makasih infonya | Yanto | Siapa | yayasan | okezone | sudah makan | bisa pinjam uang | mau makan dulu | ada kucing | gasolin | besok | 12 | nama saya Budi | ya ampun | ya tuhan | ya gimana ya | ya begitulah | bisa jadi | boleh jadi | ya atau tidak? | tergantung | tergantung jadwal | masih pikir pikir | ragu | kurang yakin | insya Allah | insyaallah ya | semoga bisa | diusahakan | saya usahakan | kalau sempat | setengah setuju | antara mau dan tidak | tidak bisa bilang iya | bukan tidak setuju | saya setuju tapi jangan pakai NIK | iya sih tapi ragu',
  ],
  [
    'yes',
    "ya saya bersedia mengikuti sampai selesai | saya setuju data saya dipakai | iya kak saya mau | ya mau | mau banget kak | iya bisa | ya ada | ada kak | punya laptop sendiri | saya sudah pernah ikut pelatihan | sudah pernah sekali | pernah sekali | pernah tahun lalu | iya sudah benar semuanya | data saya sudah benar | sudah betul pak | betul kak | leres | nggih leres | siap hadir pak | hadir insyaallah | insyaallah bisa hadir | insya allah siap | saya siap | siap ikut | lanjut kak | lanjutkan saja | oke lanjut | gas min | boleh kak silakan | silakan | tidak apa-apa | ga apa2 kak | gpp | gapapa kak | nggak keberatan | oke deh | okelah | ok boleh | sip lanjut | yuk | ayo | hayuk | iye | iyee | yaa | yooo | jadi | jadi ikut | iya jadi | tetap ikut | tetap hadir | saya konfirmasi hadir | konfirmasi hadir | bisa hadir 🙏 | y, setuju | ya👍 | ✔️ | 🆗 | ho'oh | he eh | pasti dong | jelas dong | iya, lanjut aja kak | iya betul sekali kak | semuanya benar | benar semua | udah oke | sudah oke kak | ya oke | bolehlah | boleh aja",
  ],
  [
    'no',
    'belum pernah kak | belum pernah ikut | tidak, saya tidak setuju | saya kurang cocok | tidak bisa kak ada acara | ga bisa kak, kerja | gak bisa soalnya kerja | maaf kak ga bisa ikut | mohon maaf saya berhalangan hadir | tidak hadir | ga hadir | absen | izin tidak hadir | enggak dulu deh | ga dulu kak | skip | nggak ada | gak ada laptop | belum punya laptop | ga punya laptop cuma hp | tidak jadi | gajadi kak | batal aja | gamau kak | gak mau ah | ogah ah | tidak mau ikut | jangan disimpan | jangan pakai data saya | tidak boleh | ga boleh | salah semua | ada yg salah kak | alamatnya keliru | namanya typo | nik nya salah | tanggal lahirku salah | bukan, salah | masih ada yg salah | belum tepat | dereng | durung | mboten wonten | ora gelem | kada handak | indak | ndak bisa | tak mau | nggak, makasih kak | engga usah kak | gosah | ga minat | tidak berminat kak',
  ],
  [
    null,
    "ya nanti | ya lihat nanti | iya nanti saya pikirkan | boleh tapi nanti | bisa tapi belum tentu | belum tentu bisa | belum tahu kak | belum tau bisa apa engga | bisa ga ya | bisa atau tidak ya | ya tapi saya tidak punya laptop | setuju kalau datanya aman | ya asal tidak disebar | saya setuju untuk nama saja | mungkin iya | kayaknya iya | sepertinya bisa | mudah-mudahan bisa | saya cek dulu | tanya istri dulu | izin bos dulu | lihat kondisi | kurang paham | gak paham maksudnya | ya apa | yang benar yang mana | apanya | benar ga sih | bener gak nih | sudah belum ya | ada apa | ada berapa | mau apa | mau kemana | boleh siapa saja? | siapa saja boleh | ya begitu | gitu ya | oo | ooh | wah | aduh | astaga | ya Allah gusti | ya ampun mahal | hehe | wkwk | haha | oke tunggu | ok sebentar | siap tunggu | mau mikir dulu | bingung | lupa | selamat | salam | betulkah | benarkah itu | setujukah | yakin nih? | serius? | masa sih | ah masa | iyakah | iya kan? | oh gitu ya | baik buruknya apa | kerja | ibu saya | 2 | dua | Ya'qub | Okta | Yesi | Siapul",
  ],
]);

describe('yes and no', () => {
  it.each(table)('"%s" is %s', (text, want) => {
    expect(valueOf(readYesNo(text))).toBe(want);
  });

  it('takes the labels and their numbers when the answers have labels', () => {
    const label = { ya: 'Kirim', tidak: 'Perbaiki' };
    expect(valueOf(readYesNo('kirim kak', { label }))).toBe('yes');
    for (const text of ['sudah benar, kirim', 'oke kirim', 'iya betul kirim aja'])
      expect(valueOf(readYesNo(text, { label }))).toBe('yes');
    for (const text of ['kirim nanti dulu', 'kirim kapan', 'kalau sudah benar kirim'])
      expect(valueOf(readYesNo(text, { label }))).toBe(null);
    expect(valueOf(readYesNo('jangan kirim', { label }))).toBe('no');
    expect(valueOf(readYesNo('1', { label }))).toBe('yes');
    expect(valueOf(readYesNo('2', { label }))).toBe('no');
    expect(valueOf(readYesNo('perbaiki', { label }))).toBe('no');
    expect(valueOf(readYesNo('1'))).toBe(null);
  });

  it('takes politeness for no answer, also where the yes is shown as a bare "Ya"', () => {
    const label = { ya: 'Ya', tidak: 'Tidak' };
    for (const text of ['makasih bu', 'halo pak', 'kak', 'permisi bu', 'assalamualaikum', 'selamat pagi'])
      expect(valueOf(readYesNo(text, { label }))).toBe(null);
    for (const text of ['ya', 'ya kak', 'Ya.', 'ya ya ya']) expect(valueOf(readYesNo(text, { label }))).toBe('yes');
  });

  it('says why nothing was understood', () => {
    expect(readYesNo('gratis ya?')).toEqual({ type: 'none', why: 'question' });
    expect(readYesNo('nanti saya kabari')).toEqual({ type: 'none', why: 'unclear' });
  });

  it('repeats what is a yes in one language only, or left to fate', () => {
    expect(readYesNo('eng')).toMatchObject({ value: 'yes', sure: 'likely' });
    expect(readYesNo('insyaallah hadir')).toMatchObject({ value: 'yes', sure: 'likely' });
    expect(readYesNo('setuju')).toMatchObject({ value: 'yes', sure: 'clear' });
  });
});
