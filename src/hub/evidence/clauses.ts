import { everyMatch } from '../../lib/every-match.ts'

/** The end of a clause: a comma or semicolon outside numbers, or a conjunction that begins another statement. */
const BOUNDARY = /[,，;；](?!\d)|\s(?:while|whereas|but|although)\s|(?<=[がし])、|而(?!且)|但是?/gu

/** Returns a function from a position in a folded sentence to the index of its clause. */
export function clauseIndex(folded: string): (position: number) => number {
  const ends = everyMatch(folded, BOUNDARY).map((match) => match.index + match[0].length)
  return (position) => {
    let clause = 0
    while (clause < ends.length && ends[clause]! <= position) clause++
    return clause
  }
}
