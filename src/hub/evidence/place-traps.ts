import { foldPattern } from './fold-sentence.ts'

/*
 * Contexts in which the name of a city is not a place cue. All but HOME_TOWN_AFTER match the folded sentence (Simplified,
 * lower case): `BEFORE` the text up to the name, `AFTER` the text from its end.
 */

/** A company's home town, an event's venue, a journey, a stock exchange, a summit. */
export const TRAPS_BEFORE: readonly RegExp[] = [
  /\b(?:based|headquartered|founded|born|listed|traded|trading)(?:,? (?:in|near|at|out of)) (?:the )?$/u,
  /\b(?:conference|event|summit|expo|fair|forum|keynote|speech|court|hearing|match|shares?(?: \w+)?)(?: \w+)? in $/u,
  /\b(?:flew|fly|flying|travel\w*|moved?|trip|visit\w*|route)(?: \w+){0,2} (?:from|to) $/u,
  /\b(?:bank|gulf|bay|battle|treaty|duke|hotel) of $/u,
  /\b(?:startup|company|firm|maker|lab|ai|technologies|electronics) of $/u,
  /\bbetween (?:washington|brussels|london|moscow) and $/u,
  /\b(?:washington|brussels|london|moscow) (?:and|or) $/u,
  /(?:总部(?:位于|设于|设在|在)|上市地|飞往|飞抵|前往|出访|这家|该|来自)$/u,
  /(?:飞往|经|から)$/u,
  // A company's seat in brackets after its name.
  /(?:研究所|公司|集团|株式会社|社|大学)[（(]$/u,
].map(foldPattern)
export const TRAPS_AFTER: readonly RegExp[] = [
  /^[- ](?:based|headquartered|listed|born|founded|traded|trained)\b/u,
  /^(?:'s)? (?:dollars?|airlines|electron|composite|stock exchange|gas|film|films|office|time|court|cuisine|company|firm|startup founder)\b/u,
  /^n\b/u,
  / (?:beat|lost to|defeated) [a-z]+ \d/u,
  /^(?:总部|证券交易所|总合指数|综合指数|上市|交易所|天文台|电影|公司|企业|初创(?!企)|队|办事处|航空|地铁|用户|股)/u,
  /^(?:の?深度求索|深度求索)/u,
  /^(?:に本社|に本拠|本社|のチーム|エレクトロン|の利用者|証券取引所|证券取引所|综合指数|総合指数|の会议|の会議|からドバイ|の(?:ディープシーク|企业|企業|スタートアップ)は)/u,
  /^(?:的)?(?:会议|发布会|峰会|论坛|大会)(?:上|中)/u,
  /^(?:에 본사|발 | 소재 | 증시| 증권거래소| 올림픽|에서 열린 )/u,
  /^(?:方面|当局)/u,
].map(foldPattern)
/** Anywhere in the sentence: a flight. */
export const TRAPS_ANYWHERE: readonly RegExp[] = [/\bflew from\b/u, /飞往/u, /へ飛び/u].map(foldPattern)

/**
 * Matches the published text after the name in a Chinese, Japanese or Korean sentence: a proper name of two or more Latin
 * words, or a word for an operator. "新加坡 Northlight Compute 在柔佛" says where the company is from, not where it acts.
 */
export const HOME_TOWN_AFTER =
  /^(?:の|의)?\s?(?:[A-Z][a-z]+(?:\s[A-Z][a-z]+)+|(?:數據中心|数据中心|資料中心|雲端?|云)?(?:營運商|运营商|業者|业者|開發商|开发商)|データセンター(?:運営|事業者))/u

/** After a capital's name: the name means the government. `GOVERNMENT_BEFORE` is the same before it. */
export const GOVERNMENT_AFTER: readonly RegExp[] = [
  /^ (?:said|says|told|has told|wants?|urged?s?|agreed?s?|vow\w*|criticis\w+|criticiz\w+|ban\w*|order\w*|warn\w*|accus\w+|retaliat\w+|and (?:washington|seoul|tokyo|beijing|delhi|taipei|brussels)|is weighing|is considering|are at odds)\b/u,
  /^(?:批评|宣布|要求|表示|警告|敦促|反对|收紧|方面|当局|と(?:ソウル|东京|北京|ワシントン)|は(?:米国|美国|日本|中国)|与(?:东京|首尔|华府|华盛顿)|는 미국|은 미국|는 |은 )/u,
].map(foldPattern)
export const GOVERNMENT_BEFORE: readonly RegExp[] = [
  /\b(?:tokyo|seoul|washington|beijing|taipei|delhi) and $/u,
  /(?:首尔|东京|华府|华盛顿|北京|ソウル)(?:与|和|と|、)$/u,
].map(foldPattern)

/** Words around the name of a capital by which it means the city. */
export const LOCAL_BEFORE: readonly RegExp[] = [
  /\b(?:in|near|outside|of|across|within|the) $/u,
  /\b(?:district of|suburb of|north of|south of) $/u,
  /(?:在|位于|设于|于)$/u,
].map(foldPattern)
export const LOCAL_AFTER: readonly RegExp[] = [
  /^(?:'s)? (?:municipal|city|district|haidian|yizhuang|zhongguancun|daxing|e-town|subway)/u,
  /^(?:市|海淀|亦庄|中关村|大兴|朝阳|经济技术开发区|の(?:中关村|海淀|亦庄))/u,
].map(foldPattern)
