/** Stops that end a sentence even without a space after them: Chinese, Japanese, danda of Indic scripts, Ethiopic, Khmer, Burmese, Tibetan. */
export const UNSPACED_STOPS = '。！？｡।॥።፧፨។៕။།'
/** Stops that end one only before a space, as `3.5`, or `۔` between the letters of an Urdu abbreviation: Latin, Arabic, Urdu, Armenian. */
export const SPACED_STOPS = '.!?…؟۔։'
/** Those of either sort that end a question. */
export const QUESTION_MARKS = '?？؟፧'
