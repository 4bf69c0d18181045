/** Characters of an item's text that are read once it is stored: stories are told, and summaries quote, from these. */
export const STORY_TEXT_LENGTH = 6_000
