const words = (list: string): readonly string[] => list.trim().split(/\s+/)
const phrases = (list: string): readonly string[] => list.split(',').map((phrase) => phrase.trim())

/** Weight of a word that the other language lacks or spells differently … */
const STRONG = 2
/** … and of a word that both have but one uses far more often. */
const WEAK = 1

/**
 * Indonesian words and their weights. Indonesian and Malay share most of their words, and eld has one set of n-grams for both. They
 * differ in spelling (Dutch and English loans: `kualitas`/`kualiti`, `Desember`/`Disember`), in function words (`karena`/`kerana`) and
 * in terms of government, trade and technology. The lists are our own; false friends (`pejabat`: official/office) are in neither.
 */
const INDONESIAN = new Map<string, number>([
  ...weighed(
    STRONG,
    words(`
      karena bahwa bisa uang mobil perusahaan berbeda beda coba mencoba butuh membutuhkan gratis yaitu yakni sedangkan menit detik
      cuma nggak enggak gak gimana banget udah gue kalian kapan kemarin besok silakan silahkan diposting bapak dll
      februari maret juni juli agustus desember senin kamis jumat inggris prancis jepang spanyol tiongkok yunani rusia mesir
      rp rupiah persen miliar triliun delapan nomor kode metode kantor listrik resmi kualitas universitas komunitas
      aktivitas fasilitas identitas prioritas informasi produksi ekspor impor keuangan kebijakan konsumen investasi karyawan dosen
      ilmuwan peneliti penelitian dokter pasien obat istri tentara polisi kampanye parlemen stasiun bandara pabrik toko sepeda kamar
      situs tautan unduh mengunduh diunduh ponsel perangkat peluncuran meluncurkan diluncurkan berkualitas perekonomian kesehatan
      olahraga wisatawan pariwisata gubernur bupati walikota provinsi kabupaten kecamatan kelurahan kecelakaan terkait sebagian bagian
      internasional lokal skripsi warung satpam tsb yg dgn
    `),
  ),
  ...weighed(
    STRONG,
    phrases('rumah sakit, sepak bola, wali kota, amerika serikat, jual beli, cari tahu, juta rupiah, akal imitasi'),
  ),
  ...weighed(
    WEAK,
    words('saja pemerintah pasar lewat jaringan tewas investor bisnis terbaru bung warga sebesar pihaknya'),
  ),
])

const MALAY = new Map<string, number>([
  ...weighed(
    STRONG,
    words(`
      kerana bahawa ialah syarikat wang manakala iaitu sahaja berbeza beza kualiti universiti komuniti aktiviti fasiliti identiti
      inggeris jepun sepanyol disember ogos julai isnin khamis jumaat rasmi percuma cuba mencuba hendaklah
      perkhidmatan sekiranya dijangka menerusi tarikh peratus lapan nombor kelab muzik filem telefon televisyen polis rm ringgit
      bahagian membahagikan sebahagian bekalan kedai basikal digalakkan kesihatan sukan pelancong pelancongan
      kemalangan perniagaan pelaburan pelabur peranti perisian perkakasan kejohanan setakat mahupun jayanya hospital kakitangan
      lebuhraya penyelidik penyelidikan kewangan eksport bilion trilion saintis parlimen kempen tempatan antarabangsa dadah isteri
      askar tentera siasatan suspek tertuduh mendakwa seramai terbaharu baharu kilang mesyuarat setiausaha kolej peguam doktor
      pesakit ubat stesen lori motosikal elektrik pengasas pelancaran pautan timbalan akhbar kebelakangan
      penasihat bersendirian kapitalisma sosialisma memandangkan berikutan bagaimanapun
    `),
  ),
  ...weighed(
    STRONG,
    phrases(`bola sepak, amerika syarikat, datuk seri, menteri besar, sidang media, tahun lepas, bulan lepas, minggu lepas,
      pihak berkuasa, muat turun, rakyat malaysia, dalam pada itu, tidak kira, macam mana, lebuh raya, telefon pintar, laman web,
      pilihan raya, lapangan terbang, kapal terbang, dewan rakyat`),
  ),
  ...weighed(
    WEAK,
    words(`daripada kerajaan perancis pelbagai ramai lelaki apabila bermula mengikut pembangkang berjaya ahad sebarang kaedah pasaran bilik
      turut rangkaian melancarkan dilancarkan boleh sesuatu dijalankan berkenaan perlawanan`),
  ),
])

/** Suffixes written onto a word: `kualitinya`. */
const ENDING = /(?:nya|ku|mu|lah|kah|pun)$/

/** Thresholds that the evidence must exceed to override the default; higher if the feed declares one of the two, as it is mostly right. */
const DECLARED = 2
const UNDECLARED = 1

/** Length of the longest phrase of the lists, in words. */
const LONGEST = 3

/**
 * Decides whether a text known to be in one of the two is Indonesian or Malay. If its words leave that open, the feed's declaration
 * counts, and without one Indonesian, which has about ten times as many writers.
 *
 * @param declared the feed's language as `expectedLanguage` gives it
 * @example
 * indonesianOrMalay('Syarikat itu berkata bahawa …') // 'ms'
 */
export function indonesianOrMalay(text: string, declared: string | undefined): 'id' | 'ms' {
  const tokens = text.toLowerCase().match(/\p{L}+/gu) ?? []
  let lead = 0
  for (let at = 0; at < tokens.length; at++) {
    let told = ''
    for (let end = at; end < Math.min(at + LONGEST, tokens.length); end++) {
      told = told === '' ? tokens[end]! : `${told} ${tokens[end]!}`
      lead += leadOf(told)
    }
  }
  const least = declared === 'id' || declared === 'ms' ? DECLARED : UNDECLARED
  if (Math.abs(lead) > least) return lead > 0 ? 'id' : 'ms'
  return declared === 'ms' ? 'ms' : 'id'
}

/** Returns the weight of a word or phrase: > 0 for Indonesian, < 0 for Malay. */
function leadOf(told: string): number {
  const word = INDONESIAN.has(told) || MALAY.has(told) ? told : told.replace(ENDING, '')
  return (INDONESIAN.get(word) ?? 0) - (MALAY.get(word) ?? 0)
}

function weighed(weight: number, list: readonly string[]): readonly (readonly [string, number])[] {
  return list.map((word) => [word, weight])
}
