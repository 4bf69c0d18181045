const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Groups of languages that share most n-grams, with words that tell them apart. Czech and Slovak words are written without accents. */
const GROUPS: readonly ReadonlyMap<string, ReadonlySet<string>>[] = [
  new Map([
    [
      'nb',
      words(
        'av og ikke ble blitt blir etter mellom gjennom nå mye noe noen meg deg seg opp oppe hva sier gjør uten ut uke fram hjelp arbeid mann kvinner språk vei bør senger enn slik sluttet',
      ),
    ],
    [
      'da',
      words(
        'af og ikke blev blevet bliver efter mellem gennem nu meget noget nogen nogle mig dig sig op hvad siger gør uden ud uge frem hjælp arbejde mand kvinder sprog vej kun end sådan sluttede',
      ),
    ],
    [
      'sv',
      words(
        'och att av är inte som för från jag hon vi ett också mycket något några när blev blir efter mellan genom nu mig dig sig upp vad säger gör utan ut vecka fram hjälp arbete män kvinnor språk väg än sådan slutade eller var har varit skulle',
      ),
    ],
  ]),
  new Map([
    [
      'cs',
      words(
        'se jsem jsi jsou jsme pro jako byl byla bylo ktery ktera ktere neni take nebo ve ze mezi ceske cesky jiz stav pri treba',
      ),
    ],
    [
      'sk',
      words(
        'sa som si su sme pre ako bol bola bolo ktory ktora ktore nie tiez alebo vo zo medzi slovenske slovensky aj podla',
      ),
    ],
  ]),
  new Map([
    [
      'hi',
      words(
        'है हैं था थे थी का की के में से को पर और नहीं यह वह भी इस उस लिए गया करने ने तो जो अब भी ही कि वे उन रहा रही रहे कर दिया लगा लगे साथ',
      ),
    ],
    [
      'mr',
      words(
        'आहे आहेत होते होता होती नाही आणि हे हा ते व मध्ये साठी चा ची चे च्या केले केली झाले आता असून म्हणून म्हणाले करून त्यांनी यांनी पण मी आपल्या असे येथे',
      ),
    ],
  ]),
  new Map([
    ['ru', words('что это как его её она они был была было были только уже если чтобы для все нет сейчас')],
    [
      'uk',
      words('що це як його її вона вони був була було були тільки або вже якщо щоб для всі із від між немає зараз'),
    ],
    ['bg', words('че това са беше бяха само вече ако ще със към най няма сега се който която които')],
  ]),
]

/** Spellings that tell a language from others of its group: `-sjon` or `-tion`, `-het` or `-hed`, letters of its own. */
const SPELLINGS: ReadonlyMap<string, RegExp> = new Map([
  ['nb', /.(?:sjon(?:en|er|ene)?|het(?:en|er|ene)?)$/],
  ['da', /.(?:tion(?:en|er|erne)?|hed(?:en|er|erne)?)$/],
  ['sv', /.(?:tion(?:en|er|erna)?|het(?:en|er|erna)?)$/],
  ['ru', /[ыэё]/],
  ['uk', /[іїєґ]/],
  ['bg', /[бвгдзклмнпрстфхцчшщ]ъ[бвгдзклмнпрстфхцчшщ]/],
])

/** A language of the group is a candidate if its score is at least this share of the best. */
const NEAR = 0.97

/**
 * Decides between close languages whose n-gram scores nearly tie, by counting words and spellings typical of each. Without a
 * decision by words the best score wins.
 *
 * @param scores as `eldScores` returns them, best first; not empty
 */
export function tellCloseLanguages(
  scores: readonly (readonly [language: string, score: number])[],
  text: string,
): string {
  const [best, bestScore] = scores[0]!
  const group = GROUPS.find((languages) => languages.has(best))
  if (group === undefined) return best
  const rivals = scores.filter(([language, score]) => group.has(language) && score >= bestScore * NEAR)
  if (rivals.length < 2) return best
  const tokens = tokensOf(text, best === 'cs' || best === 'sk')
  const count = (language: string) => {
    const [own, spelling] = [group.get(language)!, SPELLINGS.get(language)]
    return tokens.filter((token) => own.has(token) || spelling?.test(token) === true).length
  }
  // The best score comes first, so it wins a tie.
  const counts = rivals.map(([language]) => [language, count(language)] as const)
  return counts.reduce((most, next) => (next[1] > most[1] ? next : most))[0]
}

function tokensOf(text: string, isWithoutAccents: boolean): readonly string[] {
  const read = isWithoutAccents ? text.normalize('NFD').replace(/[\u0300-\u036f]/g, '') : text
  return read.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
}
