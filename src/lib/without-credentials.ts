/**
 * An address as it may be shown to anybody and written to a log: a feed behind a password has both in its address.
 *
 * @example
 * withoutCredentials('https://me:secret@feeds.example/a.xml') // 'https://feeds.example/a.xml'
 */
export function withoutCredentials(address: string): string {
  if (!address.includes('@') || !URL.canParse(address)) return address
  const url = new URL(address)
  if (url.username === '' && url.password === '') return address
  url.username = ''
  url.password = ''
  return url.href
}
