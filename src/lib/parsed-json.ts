/** @returns what a JSON text says; undefined for one that is none, which no JSON text says */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
