/** Month names and their usual short forms, in lower case without accents; one language per line, January first. */
const NAMES = [
  'january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sep sept|october oct|november nov|december dec',
  'januar janner jan|februar feber|marz mrz marz maerz|april|mai|juni|juli|august|september|oktober okt|november|dezember dez',
  'janvier janv|fevrier fevr fev|mars|avril avr|mai|juin|juillet juil|aout|septembre|octobre|novembre|decembre',
  'enero ene|febrero|marzo|abril abr|mayo|junio|julio|agosto ago|septiembre setiembre set|octubre|noviembre|diciembre dic',
  'gennaio gen|febbraio febb|marzo|aprile|maggio mag|giugno giu|luglio lug|agosto|settembre sett|ottobre ott|novembre|dicembre',
  'janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro out|novembro|dezembro',
  'januari|februari|maart mrt|april|mei|juni|juli|augustus|september|oktober|november|december',
  'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december',
  'januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|desember des',
  'styczen stycznia sty|luty lutego lut|marzec marca|kwiecien kwietnia kwi|maj maja|czerwiec czerwca cze|lipiec lipca lip|sierpien sierpnia sie|wrzesien wrzesnia wrz|pazdziernik pazdziernika paz|listopad listopada lis|grudzien grudnia gru',
  'leden ledna|unor unora|brezen brezna|duben dubna|kveten kvetna|cerven cervna|cervenec cervence|srpen srpna|zari|rijen rijna|listopad|prosinec prosince',
  'januar januar|februar febr|marcius marc|aprilis|majus|junius|julius|augusztus|szeptember szept|oktober|november|december',
  'январь января янв|февраль февраля фев|март марта мар|апрель апреля апр|май мая|июнь июня июн|июль июля июл|август августа авг|сентябрь сентября сен сент|октябрь октября окт|ноябрь ноября ноя нояб|декабрь декабря дек',
  'січень січня|лютий лютого|березень березня|квітень квітня|травень травня|червень червня|липень липня|серпень серпня|вересень вересня|жовтень жовтня|листопад листопада|грудень грудня',
  'ιανουαριος ιανουαριου ιαν|φεβρουαριος φεβρουαριου φεβ|μαρτιος μαρτιου μαρ μαρτ|απριλιος απριλιου απρ|μαιος μαιου μαι|ιουνιος ιουνιου ιουν ιον|ιουλιος ιουλιου ιουλ ιολ|αυγουστος αυγουστου αυγ|σεπτεμβριος σεπτεμβριου σεπ σεπτ|οκτωβριος οκτωβριου οκτ|νοεμβριος νοεμβριου νοε νοεμ|δεκεμβριος δεκεμβριου δεκ',
  'ocak oca|subat sub|mart|nisan nis|mayis|haziran haz|temmuz tem|agustos agu|eylul eyl|ekim eki|kasim kas|aralik ara',
  'januari|februari|maret|april|mei|juni|juli|agustus agu|september|oktober|november|desember',
]

const MONTHS = new Map<string, number>(
  NAMES.flatMap((language) =>
    language.split('|').flatMap((forms, index) => forms.split(' ').map((form) => [foldName(form), index + 1] as const)),
  ),
)

/** Returns the number of a month, 1–12, by its name in seventeen languages; undefined for any other word. */
export function monthNumber(word: string): number | undefined {
  return MONTHS.get(foldName(word))
}

/** Converts to lower case and removes accents and a final period: `Juli`, `août`, `Ιούλ` → `juli`, `aout`, `ιουλ`. */
function foldName(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i').replace(/\.$/, '')
}
