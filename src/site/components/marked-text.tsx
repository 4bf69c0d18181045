import { languageMarks } from './language-marks.ts'

/** A text, marked with its language where that is not the page's. */
export function MarkedText({ text, lang }: { text: string; lang: string | undefined }) {
  // biome-ignore lint/complexity/noUselessFragments: a component returns an element, not a text
  return lang === undefined ? <>{text}</> : <span {...languageMarks(lang)}>{text}</span>
}
