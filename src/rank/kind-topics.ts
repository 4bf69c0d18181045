/** Words for the subject of a story; the cues name what happened. Like the cues, the patterns do not use Unicode mode. */
export const KIND_TOPICS: readonly { readonly topic: string; readonly pattern: RegExp }[] = [
  {
    topic: 'model',
    pattern:
      /\b(?:models?|weights|parameters|checkpoints?|llms?|lora|gguf|fine-?tunes?|moe|multimodal|context window|\d+(?:\.\d+)?[bt])\b|模型|权重|權重|参数|參數|モデル|모델/gi,
  },
  {
    topic: 'software',
    pattern:
      /\b(?:cli|sdks?|api|frameworks?|librar(?:y|ies)|plug-?ins?|extensions?|repo(?:sitory)?|github|runtime|engine|kernels?|terminal|ide|editor|mcp|docker|code ?base|harness|skills?|compiler|inference server)\b|框架|插件|外掛|工具|组件|代码库|沙箱|技能|命令行|開発者|ツール|プラグイン|拡張|도구|플러그인|프레임워크/gi,
  },
  {
    topic: 'product',
    pattern:
      /\b(?:app|apps|browser|desktop|ios|iphone|ipad|android|macos|windows|phone|robots?|headset|glasses|platform|assistant|workspace|laptop|car|workstation|product)\b|应用|應用|浏览器|瀏覽器|桌面|平台|助理|助手|手机|手機|机器人|機器人|产品|產品|眼镜|アプリ|ブラウザ|スマホ|ロボット|プラットフォーム|앱|브라우저|플랫폼|로봇|비서/gi,
  },
  {
    topic: 'feature',
    pattern:
      /\b(?:adds?|added|support(?:s|ed)?|features?|mode|now (?:lets?|can|remembers|supports|works)|integrat(?:es|ion)|button|update)\b|新增|支持|支援|功能|接入|集成|整合|更新|機能|対応|追加|기능|지원|추가|연동/gi,
  },
  {
    topic: 'made-by-me',
    pattern:
      /\bI (?:built|made|created|wrote|trained|posted)\b|\bmy (?:open[- ]source|project|tool|app)\b|我做了|自作|만들었/gi,
  },
  {
    // Views of a community, retold by a recap.
    topic: 'crowd',
    pattern:
      /\b(?:users?|commenters?|posters?|redditors?|threads?|discussions?|comments?|commented|replies|replied|repl(?:y|ying)|community|communities|consensus|sentiment|scepticism|skepticism|upvoted|people|folks|someone|somebody|anyone)\b|网友|用户|评论区|楼主|社区|有人|ユーザー|掲示板|との声|이용자|네티즌|누리꾼|커뮤니티|댓글/gi,
  },
  {
    topic: 'survey',
    pattern: /\b(?:survey|poll|per ?cent of|a (?:third|quarter|half) of|respondents)\b|调查|調查|調査|설문/gi,
  },
]

/** Patterns of a title's form. */
export const TITLE_SHAPES: readonly { readonly shape: string; readonly pattern: RegExp }[] = [
  { shape: 'question', pattern: /[?？]|(?:か|吗|嗎|나|까)$/u },
  { shape: 'version', pattern: /(?:^|[\s ])v?\d+\.\d+|[\p{L}]-?\d/iu },
  {
    shape: 'money',
    pattern: /[$€£¥₩]\s?\d|\d\s?(?:亿|億|万|萬|兆|million|billion|bn|억|조|만)(?:[美港日欧歐]?元|円|원|달러|ドル)?/iu,
  },
  { shape: 'percent', pattern: /\d\s?[%％]/u },
  { shape: 'first-person', pattern: /\b(?:I|my|we|our|me)\b|我们|我們|私|우리/u },
  { shape: 'quoted', pattern: /[“”「」『』]/u },
  // Somebody's view retold: `larkspur_9 points out that …`, `A user describes …`.
  {
    shape: 'retold',
    pattern:
      /^(?:(?:an?|one|the|some|several|many|two) )?[\p{L}\d_.-]+ (?:\w+ly )?(?:points? out|describes?|highlights?|suggests?|mentions?|notes?|argues?|explains?|recommends?|asks?|shares?|compares?|praises?|prefers?|doubts?|jokes?|vents?|wonders?|observes?|remarks?|speculates?|agrees?|disagrees?|adds|replies|claims?|feels?|recalls?|inquires?|seeks?|considers?|clarifies|elaborates?|responds?|predicts?|expected|humorously|emphasi[sz]es?|outlines?|expresses|advises?|thinks?|says?|discuss(?:es)?|believes?|expects?|finds?|complains?|reports? that|questions?|critici[sz]es|critiques?|reflects?|warns?|references)\b/iu,
  },
  { shape: 'asked', pattern: /^(?:why|how|what|who|is|are|should|which|does|do|can)\b/iu },
]
