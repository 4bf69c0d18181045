/** Characters of a stored item's text that are read when its story is written; summaries quote only from these. */
export const STORY_TEXT_LENGTH = 6_000
