import type { StoryItem, StoryKind } from '../story/types.ts'

/** A section of publishers' sites whose content is mostly of one kind. */
export interface KindSection {
  readonly kind: StoryKind
  /** Added to the kind's logit; higher for sections that makers keep to strictly, lower for research, which holds models too. */
  readonly logit: number
  readonly pattern: RegExp
}

/**
 * Sections of makers' sites, matched on the whole name of a category or URL folder, in the languages we read. `Product`, `Company`
 * and `News` are omitted, because they hold everything.
 */
const KIND_SECTIONS: readonly KindSection[] = [
  section(
    'tool',
    3,
    'change-?(?:log|list)s?|release notes?|(?:product )?updates? log',
    '更新日志|更新日誌|更新履歴|リリースノート|릴리스 ?노트|업데이트 내역',
  ),
  section(
    'business',
    2.5,
    'case stud(?:y|ies)|(?:customer|user|success) stor(?:y|ies)|customers?|partners?(?:hips?)?|pricing|investor relations|earnings',
    '客户案例|客戶案例|客户故事|客戶故事|导入案例|導入事例|お客様事例|活用事例|고객 ?사례|도입 ?사례|성공 ?사례',
  ),
  section(
    'other',
    2,
    'events?|webinars?|podcasts?|careers?|jobs|newsletters?|hackathons?',
    '活动|活動|招聘|イベント|採用|ポッドキャスト|행사|채용|팟캐스트',
  ),
  section('incident', 2, 'incidents?|post-?mortems?|outages?|status', '故障|障害情報|장애'),
  section('people', 2, 'people|leadership|appointments?|obituar(?:y|ies)', '人事|人事情報|인사'),
  section('policy', 1.5, '(?:public )?policy|governance|global affairs|legal|regulation', '政策|政策提言|정책'),
  section(
    'tool',
    1.5,
    'engineering|developers?|tutorials?|guides?|how-?to|cookbooks?|docs|documentation|tips',
    '工程|教程|教學|开发者|開發者|開発者|技術ブログ|チュートリアル|개발|기술 ?블로그|튜토리얼',
  ),
  section(
    'research',
    1.5,
    '(?:\\w+ )?research|papers?|publications?|stud(?:y|ies)|benchmarks?|evaluations?|interpretability|alignment|abs',
    '研究|论文|論文|연구|논문',
  ),
]

/** Most characters of a section's name; longer ones are sentences. */
const MAX_NAME_LENGTH = 40

function section(kind: StoryKind, logit: number, latin: string, other: string): KindSection {
  return { kind, logit, pattern: new RegExp(`^(?:${latin}|${other})$`, 'i') }
}

/** A matched section, with its name as the publisher writes it. */
export interface FiledUnder {
  readonly section: KindSection
  readonly name: string
}

/**
 * Returns the sections in which an item's publisher filed it, each once: by its categories, the folders of its address and the first
 * label of its host. Linear in their number, which is a few dozen at most.
 */
export function filedUnder(item: Pick<StoryItem, 'categories' | 'url'>): readonly FiledUnder[] {
  const names = [...item.categories, ...foldersOf(item.url)]
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.length <= MAX_NAME_LENGTH)
  return KIND_SECTIONS.flatMap((section) => {
    const name = names.find((each) => section.pattern.test(each))
    return name === undefined ? [] : [{ section, name }]
  })
}

/** Returns the first host label and the path segments, with spaces for hyphens: `case studies` for `/case-studies/`. */
function foldersOf(address: string | undefined): readonly string[] {
  if (address === undefined || !URL.canParse(address)) return []
  const { hostname, pathname } = new URL(address)
  const [label = ''] = hostname.split('.')
  return [label, ...pathname.split('/')].map((each) => each.replaceAll(/[-_]/g, ' '))
}
