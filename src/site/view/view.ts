import type { NoticeView } from '../pages/notice.tsx'
import type { FrontView } from './front.ts'
import type { MissingStoryView, StoryView } from './story.ts'

/** Every page's content as data; `page` tells them apart. */
export type View = FrontView | StoryView | MissingStoryView | NoticeView
