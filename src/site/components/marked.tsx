import type { MarkedText } from '../view/snippet.ts'

/** A text with the words of the search marked. */
export function Marked({ of: { text, marks } }: { of: MarkedText }) {
  return (
    <>
      {marks.map(({ start, end }, index) => (
        <>
          {text.slice(marks[index - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </>
      ))}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </>
  )
}
