import { contentTerms } from './content-terms.ts'
import type { Statement } from './statement.ts'

/** The span of a name in a text. */
export interface NamePlace {
  readonly start: number
  readonly end: number
}

/** A verb that may follow a subject without an article. */
const VERB_BEHIND =
  /^ (?:ha[sd]|is|was|will|would|plans|sa(?:id|ys)|may|might|can(?:not)?|could|must|does|did|never|cut|bought|sold|won|lost|rose|fell|put|set|made|told|built|gave|took|paid|began|became|grew|left|[a-z]{2,}ed|sues|buys|sells|raises|launches|wins|opens|releases|becomes|announces|acquires|joins|wants|expects|unveils|faces|agrees|hires|invests|denies|rejects)\b/
/** Words that may open a sentence without an article and are not names. */
const COMMON_OPENERS: ReadonlySet<string> = new Set(
  (
    'revenue demand growth profit inflation output production trade turnover income traffic interest spending staff management police parliament congress ' +
    'government everyone everybody someone everything research work software hardware money access support news data evidence trading ' +
    'construction development competition investment capacity training electricity power energy fuel gold oil water security privacy law justice ' +
    'half part none more most all another each former chief president researcher senator judge minister mayor justice professor ' +
    'frequency neither nobody nothing ' +
    'two three four five six seven eight nine ten new old north south east west central chinese french dutch greek czech'
  ).split(' '),
)
const ENDS_COMMON = /(?:s|ing|ly|ed|ish|ese|ian|can)$/

/**
 * Whether the first word of an English sentence, where a capital tells nothing, is a name: it must stand before a verb or another
 * capitalised word, and be neither a plural nor a noun that needs no article.
 */
export function opensWithName(word: string, after: string): boolean {
  if (COMMON_OPENERS.has(word.toLowerCase()) || ENDS_COMMON.test(word)) return false
  // Stop words: "he", "the", "some".
  if (contentTerms(word.toLowerCase()).length === 0) return false
  return VERB_BEHIND.test(after) || /^ \p{Lu}\p{Ll}/u.test(after)
}

/** Generic words for organisations in Chinese; the characters before them are the name. */
const BODY =
  /(?<=([\p{Script=Han}]{2}))(?:公司|集团|机构|协会|委员会|大学|银行|实验室|研究所|研究院|航空|资本|[院署]|(?<![当结布格大全时])局)/gu
/** Characters before such a word that are not a name: determiners, numerals, kinds of companies. */
const NO_BODY_NAME =
  /[该这那本此一两几各多其某的家些在和与及是]|科技|上市|监管|有关|相关|分析|金融|投资|研究|独立|医|物流|设计|卫星|资格|部分|成立|多地|[两三四]地|[法议病学]$/u
/** Four or more of the characters with which Chinese transcribes foreign names. */
const SPELT =
  /[阿埃艾安昂奥巴贝比彼伯勃布查策茨达戴丹当德登迪蒂丁杜顿多厄恩尔法菲费芬弗夫福盖甘冈高戈格葛古哈海汉赫亨霍胡基吉加杰金卡凯坎康考柯科克肯库奎拉莱兰朗劳勒雷里丽利莉连林列卢鲁伦罗洛马迈麦曼梅门蒙米密莫默姆穆纳娜奈南内尼宁努诺欧帕派潘佩彭皮珀蒲普契奇乔切琼屈让热瑞若萨塞赛桑瑟森沙莎舍申圣史斯丝司思斯苏索塔泰坦汤唐特腾提廷图托瓦韦维威温翁沃乌伍武西希锡夏香谢辛休雅亚扬耶叶伊易因英尤约扎泽曾詹珍朱卓兹佐]{4,}/gu
/** Korean nouns with a particle of subject, place or possession, and people before their title. */
const SUBJECT =
  /(?<![\p{L}\p{N}])([가-힣]{2,8}?)(?:은|는|이|가|의|에서)(?=[ ,])|(?<![\p{L}\p{N}])([가-힣]{2,4}) (?:대표|회장|사장|장관|의원|총리|교수|씨)(?![가-힣]{3})/gu
const COMMON_SUBJECTS =
  /^(?:회사|정부|업체|당국|관계자|직원|이용자|사용자|소비자|연구진|연구팀|경찰|법원|기업|시장|측|사람|것|결과|이번|국내|해외|현지|최근|같|많|없|있)/u

/**
 * Finds names in scripts without capitals by grammar: Chinese organisations by their last word, transcribed foreign names by their
 * characters, Korean subjects by their particle.
 */
export function uncapitalisedNames({ folded, language }: Statement): readonly NamePlace[] {
  if (language === 'zh') {
    const bodies = [...folded.matchAll(BODY)]
      .filter(({ 1: before }) => !NO_BODY_NAME.test(before!))
      .map(({ index }) => ({ start: index - 2, end: index }))
    const spelt = [...folded.matchAll(SPELT)].map(({ 0: name, index }) => ({ start: index, end: index + name.length }))
    return [...bodies, ...spelt]
  }
  if (language !== 'ko') return []
  return [...folded.matchAll(SUBJECT)]
    .map(({ index, 1: subject, 2: person }) => ({ start: index, name: (subject ?? person)! }))
    .filter(({ name }) => !COMMON_SUBJECTS.test(name))
    .map(({ start, name }) => ({ start, end: start + name.length }))
}
