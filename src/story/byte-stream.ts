const ENCODER = new TextEncoder()
const DECODER = new TextDecoder()
const IS_LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1
const NO_WORDS = new Uint32Array(0)

/** The bytes of each word the other way round: they are kept little-endian on every machine. */
function swapped(words: Uint32Array): Uint32Array<ArrayBuffer> {
  const view = new DataView(words.buffer, words.byteOffset, words.byteLength)
  return Uint32Array.from(words, (_, index) => view.getUint32(index * 4, !IS_LITTLE_ENDIAN))
}

/** Appends numbers, texts and arrays to one growing buffer; `ByteReader` reads them in the same order. */
export class ByteWriter {
  #bytes = new Uint8Array(65_536)
  #view = new DataView(this.#bytes.buffer)
  #length = 0

  /** A whole number in [0, 2^53). One byte below 128. */
  count(value: number): this {
    let rest = value
    this.#reserve(8)
    while (rest >= 128) {
      this.#bytes[this.#length++] = (rest % 128) + 128
      rest = Math.floor(rest / 128)
    }
    this.#bytes[this.#length++] = rest
    return this
  }

  float(value: number): this {
    this.#reserve(8)
    this.#view.setFloat64(this.#length, value, true)
    this.#length += 8
    return this
  }

  /** Undefined is kept apart from every number. */
  optionalFloat(value: number | undefined): this {
    return this.float(value ?? Number.NaN)
  }

  text(value: string): this {
    const encoded = ENCODER.encode(value)
    this.count(encoded.length)
    this.#append(encoded)
    return this
  }

  optionalText(value: string | undefined): this {
    return value === undefined ? this.count(0) : this.count(1).text(value)
  }

  words(values: Uint32Array): this {
    this.count(values.length)
    const { buffer, byteOffset, byteLength } = IS_LITTLE_ENDIAN ? values : swapped(values)
    this.#append(new Uint8Array(buffer, byteOffset, byteLength))
    return this
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }

  #append(more: Uint8Array): void {
    this.#reserve(more.length)
    this.#bytes.set(more, this.#length)
    this.#length += more.length
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(this.#length + more, this.#bytes.length * 2))
    larger.set(this.#bytes)
    this.#bytes = larger
    this.#view = new DataView(larger.buffer)
  }
}

/** @throws RangeError past the end */
export class ByteReader {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  count(): number {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = this.#view.getUint8(this.#at++)
      value += (byte % 128) * factor
      if (byte < 128) return value
    }
  }

  float(): number {
    this.#at += 8
    return this.#view.getFloat64(this.#at - 8, true)
  }

  optionalFloat(): number | undefined {
    const value = this.float()
    return Number.isNaN(value) ? undefined : value
  }

  text(): string {
    const encoded = this.#take(this.count())
    return DECODER.decode(encoded)
  }

  optionalText(): string | undefined {
    return this.count() === 0 ? undefined : this.text()
  }

  words(): Uint32Array {
    const bytes = this.#take(this.count() * 4)
    if (bytes.length === 0) return NO_WORDS
    const values = new Uint32Array(bytes.slice().buffer)
    return IS_LITTLE_ENDIAN ? values : swapped(values)
  }

  #take(length: number): Uint8Array {
    if (this.#at + length > this.#bytes.length) throw new RangeError('Past the end of the bytes')
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }
}
