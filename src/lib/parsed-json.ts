/** Parses JSON; returns undefined, which is not a JSON value, for malformed text. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
