import { languageAmong } from '../../lib/language-among.ts'
import { tierReasonIn } from '../messages/tier-reasons.ts'
import type { PageContext } from '../page-context.ts'
import { foreign } from './entry.tsx'
import { MarkedText } from './marked-text.tsx'

/** Why a source has its tier: in the reader's language if it is one of the shipped reasons, else as the operator wrote it. */
export function TierReason({ reason, c }: { reason: string; c: PageContext }) {
  const { text, isOwn } = tierReasonIn(reason, c.language)
  const lang = isOwn ? undefined : foreign(languageAmong(text, ['en', 'zh', 'ja', 'ko']) ?? 'und', c)
  return <MarkedText text={text} lang={lang} />
}
