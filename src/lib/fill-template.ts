/**
 * Replaces the placeholders of a template by values.
 *
 * @param fill returns the value of a name; a placeholder without one stays as it is
 * @example
 * fillTemplate('{hub} first', (name) => ({ hub: 'Tokyo' })[name]) // 'Tokyo first'
 */
export function fillTemplate(template: string, fill: (name: string) => string | undefined): string {
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => fill(name) ?? hole)
}
