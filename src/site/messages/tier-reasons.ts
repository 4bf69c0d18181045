import type { UiLanguage } from '../messages.ts'

type Others = Exclude<UiLanguage, 'en'>

/**
 * Translations of the tier reasons in `data/sources.yaml` and in the program. A test checks that no shipped reason lacks one.
 * Reasons written by an operator are not translated.
 */
const TIER_REASONS: Readonly<Record<string, Readonly<Record<Others, string>>>> = {
  'Edited newsroom that publishes corrections.': {
    'zh-Hant': '有編輯把關並刊登更正的新聞編輯部。',
    'zh-Hans': '有编辑把关并刊登更正的新闻编辑部。',
    ja: '編集部があり、訂正を公表する報道機関。',
    ko: '편집을 거치고 정정을 싣는 언론사.',
  },
  'Trade newsroom with editors who know the field.': {
    'zh-Hant': '編輯熟悉該領域的專業媒體。',
    'zh-Hans': '编辑熟悉该领域的专业媒体。',
    ja: '分野に通じた編集者のいる専門媒体。',
    ko: '분야를 아는 편집자가 있는 전문 매체.',
  },
  'Speaks first-hand about its own models, products and research.': {
    'zh-Hant': '就自家模型、產品與研究發布第一手消息。',
    'zh-Hans': '就自家模型、产品与研究发布第一手消息。',
    ja: '自らのモデル、製品、研究について直接語る。',
    ko: '자기 모델, 제품, 연구를 직접 말한다.',
  },
  'Official documents, from the body that issues them.': {
    'zh-Hant': '由發布機關直接提供的官方文件。',
    'zh-Hans': '由发布机关直接提供的官方文件。',
    ja: '発行する機関そのものによる公式文書。',
    ko: '발행 기관이 직접 내는 공식 문서.',
  },
  "One author's or group's comment, with no editor beside them.": {
    'zh-Hant': '個人或團體的評論，沒有編輯把關。',
    'zh-Hans': '个人或团体的评论，没有编辑把关。',
    ja: '一人または一団体の論評で、編集者を経ない。',
    ko: '한 필자나 단체의 논평이며 편집을 거치지 않는다.',
  },
  'Release notes from the people who made the release.': {
    'zh-Hant': '由開發者本人撰寫的版本說明。',
    'zh-Hans': '由开发者本人撰写的版本说明。',
    ja: '公開した本人たちによるリリースノート。',
    ko: '만든 사람들이 직접 쓴 릴리스 노트.',
  },
  'Edited newsroom, licensed under the rules of mainland China.': {
    'zh-Hant': '有編輯把關的新聞編輯部，依中國內地法規持牌。',
    'zh-Hans': '有编辑把关的新闻编辑部，依中国内地法规持牌。',
    ja: '編集部のある報道機関で、中国本土の規則による許可を受けている。',
    ko: '편집을 거치는 언론사이며 중국 본토 규정에 따라 허가를 받았다.',
  },
  'Its own model releases, read from the place where it publishes them.': {
    'zh-Hant': '自家模型的發布，直接讀自其發布之處。',
    'zh-Hans': '自家模型的发布，直接读自其发布之处。',
    ja: '自らのモデルの公開を、公開の場から直接読む。',
    ko: '자기 모델의 공개를 공개한 곳에서 직접 읽는다.',
  },
  'Anybody may post here; nobody checks first.': {
    'zh-Hant': '任何人都可發文，事先無人查核。',
    'zh-Hans': '任何人都可发文，事先无人核查。',
    ja: '誰でも投稿でき、事前の確認はない。',
    ko: '누구나 올릴 수 있고 미리 확인하지 않는다.',
  },
  'Picks reports of others and adds a short comment.': {
    'zh-Hant': '挑選他人的報道並附上短評。',
    'zh-Hans': '挑选他人的报道并附上短评。',
    ja: '他者の報道を選び、短い論評を添える。',
    ko: '다른 곳의 보도를 골라 짧은 논평을 붙인다.',
  },
  'The papers themselves, not reports about them.': {
    'zh-Hant': '論文本身，而非關於論文的報道。',
    'zh-Hans': '论文本身，而非关于论文的报道。',
    ja: '論文そのもので、論文についての報道ではない。',
    ko: '논문에 관한 보도가 아니라 논문 자체.',
  },
  'Anybody may post to this timeline, and bots do.': {
    'zh-Hant': '任何人都可在此時間軸發文，機械人也會。',
    'zh-Hans': '任何人都可在此时间线发文，机器人也会。',
    ja: 'このタイムラインには誰でも投稿でき、ボットも投稿する。',
    ko: '이 타임라인에는 누구나 올릴 수 있고 봇도 올린다.',
  },
  'A programme in which the host gives a personal view.': {
    'zh-Hant': '由主持人發表個人看法的節目。',
    'zh-Hans': '由主持人发表个人看法的节目。',
    ja: '司会者が私見を述べる番組。',
    ko: '진행자가 개인 견해를 말하는 프로그램.',
  },
  'Lists what others have published.': {
    'zh-Hant': '列出他人發布的內容。',
    'zh-Hans': '列出他人发布的内容。',
    ja: '他者が公表したものを並べる。',
    ko: '다른 곳이 낸 것을 모아 보여 준다.',
  },
  "The publisher's own posts; the feed of them is made by volunteers, since the publisher offers none.": {
    'zh-Hant': '發布者自己的文章；因發布者不提供訂閱源，由志願者製作。',
    'zh-Hans': '发布者自己的文章；因发布者不提供订阅源，由志愿者制作。',
    ja: '発行者自身の投稿。フィードは発行者が出さないため、有志が作っている。',
    ko: '발행자 자신의 글. 발행자가 피드를 내지 않아 자원봉사자가 만든다.',
  },
  'News agency: reports first-hand, and others copy it.': {
    'zh-Hant': '通訊社：自行採訪報道，他人轉載。',
    'zh-Hans': '通讯社：自行采访报道，他人转载。',
    ja: '通信社。自ら取材し、他者が転載する。',
    ko: '통신사. 직접 취재하고 다른 곳이 옮겨 싣는다.',
  },
  'Edited newsroom owned by a government, so not independent about that government.': {
    'zh-Hant': '由政府擁有、有編輯把關的新聞編輯部，因此就該政府而言並不獨立。',
    'zh-Hans': '由政府拥有、有编辑把关的新闻编辑部，因此就该政府而言并不独立。',
    ja: '政府が所有する報道機関で、その政府については独立していない。',
    ko: '정부가 소유한 언론사라서 그 정부에 관해서는 독립적이지 않다.',
  },
  'Publishes measurements and experiments of its own.': {
    'zh-Hant': '發布自行完成的測量與實驗。',
    'zh-Hans': '发布自行完成的测量与实验。',
    ja: '自らの測定と実験を公表する。',
    ko: '직접 한 측정과 실험을 낸다.',
  },
  'Filings that the company is bound by law to get right.': {
    'zh-Hant': '公司依法須保證正確的申報文件。',
    'zh-Hans': '公司依法须保证正确的申报文件。',
    ja: '会社が法律により正確を期すべき届出書類。',
    ko: '회사가 법에 따라 정확해야 하는 공시.',
  },
  'Anybody may submit links here; a link repeats what it points to.': {
    'zh-Hant': '任何人都可提交連結；連結只重複其所指的內容。',
    'zh-Hans': '任何人都可提交链接；链接只重复其所指的内容。',
    ja: '誰でもリンクを投稿でき、リンクは先の内容を繰り返すだけである。',
    ko: '누구나 링크를 올릴 수 있고, 링크는 가리키는 내용을 되풀이할 뿐이다.',
  },
  'Named experts who write about experiments of their own.': {
    'zh-Hant': '具名專家撰寫自己的實驗。',
    'zh-Hans': '具名专家撰写自己的实验。',
    ja: '名を示した専門家が自らの実験について書く。',
    ko: '이름을 밝힌 전문가가 자기 실험을 쓴다.',
  },
  'Institute whose named analysts have an agenda of their own.': {
    'zh-Hant': '具名分析員自有立場的研究機構。',
    'zh-Hans': '具名分析师自有立场的研究机构。',
    ja: '名を示した分析者が独自の立場をもつ研究機関。',
    ko: '이름을 밝힌 분석가가 나름의 의도를 가진 연구소.',
  },
  'State news agency: reports first-hand and gives the official line on policy.': {
    'zh-Hant': '國家通訊社：自行採訪報道，並就政策發布官方口徑。',
    'zh-Hans': '国家通讯社：自行采访报道，并就政策发布官方口径。',
    ja: '国営通信社。自ら取材し、政策については公式見解を伝える。',
    ko: '국영 통신사. 직접 취재하고 정책에 관해서는 공식 입장을 전한다.',
  },
  'Carries press releases unchanged: the issuer speaks, not the carrier.': {
    'zh-Hant': '原樣刊載新聞稿：發言者是發稿方，而非刊載者。',
    'zh-Hans': '原样刊载新闻稿：发言者是发稿方，而非刊载者。',
    ja: 'プレスリリースをそのまま載せる。語るのは発行元で、掲載者ではない。',
    ko: '보도 자료를 그대로 싣는다. 말하는 이는 낸 쪽이지 실은 쪽이 아니다.',
  },
  "The publisher's account; its posts link to its reports.": {
    'zh-Hant': '發布者的帳號；貼文連結至其報道。',
    'zh-Hans': '发布者的账号；帖文链接至其报道。',
    ja: '発行者のアカウント。投稿は自らの報道にリンクする。',
    ko: '발행자의 계정. 글은 자기 보도로 이어진다.',
  },
  'Run by an association of the industry: well informed, and a party.': {
    'zh-Hant': '由業界協會營運：消息靈通，也是當事一方。',
    'zh-Hans': '由行业协会运营：消息灵通，也是当事一方。',
    ja: '業界団体が運営する。事情に通じるが、当事者でもある。',
    ko: '업계 협회가 운영한다. 사정에 밝지만 당사자이기도 하다.',
  },
  "One person's own short posts, with no editor.": {
    'zh-Hant': '個人短文，沒有編輯。',
    'zh-Hans': '个人短文，没有编辑。',
    ja: '個人の短い投稿で、編集者はいない。',
    ko: '한 사람의 짧은 글이며 편집자는 없다.',
  },
  'Added by the operator.': {
    'zh-Hant': '由營運者加入。',
    'zh-Hans': '由运营者加入。',
    ja: '運営者が追加した。',
    ko: '운영자가 추가했다.',
  },
  'No longer in the catalogue.': {
    'zh-Hant': '已不在目錄中。',
    'zh-Hans': '已不在目录中。',
    ja: 'もう一覧にない。',
    ko: '이제 목록에 없다.',
  },
}

/** @returns a shipped reason in the language, with `isOwn` true; any other reason as written, with `isOwn` false */
export function tierReasonIn(reason: string, language: UiLanguage): { readonly text: string; readonly isOwn: boolean } {
  const known = TIER_REASONS[reason]
  if (known === undefined) return { text: reason, isOwn: false }
  return { text: language === 'en' ? reason : known[language], isOwn: true }
}
