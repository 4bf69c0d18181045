/** Shorter texts are headlines. */
const LEAST_LENGTH = 150

const WHO = [
  "'?[\\w.-]+'?",
  'an?(?:nother)? \\w+(?: \\w+)?',
  '(?:one|another|some|several|many) \\w+(?: of \\w+)?',
  'the (?:comments?|discussion|thread|users?|commenters?)',
  'there (?:is|are) (?:an?|some|many)?',
].join('|')
const SAYS =
  'points? (?:out|to)|describes?|highlights?|suggests?|mentions?|notes?|argues?|explains?|recommends?|asks?|shares?|compares?|contrasts?|emphasi[sz]es?|outlines?|expresse[sd]|advises?|discuss(?:es)?|questions?|critici[sz]es?|critiques?|reflects?|warns?|speculates?|raises?|inquires?|proposes?|touch(?:es)? on|reported|noted|shared|appreciates?|concerns?|discussions?|curiosity'

const REMARK = new RegExp(`^(?:${WHO}) (?:also |\\w+ly |have )?(?:${SAYS})\\b`, 'i')

/**
 * Returns whether a post retells what somebody said of something: it begins with who says it. What it is about is often in the item
 * before it and not in the post itself. English only.
 */
export function isRemark(front: string): boolean {
  return front.length >= LEAST_LENGTH && REMARK.test(front.slice(0, 200))
}
