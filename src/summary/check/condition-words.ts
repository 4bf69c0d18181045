/** How a language says something only under a condition, or that somebody may say it. */
export interface ConditionWords {
  /** Each with flags `g` and `u`, for folded text, and two groups: `under`, the condition, and `clause`, what is said under it. */
  readonly patterns: readonly RegExp[]
  /** Words by which a sentence keeps a condition, or says that what follows from it may not be. */
  readonly keeps: RegExp
}

const STOP = '.;:!?。।؟\\n'
/** Most characters of a condition and of a clause; they keep the time for a text linear. */
const CONDITION = `[^,،、${STOP}]{2,100}`
const CLAUSE = `[^${STOP}]{4,200}`

/** For languages with spaces, whose conditions begin with a word. */
interface SpacedWords {
  /** Words of a condition at the beginning of a clause: "if". */
  readonly leading: string
  /** The same in the middle of a sentence, where some mean other things too. */
  readonly trailing?: string
  /** Words, not before `trailing`, that make it no condition: "even". */
  readonly notAfter?: string
  /** Words before something that is asked, or that somebody may say or is about to say. */
  readonly before?: string
  readonly keeps: string
}

function spaced({ leading, trailing, notAfter, before, keeps }: SpacedWords): ConditionWords {
  const patterns = [
    `(?:^|[${STOP}] |[,،] |(?<=[${STOP}] )(?:but|and|however),? )(?<under>(?:${leading}) ${CONDITION})[,،] (?<clause>${CLAUSE})`,
  ]
  if (trailing) {
    const not = notAfter ? `(?<!(?<!\\p{L})(?:${notAfter}))` : ''
    patterns.push(`(?:^|[${STOP}] )(?<clause>${CLAUSE}?)${not}[,،]? (?<under>(?:${trailing}) [^${STOP}]{3,100})`)
  }
  if (before) patterns.push(`(?<under>(?<!\\p{L})(?:${before})) (?<clause>${CLAUSE})`)
  return {
    patterns: patterns.map((each) => new RegExp(each, 'gu')),
    keeps: new RegExp(`(?<!\\p{L})(?:${keeps})(?!\\p{L})`, 'u'),
  }
}

function unspaced(patterns: readonly string[], keeps: string): ConditionWords {
  return { patterns: patterns.map((each) => new RegExp(each, 'gu')), keeps: new RegExp(keeps, 'u') }
}

const EN_MAY =
  "(?:may|might|could|will|would|'ll|(?:plans?|planned|expect(?:s|ed)|set|due|likely|poised|about|hopes?|ready|preparing) to)(?: (?:also|soon|still|yet|later|then|now|[a-z]+ly)){0,2}"
const EN_SAY =
  'say|claim|announce|argue|confirm|report|declare|find|conclude|state|reveal|disclose|suggest|allege|insist|assert|admit|show|rule|tell'

