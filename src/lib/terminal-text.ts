/**
 * Text from outside as a terminal may show it: without the control characters that would steer it (ECMA-48), so that no feed's title
 * clears the screen or renames the window. Line feeds and tabs stay.
 */
export function terminalText(text: string): string {
  return text.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, '')
}
