const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Words that only one of two languages has which share most of their runs of letters. Czech and Slovak without accents. */
const PAIRS: readonly ReadonlyMap<string, ReadonlySet<string>>[] = [
  new Map([
    [
      'nb',
      words(
        'av ble blitt blir etter mellom gjennom nå mye noe noen meg deg seg opp oppe hva sier gjør uten ut uke fram hjelp arbeid mann kvinner språk vei bør senger enn slik sluttet',
      ),
    ],
    [
      'da',
      words(
        'af blev blevet bliver efter mellem gennem nu meget noget nogen nogle mig dig sig op hvad siger gør uden ud uge frem hjælp arbejde mand kvinder sprog vej kun end sådan sluttede',
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
    ['hi', words('है हैं था थे थी का की के में से को पर और नहीं यह वह भी इस उस लिए गया करने ने तो जो अब')],
    ['mr', words('आहे आहेत होते होता होती नाही आणि हे हा ही ते व मध्ये साठी चा ची चे च्या केले केली झाले आता')],
  ]),
]

/** A neighbour whose score comes this near to the best may be the language after all. */
const NEAR = 0.97

/**
 * The language of a text that n-grams place between two close languages, by words that only one of them has; the one with the
 * best score where those leave it open.
 *
 * @param scores best first, as `eldScores` gives them
 */
export function tellCloseLanguages(
  scores: readonly (readonly [language: string, score: number])[],
  text: string,
): string {
  const [best, bestScore] = scores[0]!
  const pair = PAIRS.find((languages) => languages.has(best))
  if (pair === undefined) return best
  const rival = scores.find(([language, score]) => language !== best && pair.has(language) && score >= bestScore * NEAR)
  if (rival === undefined) return best
  const tokens = tokensOf(text, best === 'cs' || best === 'sk')
  const count = (language: string) => tokens.filter((token) => pair.get(language)!.has(token)).length
  return count(rival[0]) > count(best) ? rival[0] : best
}

function tokensOf(text: string, isWithoutAccents: boolean): readonly string[] {
  const read = isWithoutAccents ? text.normalize('NFD').replace(/[\u0300-\u036f]/g, '') : text
  return read.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
}