/** By primary language. */
export const CONDITION_WORDS: Readonly<Record<string, ConditionWords>> = {
  en: spaced({
    leading: 'if|unless|provided(?: that)?|assuming(?: that)?|as long as|on condition that',
    trailing: 'if|unless|provided that|assuming that|as long as|on condition that',
    notAfter: 'even|as|what|and|or|but|ask|asks|asked|asking|see|know|wonder(?:s|ed)?',
    before: `${EN_MAY} (?:(?:${EN_SAY})(?: [^,${STOP}]{1,30})? that|say|(?:claim|announce|argue|confirm|conclude)(?! (?:a|an|the|its|their|his|her|this|these|that|any|for|in|on|to|with|what|how|who)\\b))|whether`,
    keeps:
      'if|unless|provided|assuming|whether|would|could|(?<!(?<!\\p{L})(?:in|of|by|since|until|from|this|last|next|early|late|mid) )may(?! \\d)|might|should|subject to|pending|depend\\p{L}*|conditional\\p{L}*|in case|as long as|on condition',
  }),
  de: spaced({
    leading: 'wenn|falls|sofern|sollten?|vorausgesetzt,? dass',
    trailing: 'wenn|falls|sofern|es sei denn,?',
    notAfter: 'auch|selbst|als|nur|wie',
    before: `(?:könnten?|dürften?|würden?|wird|werden)(?: [^,${STOP}]{1,40})? (?:sagen|behaupten|erklären|bestätigen|melden|verkünden),(?: dass)?|ob`,
    keeps: 'wenn|falls|sofern|sollten?|könnten?|dürften?|würden?|ob|vielleicht|möglicherweise|vorausgesetzt|abhängig',
  }),
  fr: spaced({
    leading: "si|s'ils?|à condition que|à moins que|pourvu que|au cas où",
    trailing:
      "si(?= (?:l[ea]s?|l'|une?|des|ces?|cette|sa|ses|leurs?|elles?|on|nous|vous)\\b)|s'ils?|à condition que|à moins que|pourvu que",
    notAfter: 'même|comme|savoir|et',
    before: `(?:pourrai(?:t|ent)|devrai(?:t|ent)|va|vont) (?:dire|affirmer|annoncer|déclarer|confirmer|prétendre) qu(?:e|')`,
    keeps: 'si|à condition|à moins|pourvu|au cas où|\\p{L}+rai(?:t|ent)|peut-être|peut|peuvent',
  }),
  es: spaced({
    leading: 'si|siempre que|a menos que|salvo que|en caso de que',
    trailing: 'si|siempre que|a menos que|salvo que|en caso de que',
    notAfter: 'incluso|como|aun|saber|y',
    before: '(?:podrían?|pueden?|van? a) (?:decir|afirmar|anunciar|declarar|confirmar) que',
    keeps: 'si|siempre que|a menos que|salvo que|en caso de|\\p{L}+rían?|quizás?|tal vez|pueden?',
  }),
  pt: spaced({
    leading: 'se|caso|desde que|a menos que|contanto que',
    trailing: 'caso|desde que|a menos que|contanto que',
    before: '(?:poderão|poderá|poderiam?|podem?) (?:dizer|afirmar|anunciar|declarar|confirmar) que',
    keeps: 'se|caso|desde que|a menos que|contanto que|\\p{L}+riam?|talvez|podem?|poderão|poderá',
  }),
  it: spaced({
    leading: 'se|purché|qualora|a meno che|a condizione che',
    trailing: 'se|purché|qualora|a meno che|a condizione che',
    notAfter: 'anche|come|sapere|e',
    before: '(?:potrebbe(?:ro)?|può|possono) (?:dire|affermare|annunciare|dichiarare|confermare) che',
    keeps: 'se|purché|qualora|a meno che|a condizione|\\p{L}+rebbe(?:ro)?|forse|può|possono',
  }),
  nl: spaced({
    leading: 'als|indien|mits|tenzij',
    trailing: 'indien|mits|tenzij',
    before: '(?:zou(?:den)?|kan|kunnen)(?: [^,.;:!?]{1,40})? (?:zeggen|beweren|melden|bevestigen) dat',
    keeps: 'als|indien|mits|tenzij|zou(?:den)?|misschien|mogelijk|kan|kunnen',
  }),
  ru: spaced({
    leading: 'если|при условии,? что|в случае,? если',
    trailing: 'если|при условии,? что|в случае,? если',
    notAfter: 'даже|как',
    before: '(?:может|могут|мог(?:ла|ло|ли)? бы) (?:сказать|заявить|сообщить|объявить|утверждать|подтвердить),? что',
    keeps: 'если|при условии|в случае|бы|может|могут|возможно|вероятно',
  }),
  id: spaced({
    leading: 'jika|bila|apabila|kalau',
    trailing: 'jika|apabila|kalau',
    keeps: 'jika|bila|apabila|kalau|mungkin|akan|dapat',
  }),
  vi: spaced({ leading: 'nếu', trailing: 'nếu', keeps: 'nếu|có thể|có lẽ' }),
  ar: spaced({ leading: 'إذا|إن|لو', trailing: 'إذا|بشرط أن', keeps: 'إذا|لو|بشرط|قد|ربما' }),
  hi: spaced({ leading: 'यदि|अगर', keeps: 'यदि|अगर|शायद|सकता|सकती|सकते' }),
  zh: unspaced(
    [
      `(?<under>(?:如果|如(?=[获经能未无])|若(?!干)|倘若?|假如|假设|假使|要是|一旦|只要|除非|万一)${CONDITION}),(?<clause>${CLAUSE})`,
      `(?:^|[${STOP}])(?<clause>${CLAUSE}?),(?:但)?(?<under>(?:前提是|条件是|除非|只要|如果)[^${STOP}]{2,60})`,
      `(?<under>(?:可能|或许|也许|或将?|(?<![大老上中少小名])将|预计|有望|拟|计划|打算)(?:会|将)?(?:宣称|声称|称|说|表示|宣布|指出|认为|主张|证实|确认|披露|裁定|认定|承认|辩称)),?(?<clause>${CLAUSE})`,
      `(?<clause>[^,、${STOP}]{0,60}(?<under>是否)[^,、${STOP}]{2,60})`,
    ],
    '如果|若(?!干)|倘|假如|假设|要是|一旦|只要|除非|万一|前提|条件是|取决于|视乎|可能|或许|或将|或会|也许|有望|据称|是否|未必|不排除',
  ),
  ja: unspaced(
    [
      `(?:^|[${STOP}])(?<under>[^${STOP}]{2,80}?(?:(?<!よ)れば|(?<!例)[えけげせてねべめ]ば|(?<!も)たら|だら|ならば?|[たるい]场合(?:は|には)?|限り(?:は)?|(?:前提|条件)(?:に|として|で)))[、,](?<clause>${CLAUSE})`,
      `(?:^|[${STOP}])(?<clause>${CLAUSE}?)(?<under>と(?:言う|述べる|主张する|発表する|认める|表明する|说明する|判断する|指摘する)(?:かもしれない|可能性|とみられ|见通し|予定|だろう|でしょう|方针|考え))`,
      `(?:^|[${STOP}、,])(?<clause>[^、,${STOP}]{4,80}?)(?<under>か(?:どうか|否か))`,
    ],
    '[れえけげせてねべめ]ば[、,]|たら[、,]|なら[、,ば]|场合|限り|前提|条件|かもしれ|可能性|とみられ|见通し|だろう|でしょう|恐れ|かどうか|か否か|らしい|とされ',
  ),
  ko: unspaced(
    [
      `(?:^|[${STOP}] ?)(?<under>[^${STOP}]{2,80}?(?:(?<=[가-힣])(?<![의말냐])(?:하|되|으|다|라|오|가|나|려|키|지|리|히|이)면|[한할된될은는을] 경우(?:에는|에|엔)?|(?:조건|전제)(?:으로|하에|로)|는 한))[ ,]+(?<clause>${CLAUSE})`,
      `(?:^|[${STOP}] ?)(?<clause>${CLAUSE}?)(?<under>고 (?:(?:말|주장|발표|인정|확인|판단|설명|언급|공개)할|밝힐) (?:수|것|가능성|전망|예정|듯|계획|방침))`,
      `(?:^|[${STOP},] ?)(?<clause>[^,${STOP}]{4,80}?)(?<under>[는은인할될을]지(?: 여부)?(?=[ ,를는은가도])| 여부)`,
    ],
    '[하되으다라오가나려키지리히이]면[ ,]|경우|조건|전제|수 있|수도|가능성|전망|것으로 보|듯|예상|[는은인할될을]지(?: 여부)?[ ,를는은가도]|여부',
  ),
}
