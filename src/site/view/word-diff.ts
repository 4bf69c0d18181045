/** A run of words and what became of it. */
export interface DiffRun {
  readonly change: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Longest side compared word by word; the table is quadratic. */
const MOST_WORDS = 400

/**
 * What changed between two short texts, by words (CJK by dictionary words).
 *
 * Longest common subsequence; O(n·m) in words, at most 400 each: longer texts are given as removed and added whole.
 */
export function wordDiff(from: string, to: string): readonly DiffRun[] {
  const a = wordsOf(from)
  const b = wordsOf(to)
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) {
    return [
      { change: 'removed', text: from },
      { change: 'added', text: to },
    ]
  }
  const width = b.length + 1
  const longest = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        a[i] === b[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!)
    }
  }
  const runs: { change: DiffRun['change']; text: string }[] = []
  const add = (change: DiffRun['change'], text: string) => {
    const last = runs.at(-1)
    if (last?.change === change) last.text += text
    else runs.push({ change, text })
  }
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add('same', a[i]!)
      i++
      j++
    } else if (j >= b.length || (i < a.length && longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)) {
      add('removed', a[i++]!)
    } else {
      add('added', b[j++]!)
    }
  }
  return runs
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

function wordsOf(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
