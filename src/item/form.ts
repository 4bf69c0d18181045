import type { Entry, Source } from '../source/types.ts'
import type { ItemForm } from './types.ts'

/**
 * Titles of round-ups in the languages we read. Most of these words have other meanings in news, which the patterns exclude: an agency is
 * to digest data, a weed killer is called Roundup, a ministry compiles a draft (取りまとめ), newspapers are called 人民日报 and 週刊文春.
 */
const DIGEST_TITLE = [
  /\b(?:daily|weekly|monthly|morning|evening|midday|afternoon|weekend) (?:digest|brief(?:ing)?|round-?up|rundown|recap|wrap|newsletter)\b/i,
  // Not after a dash or a bar, where publishers put their names: `… - New York Daily News`.
  /(?<![|–—-] [^|–—-]{0,40})\b(?:daily|weekly|monthly|morning|evening|midday|afternoon|weekend) (?:news|update|report|links|edition)\b/i,
  /(?<!\bto )\bdigest\b|\bround-?up\b(?! (?:weed ?killer|herbicide|cancer|verdict|trial|case|ruling|claim|suit|lawsuit|litigation|settlement)s?\b)/i,
  /\b(?:recap|newsletter|link ?list|news in brief|in brief|what we(?:'|’)?re reading|this week in|last week in|the week in|week in review|month in review|links? (?:for|of)|ainews)\b/i,
  /(?:^|\b(?:top|main|latest|morning|evening|news|day['’]s|today['’]s|week['’]s) )headlines\b|(?:^|\b(?:today['’]s|day['’]s|week['’]s|your|our) )top stories\b|\btop stories (?:of|from|for|this|today)\b/i,
  /\b(?:issue|edition|vol\.?|no\.?|#)\s?#?\d{1,4}\b.{0,80}\b(?:news|weekly|digest|newsletter)\b|\b(?:news|weekly|digest|newsletter)\b.{0,40}(?:issue|edition|vol\.?|#)\s?#?\d{1,4}\b/i,
  /早报|早報|晚报|晚報|午报|午報|(?<!人民|中国|中國|经济|經濟|光明|科技|北京|南方|解放|浙江|新华|新華|广州|深圳|证券|工人|青年|农民|香港|澳門|商业|商業)日报(?:：|:|\s|$|[|｜])|周报|週報|月报|月報|快讯汇总|资讯汇总|新闻汇总|一周(?:要闻|回顾|热点|大事)|每日(?:新闻|資訊|资讯|精选|简报|速递)|(?:财经|科技|商业|新闻|AI)早餐|早餐(?=\s?(?:[|｜:：\d]|$))|8点1氪|晨读|速览|要闻速递|新聞摘要/,
  /(?<!取り|とり|中間|[をにで])まとめ(?![るたてらろよ])|ダイジェスト|週刊(?!文春|新潮|現代|ポスト|朝日|女性|誌|東洋経済|ダイヤモンド|エコノミスト|少年|プレイボーイ|金曜日)|今週の(?=AI|IT|ニュース|話題|注目|まとめ|テック|トピック|主な)|今日の(?:ニュース|まとめ)|ヘッドライン|注目ニュース/,
  /브리핑(?=[\])】]|$|\s?[|｜:：·\d])|모닝 ?뉴스|주요 ?뉴스|뉴스 ?모음|위클리|주간 ?(?:뉴스|동향|브리핑)|한 ?주간|다이제스트/,
]

const PAPER_HOSTS = [
  'arxiv.org',
  'biorxiv.org',
  'medrxiv.org',
  'openreview.net',
  'aclanthology.org',
  'proceedings.mlr.press',
  'ssrn.com',
]
const SUBMISSION_HOSTS = [
  'news.ycombinator.com',
  'lobste.rs',
  'www.reddit.com',
  'tildes.net',
  'news.hada.io',
  'www.techmeme.com',
]

/** At least this many links, to at least this many hosts, make a list of links. References of papers and links of wire stories stay below. */
const DIGEST_LINKS = 8
const DIGEST_HOSTS = 6
/** Characters of text per link; with fewer, the text only serves the links. */
const DIGEST_TEXT_PER_LINK = 260
/** Least number of headings or list items, each taken for another event. */
const DIGEST_SECTIONS = 5

/** What `itemForm` reads besides the entry and its source. */
export interface FormEvidence {
  readonly url?: string
  readonly title: string
  /** Plain text. */
  readonly text: string
  /** Sanitised. */
  readonly html: string
  /** Canonical addresses that the text links to. */
  readonly links: readonly string[]
}

/** Classifies an entry by its source, its address and its shape. */
export function itemForm(entry: Entry, source: Source, evidence: FormEvidence): ItemForm {
  const host = hostOf(evidence.url)
  if (isSubmission(entry, source, evidence, host)) return 'submission'
  if (entry.isPost || source.kind === 'mastodon' || source.kind === 'bluesky') return 'post'
  if (source.kind === 'arxiv' || isOn(host, PAPER_HOSTS)) return 'paper'
  if (source.kind === 'github' || isReleasePage(evidence.url)) return 'release'
  return isDigest(source, evidence) ? 'digest' : 'article'
}

function isSubmission(entry: Entry, source: Source, { url, text }: FormEvidence, host: string | undefined): boolean {
  if (source.kind === 'hackernews' || source.kind === 'reddit') return true
  if (isOn(host, SUBMISSION_HOSTS)) return true
  return (
    source.type === 'community' &&
    !entry.isPost &&
    entry.pointsTo !== undefined &&
    entry.pointsTo !== url &&
    text.length < 500
  )
}

function isReleasePage(url: string | undefined): boolean {
  return (
    url !== undefined && /^https?:\/\/(?:github\.com|gitlab\.com|codeberg\.org)\/[^?#]{1,300}\/releases\b/.test(url)
  )
}

function isDigest(source: Source, { title, text, html, links }: FormEvidence): boolean {
  const isNamed = DIGEST_TITLE.some((pattern) => pattern.test(title.slice(0, 300)))
  const isListed = hasList(html, text)
  if (isNamed) return isListed || links.length >= 3 || text.length < 1_200 || source.type === 'newsletter'
  const hosts = new Set(links.map(hostOf))
  const isLinkList =
    links.length >= DIGEST_LINKS && hosts.size >= DIGEST_HOSTS && text.length / links.length < DIGEST_TEXT_PER_LINK
  return isLinkList && (isListed || source.type === 'newsletter' || source.type === 'aggregator')
}

/** Whether a text is structured as a list: by several headings, list elements or bulleted lines. */
function hasList(html: string, text: string): boolean {
  const sections = count(html, /<h[2-6][\s>]/g)
  const bullets = count(html, /<li[\s>]/g)
  const lines = count(text, /^(?:[•·●▪◆■*-]|\d{1,2}[.、)）]|[①-⑳])\s?\S/gm)
  return sections >= DIGEST_SECTIONS || bullets >= DIGEST_SECTIONS || lines >= DIGEST_SECTIONS
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

function isOn(host: string | undefined, hosts: readonly string[]): boolean {
  return host !== undefined && hosts.some((known) => host === known || host.endsWith(`.${known}`))
}

function hostOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : /^https?:\/\/([^/?#]{1,253})/.exec(url)?.[1]
}
