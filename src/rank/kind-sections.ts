import type { StoryItem, StoryKind } from '../story/types.ts'

/** A section in which publishers keep what is of one kind. */
export interface KindSection {
  readonly kind: StoryKind
  /** Makers keep to some sections strictly, and put models among their research. */
  readonly logit: number
  readonly pattern: RegExp
}

/**
 * Sections of makers' sites, by the whole name of a category or of a folder of the address, in the languages we read. `Product`, `Company`
 * and `News` are not among them, as everything stands there.
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

/** Longer names are sentences. */
const MAX_NAME_LENGTH = 40

function section(kind: StoryKind, logit: number, latin: string, other: string): KindSection {
  return { kind, logit, pattern: new RegExp(`^(?:${latin}|${other})$`, 'i') }
}

/** A section found, and its name as its publisher writes it. */
export interface FiledUnder {
  readonly section: KindSection
  readonly name: string
}

/**
 * Where an item's publisher filed it: its categories, the folders of its address and the first label of its host, of which each section
 * counts once. Linear in their number, of which there are at most a few dozen.
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

/** @returns `case studies` for `/case-studies/` */
function foldersOf(address: string | undefined): readonly string[] {
  if (address === undefined || !URL.canParse(address)) return []
  const { hostname, pathname } = new URL(address)
  const [label = ''] = hostname.split('.')
  return [label, ...pathname.split('/')].map((each) => each.replaceAll(/[-_]/g, ' '))
}
