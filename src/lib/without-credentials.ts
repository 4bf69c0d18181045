/**
 * Removes user name and password from a URL, which feeds behind a login contain, so that it may be shown and logged.
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
