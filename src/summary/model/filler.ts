import { primaryLanguage } from '../../lib/primary-language.ts'

/** Phrases that would fit any story and so say nothing about this one. */
const FILLER =
  /\b(?:game[- ]?changer|remains to be seen|time will tell|only time|underscor\w+ the|highlights? the (?:growing|importance|need|potential|rapid|ongoing)|(?:significant|major|important|pivotal|big|key) (?:step|milestone|moment|development|implications|shift) (?:for|in|forward|toward)|(?:could|may|might|will|is set to|is poised to) (?:reshape|revolutioni[sz]e|transform|redefine|disrupt|change|have (?:a )?(?:significant|major|far-reaching|profound|wide-ranging))|(?:the )?(?:future|landscape) of (?:ai|the industry|technology)|paves? the way|new era|raises? (?:important )?questions about|wider implications|worth watching|closely watched)\b|(?:意义重大|意義重大|重要意义|重要意義|里程碑|拭目以待|值得关注|值得關注|引发(?:广泛)?关注|引發(?:廣泛)?關注|深远影响|深遠影響|新时代|新時代|有望(?:改变|重塑|推动)|有望(?:改變|推動))|(?:今後の動向|注目され|注目を集め|大きな影響を与える可能性|新時代|期待され(?:る|ている)|画期的)|(?:귀추가 주목|주목(?:된다|받고)|큰 영향을 미칠|새로운 시대|의미가 크|기대된다|이정표)/iu

export const IMPACT_WORDS = { least: 12, most: 25 } as const
/** Characters that count as one word in scripts without spaces. */
const CHARACTERS_PER_WORD = 2
const UNSPACED: ReadonlySet<string> = new Set(['zh', 'ja'])

/** Whether a text has a phrase that says only that something matters. */
export function isFiller(text: string): boolean {
  return FILLER.test(text.normalize('NFKC'))
}

/** Counts words; in Chinese and Japanese, two letters count as one word and Latin runs as one each. */
export function wordCount(text: string, language: string): number {
  if (!UNSPACED.has(primaryLanguage(language)))
    return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  const latin = text.match(/[\p{Script=Latin}\p{N}.%$-]+/gu)?.length ?? 0
  const others = text.replace(/[\p{Script=Latin}\p{N}.%$-]+/gu, '').match(/\p{L}/gu)?.length ?? 0
  return latin + Math.round(others / CHARACTERS_PER_WORD)
}
