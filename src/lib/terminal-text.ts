/**
 * Removes control characters (ECMA-48) from untrusted text before it is printed, so that no feed's title clears the screen or renames
 * the window. Keeps line feeds and tabs.
 */
export function terminalText(text: string): string {
  return text.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, '')
}
