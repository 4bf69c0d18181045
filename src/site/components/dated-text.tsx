import type { AbsoluteDate } from '../../summary/absolute-dates.ts'
import type { PageContext } from '../page-context.ts'

/** A text with absolute dates in brackets after its relative time words: an editor's addition, never the source's words. */
export function DatedText({ text, dates = [], c }: { text: string; dates?: readonly AbsoluteDate[]; c: PageContext }) {
  const pieces = dates.map(({ at, date }, index) => ({ date, text: text.slice(dates[index - 1]?.at ?? 0, at) }))
  return (
    <>
      {pieces.map((piece) => (
        <>
          {piece.text}
          <small class="abs" lang={c.language}>
            {' ['}
            <time datetime={machineDate(piece.date)}>{c.f.isoDate(piece.date)}</time>
            {']'}
          </small>
        </>
      ))}
      {text.slice(dates.at(-1)?.at ?? 0)}
    </>
  )
}

/** Returns a date for `datetime`, which has no ranges of days and no quarters: the first day, or the year. */
function machineDate(iso: string): string {
  return iso.replace(/\/.*$|-Q\d$/, '')
}
