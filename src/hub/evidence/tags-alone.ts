/** A link, even if a server inserted a space, as after `www.`. */
const LINK = /https?:\/\/\S+(?:\s[\w-]+\.[\w.-]+\/\S*)?/giu
/** A hashtag or handle, even with a space after its sign. */
const TAG = /[#＃@＠]\s?[\p{L}\p{N}_][\p{L}\p{N}_.@-]*/gu
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}|[\p{L}\p{N}]+/gu
/** Least words besides tags for a sentence to say something; fewer are a label or a place. */
const LEAST_WORDS = 3

/**
 * Tells whether a sentence is only hashtags, handles and links with hardly a word between: it names much but says nothing.
 *
 * @example
 * isTagsAlone('# AI # HongKong # Energy') // true
 */
export function isTagsAlone(sentence: string): boolean {
  const rest = sentence.replace(LINK, ' ').replace(TAG, ' ')
  return rest !== sentence && (rest.match(WORD)?.length ?? 0) < LEAST_WORDS
}
