import { everyMatch } from '../lib/every-match.ts'

/** A tag is a run of letters, digits and underscores with at least one letter (Mastodon, Bluesky and X agree so far). */
const HASHTAG = /(?<![\p{L}\p{N}_&/])[#＃](?=[\p{N}_]{0,60}\p{L})([\p{L}\p{M}\p{N}_]{1,100})/gu

/** More tags than this are spam; what follows is not read. */
const MAX_HASHTAGS = 40

/** The hashtags of a text in order, each once (regardless of case), without `#`, as first written. */
export function hashtagsOf(text: string): readonly string[] {
  const found = new Map<string, string>()
  for (const match of everyMatch(text, HASHTAG)) {
    const tag = match[1]!
    if (!found.has(tag.toLowerCase())) found.set(tag.toLowerCase(), tag)
    if (found.size >= MAX_HASHTAGS) break
  }
  return [...found.values()]
}

/** Names written with an inner capital: kept whole. */
const KNOWN_NAMES = [
  'iPhone',
  'iPad',
  'iOS',
  'iMac',
  'iCloud',
  'macOS',
  'watchOS',
  'eBay',
  'xAI',
  'arXiv',
  'OpenAI',
  'DeepSeek',
  'DeepMind',
  'ChatGPT',
  'GitHub',
  'YouTube',
  'TikTok',
  'LinkedIn',
  'PyTorch',
  'TensorFlow',
  'HuggingFace',
  'LangChain',
  'WhatsApp',
  'BioTech',
  'FinTech',
  'EdTech',
  'MedTech',
  'LLMs',
  'GPUs',
  'CPUs',
  'APIs',
  'NPUs',
  'TPUs',
  'PhD',
  'SaaS',
  'IoT',
  'GenAI',
  'McKinsey',
  'ByteDance',
] as const

/**
 * A hashtag's words, for readers and for matching: at changes from small to capital letters, before the last capital of a
 * run (`AISupercomputing` → `AI Supercomputing`), before numbers (`iPhone15` → `iPhone 15`, but `H100`, `V3`, `5G`), at underscores.
 * Names written with an inner capital stay whole. Scripts without case come back as they are.
 * @example
 * splitHashtag('GreaterBayArea') // 'Greater Bay Area'
 */
export function splitHashtag(tag: string): string {
  return tag
    .split('_')
    .filter((part) => part !== '')
    .map(splitPart)
    .join(' ')
}

function splitPart(part: string): string {
  const words: string[] = []
  let rest = part
  while (rest !== '') {
    const word = knownNameAt(rest) ?? wordAt(rest)
    words.push(word)
    rest = rest.slice(word.length)
  }
  return words.join(' ')
}

function knownNameAt(text: string): string | undefined {
  const name = KNOWN_NAMES.find((known) => text.startsWith(known))
  if (name === undefined) return undefined
  const next = text.charAt(name.length)
  return next === '' || !/\p{Ll}/u.test(next) ? name : undefined
}

/** The first word of a run without known names; never empty. */
const WORD =
  /^(?:\p{Lu}{1,2}\p{N}+(?![\p{Ll}])|\p{N}+\p{Lu}(?![\p{Lu}\p{Ll}])|\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}+(?=\p{N}|$)|\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+|\p{N}+(?:[a-z]{1,2}(?!\p{Ll}))?|[\p{Lo}\p{M}\p{Lm}]+|.)/u

function wordAt(text: string): string {
  return WORD.exec(text)?.[0] ?? text
}
