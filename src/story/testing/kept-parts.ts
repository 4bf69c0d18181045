/** Copies of parts, each of which may be written over once the next is asked for. */
export function keptParts(parts: Iterable<Uint8Array>): readonly Uint8Array[] {
  return Array.from(parts, (part) => part.slice())
}
