/**
 * Reads a page aloud with the browser's voices (Web Speech API): headlines, summaries and impacts, each in its language. Nothing leaves
 * the device, unless a voice of the browser is an online service.
 */
export {}

interface PageElement {
  readonly dataset: Readonly<Record<string, string | undefined>>
  textContent: string | null
  hidden: boolean
  readonly lang: string
  closest(selector: string): PageElement | null
  addEventListener(type: string, listener: () => void): void
}
interface Voice {
  readonly lang: string
}
interface Utterance {
  lang: string
  voice: Voice | null
  onend: () => void
  onerror: () => void
}
declare const document: {
  getElementById(id: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
}
declare const speechSynthesis:
  | { getVoices(): readonly Voice[]; speak(utterance: Utterance): void; cancel(): void }
  | undefined
declare const SpeechSynthesisUtterance: new (text: string) => Utterance
declare const addEventListener: (type: string, listener: () => void) => void

const button = document.getElementById('listen')
if (button && typeof speechSynthesis === 'object') offer(button, speechSynthesis)

function offer(button: PageElement, voices: NonNullable<typeof speechSynthesis>): void {
  const start = button.textContent
  let left = 0
  let current: readonly Utterance[] = []
  const end = () => {
    left = 0
    button.textContent = start
  }
  button.hidden = false
  button.addEventListener('click', () => {
    const isSpeaking = left > 0
    // `cancel` fires an event for each utterance left in the queue; `ended` must not count those.
    end()
    voices.cancel()
    if (isSpeaking) return
    const pieces = [...document.querySelectorAll('[data-say]')].flatMap((element) =>
      spoken(element, voices.getVoices()),
    )
    left = pieces.length
    if (left > 0) button.textContent = button.dataset.stop ?? start
    current = pieces
    const ended = () => {
      if (pieces === current && --left === 0) end()
    }
    for (const piece of pieces) {
      piece.onend = ended
      piece.onerror = ended
      voices.speak(piece)
    }
  })
  addEventListener('pagehide', () => voices.cancel())
}

/**
 * Returns the utterance of an element. It is left out if the browser has no voice for its language, as another voice would read noise, but
 * kept if the browser does not list its voices.
 */
function spoken(element: PageElement, voices: readonly Voice[]): readonly Utterance[] {
  const language = element.closest('[lang]')?.lang ?? 'en'
  const voice = voices.find(({ lang }) => isFor(lang, language))
  if (voices.length > 0 && !voice) return []
  const utterance = new SpeechSynthesisUtterance((element.textContent ?? '').trim())
  // Voices are tagged by region, our Chinese by script.
  utterance.lang = voice?.lang ?? language
  utterance.voice = voice ?? null
  return [utterance]
}

function isFor(voice: string, language: string): boolean {
  const name = voice.replace('_', '-').toLowerCase()
  if (/^zh-hant/i.test(language)) return /^zh-(hant|tw|hk|mo)|^yue/.test(name)
  if (/^zh/i.test(language)) return /^(zh|cmn)(?!-(hant|tw|hk|mo))/.test(name)
  return name.split('-')[0] === language.split('-')[0]!.toLowerCase()
}
