/** Matches mail addresses approximately (lengths: RFC 5321, section 4.5.3.1); only a mail sent there proves an address. */
const EMAIL = /^[^\s@<>"(),:;[\]\\]{1,64}@(?=.{4,253}$)([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i

export function isEmailAddress(written: string): boolean {
  return EMAIL.test(written)
}
