/** Verbs of one person against another. */
const HARMS = `ancem suduk tewek tampeleng gamparin pukul gebuk gebug tonjok tampar gampar tabok tempeleng tendang sepak hajar siksa cekik keroyok aniaya perkosa culik sekap ancam
  bacok tusuk tikam tembak bunuh rampok begal jambret sandera leceh cabul banting antem gepuk pateni takol todong raba grepe gorok sabet tebas
  kampleng jotos tampol jambak injak keplak sodomi panah kejar`;

const marked = (mark: '*' | '~' | '^', roots: string): string =>
  roots
    .split(/\s+/u)
    .map((root) => `${mark}${root}`)
    .join(' ');

/**
 * The families of words that calls for help are made of; emergency-rules.ts says which of them together are one. A plain word
 * is found as it is and with -nya, -ku, -e; `*pukul` with every affix; `~bakar` only as what befell someone (kebakar, terbakar,
 * dibakar), `^pukul` only
 * as what someone does (mukul, memukuli); `jago_merah` is two words. Indonesian first, then the languages of the regions, then English.
 */
export const FAMILIES = {
  /** Who may be hurt. Not "pak", "bu", "kak": those are spoken to. */
  person: `saya aku kami kita ibu bapak ayah papa mama mamak emak mak umi abah abi bunda ambu ambo abdi kulo kula ulun beta awak
    anak bocah kanak balita bayi budak keponakan ponakan adik adek kakak kakek nenek mbah eyang opa oma paman bibi om tante
    mertua menantu ipar sepupu suami istri isteri bini laki bojo pamajikan garwa pacar teman temen kawan tetangga tatangga tonggo
    warga orang wong urang jelma nelayan sopir penumpang pengendara pekerja tukang murid siswa pelajar santri pasien korban
    majikan perempuan wanita gadis cewek guru pendaki petani pembantu saudara sodara dia mereka penduduk keluarga kepala_desa iraga sopir ojol kurir buruh kuli mahasiswa mbak mas nakes kades lansia`,
  /** Those who are looked for when they do not come home. */
  missed: `anak bocah balita bayi budak keponakan ponakan adik adek kakak kakek nenek mbah eyang ayah ibu bapak suami istri sepupu
    nelayan pendaki paman bibi teman orang perahu kapal rombongan murid siswa`,
  home: `rumah omah umah griya imah bumi bola jabu rumahku omahku umahku warung toko ruko kios pasar gudang sekolah masjid gereja
    kampung desa kos kontrakan kamar kantor pabrik lapak dapur gedung kelas puskesmas konter`,
  opening: `jendela pintu pagar genteng plafon gembok brankas atm rumah ruko toko warung kamar kos`,
  not: `tidak ora ra mboten boten teu henteu dak indak inda kada sing tusing tra tara nyanda belum durung ndak not`,
  want: `mau ingin mending pilih niat kepikiran hayang hoyong arep handak nak rasanya rasa bade rek baik pikir want`,

  fire: `kabeuleum kaduruk kahuru mosok tarbahar katonon kobbhar katunuang tutong mubal murub obong terpanggang kepanggang kebakar_habis ~bakar kebakaran kobong kobongan kabakaran tabaka takabaka tabakar tabbakar tatunu ta_bakar ka_bakar ludes kahuruan kahuru puun karhutla jago_merah
    ~lalap fire kabakar kebakar si_jago`,
  set_fire: `*bakar`,
  flame: `api apinya geni apoy asap kebul kukus`,
  charred: `hangus ludes`,
  growing: `besar gede gedhe gadang ganal membesar makin tinggi *jalar *rambat *kobar *nyala *sambar *rembet *samber *sembur *santap sampai sudah tebal hitam item
    pekat *kepul keluar nyamber *ngebul masih muncul`,
  blast: `*ledak *letus *ledug *leduk mbledos njeblug njebluk jebluk jeblug mbledug bledos korslet konslet korsleting bom explosion granat mortir ranjau molotov`,
  gas: `gas elpiji lpg tabung amonia klorin kimia`,
  leak: `*bocor bau beracun mendesis *desis nyengat menyengat`,

  crash: `*tabrak *lindas *serempet *seruduk *tubruk *gilas kecelakaan kacilakaan kacilakoan accident laka tabrakan tubrukan langgar_lari
    adu_banteng adu_kepala adu_kambing adu_muka *lindes *sruduk *srempet laka_lantas lakalantas karambol karambolan talindeh`,
  vehicle: `odong bajaj bentor mikrolet minibus trailer tronton fuso ambulans ojek mobil motor truk bus bis angkot kereta pikap pickup becak sepeda travel pesawat`,
  boat: `kapal perahu klotok jukung speedboat speed_boat ketinting rakit boat feri sampan lepa`,
  derailed: `anjlok tergelincir keluar_rel terperosok`,
  overturned: `*guling *balik *perosok nyungsep oleng *selip blong jurang parit`,
  wrecked: `karam tenggelam *balik bocor kandas miring mati_mesin mesin_mati kehabisan_bbm kehabisan_solar *ombang hilang *hantam`,
  fall: `jatuh *cebur *cemplung *perosok *peleset terjun *jebur masuk tiba gugur tagubang kepleset labuh jatoh jatuah ragrag madabu kejegur *jeblos tigebrus ticebur tijongklok`,
  deep: `sumur jurang sungai kali laut selokan parit rel kolam embung irigasi septic septictank got waduk danau kawah gorong tangki empang comberan tambak septic_tank septik septitank galian lubang lobang luweng balong blumbang`,
  high: `jembatan gedung atap lantai menara tower tebing pohon tangga flyover balkon genteng tribun`,
  vessel: `motor sepeda mobil truk ojek kuda`,
  buried: `*timbun *timpa *jepit *perangkap *jebak *isolir *isolasi nimpa ketiban katiban kejatuhan *kurung *seret nimbun ketimpa terkepung`,

  faint: `angin_duduk sakaratul_maut hilang_kesadaran tidak_responsif eklampsia preeklampsia hipotermia pitam *pingsan semaput kapiuhan klenger *kolaps kojor anfal *sekarat stroke *kejang kejet keracunan ~racun keguguran ayan
    kelenger pansan`,
  speak: `bicara berbicara ngomong ngomongnya bicaranya`,
  pressure: `tensi tensinya tekanan_darah darah_tinggi`,
  extreme: `180 190 200 210 220 230 240 250 260`,
  machine: `lift elevator gondola crane pesawat helikopter heli derek tribun panggung eskalator perancah scaffolding`,
  coma: `koma`,
  paralysed: `lumpuh kebas perot kaku mati_rasa mati_separuh`,
  pulse: `nadi nadinya denyut denyutnya`,
  platelets: `trombosit`,
  dropped: `turun anjlok drop rendah merosot`,
  cold_sweat: `keringat_dingin keringetan keringat`,
  weak: `lemas lemes ambruk drop kaku biru membiru pucat`,
  sudden: `mendadak tiba tiba_tiba ujug dadakan`,
  awake: `sadar sadarkan bangun gerak bergerak obah nyaut respon merespon bernyawa siuman melek`,
  breath: `napas nafas bernapas bernafas ambegan ambekan angen angok breathing breathe`,
  stopped: `tidak kesulitan susah sulit sesak sesek henti berhenti hilang putus satu_satu senin_kemis tersengal megap terengah sasak not mboten kada teu`,
  gasp: `megap engap ngap sengal tersengal`,
  chest: `dada jantung`,
  tight: `sesak sesek sasak`,
  ache: `sakit nyeri sesak sesek berhenti kumat kambuh serangan henti`,
  blood: `darah getih rah berdarah mimisan pendarahan perdarahan bleeding dareh`,
  much: `banyak terus akeh loba hebat parah *alir *cucur *henti muntah batuk penuh mutah segar sekali`,
  bleeding: `unconscious pendarahan perdarahan bleeding berdarah`,
  wound: `luka robek sobek`,
  grinder: `mesin penggilingan gilingan blender kipas pengaduk rantai`,
  sold: `dijual diperdagangkan`,
  abroad: `luar_negeri malaysia kamboja arab`,
  fit: `step stuip stip setip`,
  body: `kepala tangan kaki jari leher perut mata muka wajah bibir badan telinga lengan tulang punggung urat betis paha hidung sirah suku pinggul pinggang bahu`,
  broken: `putus *potong patah pecah *tusuk *lindas *gilas bocor berdarah robek sobek remuk hancur melepuh *jepit biru kaku *sabet *tebas`,
  bone: `tulang tulangnya`,
  gone: `hilang ilang raib`,
  burn: `melepuh *lepuh luka_bakar keslomot`,
  spilled: `*siram *tumpah *ciprat *celup *guyur *semprot`,
  scald: `panas mendidih keras minyak air_keras kuah`,
  fever: `demam panas`,
  severe: `tinggi 40 41 42`,
  choke: `*sedak keselek kesedak *telan ketelan nelan`,
  drink: `minum nenggak menenggak telan menelan nelan ngombe nginum mainum *makan kemasukan minun`,
  poison: `racun baygon pestisida obat_nyamuk deterjen bensin solar minyak_tanah rinso bayclin pemutih herbisida insektisida roundup portas
    oplosan detergen sianida pembersih`,
  pills: `obat pil tablet`,
  many: `banyak semua sekaligus sebotol sepapan segenggam botol papan strip setrip`,
  vomit: `muntah mutah utah diare mencret berak`,
  ate: `habis_makan setelah_makan sehabis_makan abis_makan`,
  together: `massal semua kampung kelas sekeluarga keluarga mencret orang rt`,
  shock: `*setrum *kestrum tersengat_listrik kesengat_listrik disengat_listrik`,
  cable: `kabel gardu trafo tiang_listrik`,
  live: `putus jatuh nyala nyetrum percikan roboh`,

  beast: `ubur pari lepu ular ula ulo oray buaya harimau macan beruang gajah babi anjing tawon lebah monyet kobra komodo biawak asu hiu kalajengking`,
  bite: `*serang *gigit *sengat *sambar *terkam *mangsa *patok *patuk *cokot *gegel *pacok *catok *kejar *antup *entup *seruduk ngamuk mengamuk
    *caplok *seret *cakar`,
  eats: `*makan *mangsa *telan`,
  intrude: `masuk rumah omah imah umah halaman pekarangan teras kamar dapur kampung kasur wc toilet kolong`,
  wild: `ular ula ulo oray buaya harimau macan beruang gajah kobra`,

  birth: `malahiakan ngalahirken mbrojol melahirkan lahiran lahir brojol baranak beranak babaran nglairaken nglairake nglairno lairan nyemalahan ngelahirin mbayi ngalahirkeun ngajuru nglairke bersalin`,
  soon: `mau arep ajeng bade badhe rek handak ka hampir akan sedang lagi tolong sakit nak`,
  here: `jalan mobil angkot rumah sekarang tolong kendaraan tumpangan bidan`,
  pregnant: `hamil kehamilan bumil kandungan ngandung mengandung meteng reuneuh mbobot`,
  labour: `ketuban kontraksi plasenta ari_ari`,
  dilated: `bukaan pembukaan`,
  stage: `1 2 3 4 5 6 7 8 9 10 satu dua tiga empat lima enam tujuh delapan sembilan sepuluh lengkap komplit`,
  newborn: `bayi bayinya jabang sirahe kepala_bayi`,
  appears: `keluar metu kaluar wetu kelihatan keliatan nongol nyembul`,
  cramps: `mules mulas mulesnya kontraksinya`,
  minutes: `menit sering terus brojol`,

  drown: `*lelep klelep titeuleum tikelem kelem kintir kenter palid keli katut kalalap tabanam drowning drowned tenggelam tenggelem hanyut
    anyut hanyuik kalamasan tinggalam terseret_ombak terseret_arus tinggelam kalimpasingan karam`,
  water_place: `sungai kali laut kolong embung irigasi kolam pantai danau muara waduk pasih aie kulong batang`,
  drowse: `lemas lamas`,
  water: `air banyu banjir cai aie ie rob banjirnya airnya caah`,
  level: `leher dada pinggang atap hateup suhunan meter dodo sedada seleher seatap sepinggang setinggi sepinggul tenggorokan plafon genteng betis`,
  rising: `naik_terus masuk_rumah deras bah bandang masuk_kampung naik_cepat`,
  swamped: `kebanjiran kabanjiran kabanjiren`,
  river: `sungai kali batang kalen lepen walungan cai_gede`,
  overflow: `*luap *luber`,
  wave: `ombak gelombang_tinggi gelombang_besar`,
  flooded: `kakeueum *randam talalap *rendam kerendem terendam kebanjiran *tenggelam hanyut kelep`,
  disaster: `lini gampo lesus lisus blabar aia_gadang aie_gadang aek_bolon ie_bah badai_besar banjia_gadang gempa lindu linuh galodo tsunami longsor erupsi lahar tornado earthquake flood landslide awan_panas puting_beliung angin_puyuh banjir_bandang
    gunung_meletus tanah_bergerak tanah_gerak angin_ribut angin_topan semeru_meletus merapi_meletus caah_gede caah_bandang banjir_besar`,
  rock: `batu`,
  rolled: `*gelinding *gulung *glundung`,
  dam: `bukit lereng gunung tanggul bendungan jembatan tebing tanah`,
  burst: `runtuh ambruk jebol putus longsor ambrol retak roboh amblas ambles`,
  sea: `laut`,
  ebb: `surut`,
  building: `rumah omah umah imah bangunan gedung sekolah atap plafon tembok pohon tiang baliho tower sumur galian terowongan menara tribun jembatan kelas warung papan_reklame`,
  collapse: `roboh ambruk rubuh runtuh ambles amblas tumbang *robohan bruk rebah`,
  struck: `kena keno kanai kono`,

  /** Done to someone, doing it, and the bare verb ("bapak pukul ibu"). */
  suffered: marked('~', `${HARMS} kuntit buntut kurung setrum`),
  harming: marked('^', HARMS),
  strike: HARMS,
  outrage: `kdrt perkosaan pemerkosaan penculikan pengeroyokan penganiayaan pembunuhan pembacokan penyanderaan pencabulan pelecehan air_keras
    penusukan penembakan pemukulan penculik pembunuh pemerkosa teroris cabul klitih curas curanmor kerusuhan rusuh ricuh anarkis huru_hara peluru_nyasar baku_pukul baku_hantam baku_bunuh bakalai gelut cakak samun megang_megang pegang_pegang beating_me hitting_me is_dying dipaksa_berhubungan dipaksa_melayani dipaksa_menjual dipaksa_nikah dijadikan_psk perdagangan_orang tembakan kidnapped raped stabbed shooting`,
  touch: `pegang megang`,
  again_body: `badan tubuh payudara paha dada`,
  stepfather: `bapak_tiri ayah_tiri majikan om paman`,
  afraid: `takut wedi sieun`,
  spouse: `suami laki bojo ayah bapak majikan pacar mantan`,
  violent: `ngamuk mengamuk kasar main_tangan`,
  belongings: `tas dompet hp kalung gelang motor uang emas`,
  snatched: `~rebut ~rampas ~tarik ~rayah`,
  waylaid: `~cegat ~hadang ~kepung ~keroyok ~buru`,
  drunk: `mabuk mabok teler mabo`,
  smashed: `*pecah *rusak *lempar *banting *obrak`,
  just_now: `barusan tadi baru_saja semalam subuh`,
  thief: `maleng maling maliang dimaling robbery robbed garong rampog *rampok pencuri *begal *jambret copet kecolongan kamalingan kemalingan
    kecopetan pencurian penyusup penodongan tawuran perkelahian berkelahi berantem carok bentrok_warga dibobol *dobrak *bacok *tusuk_orang
    mayat jasad robber ~curi kecurian ^todong perang_suku perang_warga ~hipnotis ~gendam dirampas dipalak tewas attacked *jarah`,
  pry: `*congkel *bobol *dobrak *panjat *gedor`,
  carry: `bawa membawa pakai acungkan mengacungkan todong nodong ditodong menodong sambil ngacungin nenteng`,
  weapon: `panah busur senapan pedang keris kelewang kujang ketapel arit sabit pisau parang golok celurit clurit senjata pistol samurai sajam kampak kapak linggis lading gir badik mandau`,
  gang: `geng gerombolan preman orang massa begal`,
  assault: `*serang *bacok *keroyok ^rusak ~rusak`,
  stolen: `dibawa dilarikan digondol`,
  away: `lari kabur`,
  dead: `meninggal tewas jenazah`,
  found: `*temu mendadak di_tempat di_kamar di_jalan`,
  lying: `tergeletak ngglethak telentang terkapar`,
  lost: `hilang nyasar kesasar tersesat ilang`,
  went: `keluar pergi kabur minggat main`,
  wild_place: `hutan gunung rimba alas leuweung`,
  strayed: `tersesat kesasar nyasar hilang`,
  box: `kardus plastik kresek selokan semak tempat_sampah`,
  stuck: `macet mati berhenti`,
  goodbye: `selamat_tinggal pamit_selamanya`,
  letter: `surat wa pesan mama ibu semua semuanya dunia`,
  sorry: `maafin maafkan maaf ampuni`,
  last_time: `terakhir_kalinya pesan_terakhir terakhir_kali`,
  vanish: `ngilang menghilang lenyap pergi hilang`,
  back: `pulang balik kembali ketemu ditemukan naik muncul mulih`,
  yet: `belum durung tidak alun balum`,

  die: `mati modar paeh maot menghilang ngilang wafat pergi_selamanya die meninggal`,
  join: `nyusul menyusul susul`,
  deceased: `almarhum almarhumah mati`,
  self_harm: `bundir suicide suicidal nglalu ngendat tidur_selamanya overdosis bunuh_diri gantung_diri bakar_diri sakiti_diri menyakiti_diri lukai_diri melukai_diri akhiri_hidup
    mengakhiri_hidup mengakhiri_semuanya akhiri_semuanya mengakhiri_semua mengakhiri_hidupnya ngakhirin_hidup kill_myself hurt_myself end_my pamit_selamanya siapkan_tali
    siapin_tali kendat nyilet surat_perpisahan surat_terakhir`,
  live_on: `hidup hidupku hidupnya urip hirup idup`,
  able: `kuat sanggup mau ingin guna gunanya arti artinya berarti berguna berharga layak pantas`,
  tired: `capek cape lelah bosan muak capai nyerah menyerah`,
  world: `dunia`,
  cut: `*sayat *iris *silet`,
  wrist: `tangan nadi pergelangan lengan`,
  leap: `loncat lompat terjun melompat meloncat`,

  rescue: `evakuasi dievakuasi selamatkan ungsi ngungsi mengungsi`,
  distress: `sos mayday`,
  service: `ambulan ambulans ambulance ambulanc damkar pemadam basarnas tim_sar`,
  summon: `butuh perlu panggil panggilkan telepon hubungi minta tolong lapor kirim cepat segera sekarang call`,
  helper: `polisi dokter bidan ugd igd polsek perawat bantuan_medis pertolongan oksigen`,
  hurry: `cepat segera sekarang buruan`,
  grave: `gawat kritis`,
  patient: `pasien korban anak ibu bapak istri suami kondisi kondisinya keadaan keadaannya sudah lagi sedang`,
  care: `gawat_darurat medis_darurat darurat_medis emergency_medis emergensi_medis`,

  exists: `ada aya ono wonten ado ana percikan kobaran semburan muncul ade`,
  tumble: `jatoh jatuah ragrag madabu kejegur *jeblos tigebrus ticebur tijongklok tisoledat kejengkang jatuh *cebur *cemplung *perosok *peleset *jebur tiba gugur tagubang labuh`,
  enter: `masuk masuak mlebu asup`,
  since: `dari sejak juga hari semalam kemarin`,
  slurred: `pelo mencong perot`,
  dumped: `dibuang ditinggal`,
  to_what_end: `percuma buat_apa untuk_apa ngapain`,
  me: `saya aku kami kita`,
  followed: marked('~', 'ikut buntut kuntit intai'),
  following: marked('^', 'ikut buntut kuntit intai'),
  ailing: `asma epilepsi ayan`,
  cry: `nangis menangis`,
  blade: `gergaji mesin parang paku celurit gerinda`,
  climb: `naik`,
  life: `nyawa`,
  versus: `vs versus lawan`,
  just: `saja`,
  spread: `*rembet *jalar *rambat`,
  lightning: `petir kilat gledek guntur`,
  lit: `~sambar kena ~samber`,
  face: `muka mulut wajah bibir`,
  crooked: `miring mencong perot`,
  retching: `muntah_muntah mencret_mencret`,
  clash: `*bentrok *perang`,
  crowd: `warga kelompok massa kampung suku pelajar`,
  stranger: `orang_asing orang_mencurigakan orang_misterius tidak_dikenal tidak_kenal`,
  current: `arus ombak banjir`,
  carried: `~bawa ~seret ~hanyut ~tarik ~sapu ~gulung`,
  volcano: `gunung semeru merapi`,
  erupts: `*letus erupsi`,
  wind: `angin`,
  blown: `*terbang *hempas *porak rusak`,
  locked: `~kunci`,
  please: `tolong minta`,
  bring: `bawa antar anter jemput bawakan`,
  hospital: `rumah_sakit rs rsud igd ugd`,
} as const;

export type Family = keyof typeof FAMILIES;
