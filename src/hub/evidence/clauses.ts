import { everyMatch } from '../../lib/every-match.ts'

/** Where a clause ends: a comma or semicolon (not one in a number), a conjunction that opens another statement. */
const BOUNDARY = /[,，;；](?!\d)|\s(?:while|whereas|but|although)\s|(?<=[がし])、|而(?!且)|但是?/gu

/** Index of the clause that each position of a folded sentence is in. */
export function clauseIndex(folded: string): (position: number) => number {
  const ends = everyMatch(folded, BOUNDARY).map((match) => match.index + match[0].length)
  return (position) => {
    let clause = 0
    while (clause < ends.length && ends[clause]! <= position) clause++
    return clause
  }
}
