import type { OperatorStoryView, OperatorView, SignInView } from '../admin/admin-views.ts'
import type { PairsView } from '../admin/pairs-view.ts'
import type { SourceListsView } from '../admin/source-lists.ts'
import type { ButtonView, OutcomeView, ReportView, SubscribeView } from '../forms/form-pages.tsx'
import type { TranslationView } from '../forms/translation-page.tsx'
import type { HiddenWordsView } from '../hidden/hidden-routes.ts'
import type { ApiView } from '../pages/api.tsx'
import type { NoticeView } from '../pages/notice.tsx'
import type { SavedView } from '../saved/saved-routes.ts'
import type { ArchiveView } from './archive.ts'
import type { BriefView } from './brief.ts'
import type { CorrectionsView } from './corrections.ts'
import type { DecideView } from './decide.ts'
import type { EntityView } from './entity.ts'
import type { FrontView } from './front.ts'
import type { CompareFormView, CompareView, HubsView, HubView } from './hub.ts'
import type { MethodsView } from './methods.ts'
import type { PulseView } from './pulse.ts'
import type { SearchView } from './search.ts'
import type { SourcesView, SourceView } from './source.ts'
import type { StatusView } from './status.ts'
import type { MissingStoryView, StoryView } from './story.ts'

/** Content of any page as data; discriminated by `page`. */
export type View =
  | ArchiveView
  | FrontView
  | StoryView
  | MissingStoryView
  | BriefView
  | PulseView
  | SourcesView
  | SourceView
  | EntityView
  | SearchView
  | MethodsView
  | StatusView
  | HubsView
  | HubView
  | CompareView
  | CompareFormView
  | DecideView
  | NoticeView
  | CorrectionsView
  | SavedView
  | HiddenWordsView
  | ApiView
  | OutcomeView
  | ReportView
  | SubscribeView
  | ButtonView
  | TranslationView
  | SignInView
  | OperatorView
  | OperatorStoryView
  | PairsView
  | SourceListsView
