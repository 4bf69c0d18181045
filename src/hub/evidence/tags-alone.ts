/** A link, also one that a server parted with a space after `www.`; a hashtag or handle, also with a space after its sign. */
const LINK = /https?:\/\/\S+(?:\s[\w-]+\.[\w.-]+\/\S*)?/giu
const TAG = /[#＃@＠]\s?[\p{L}\p{N}_][\p{L}\p{N}_.@-]*/gu
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}|[\p{L}\p{N}]+/gu
/** Words beside tags below which a sentence says nothing: a label, a place. */
const LEAST_WORDS = 3

/**
 * @returns whether a sentence is hashtags, handles and links with hardly a word between: it names much and says nothing
 *
 * @example
 * isTagsAlone('# AI # HongKong # Energy') // true
 */
export function isTagsAlone(sentence: string): boolean {
  const rest = sentence.replace(LINK, ' ').replace(TAG, ' ')
  return rest !== sentence && (rest.match(WORD)?.length ?? 0) < LEAST_WORDS
}
