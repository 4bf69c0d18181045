import { visibleText } from './visible-text.ts'

const PATTERNS: readonly RegExp[] = [
  // Earlier instructions are to be ignored.
  /\b(?:ignor\w*|disregard\w*|forget|overrid\w*|overrul\w*|bypass\w*|set aside|supersed\w*|stop following|do not (?:follow|obey)|don['’]t (?:follow|obey)|pay no attention to|discard|cancel|drop)\b.{0,60}\b(?:instructions?|prompts?|rules?|directions?|directives?|guidelines?|commands?|constraints?|told|orders?|safeguards?|policy above|text above|above text|content above|the above|everything above|before this)\b/,
  // The model is given another role.
  /\b(?:you(?:['’]re| are) (?:now|no longer|going to act)|from (?:now|here) on,? (?:you|only|always|write|answer)|act as (?:an? |the )?(?:ai|assistant|unrestricted|developer|system|different|editor)|pretend (?:to be|that you|you)|role-?play as|your (?:new|real|actual|true|next|only|final) (?:task|role|instructions?|goal|job|duty|orders?|mission|objective)|(?:new|updated|revised|additional|important|hidden|secret|special|final|admin\w*|urgent) (?:system )?(?:instructions?|directives?|orders?|prompt)\b\s*[:—–-]|(?:developer|debug|god|maintenance|admin|sudo|unrestricted|jailbreak) mode\b|do anything now)/,
  // Markers of a chat, or of the end of the data.
  /(?:^|\n)\W{0,4}(?:system|assistant|developer|human|user|instruction|instructions|prompt)\W{0,3}[:：>\]]|<\|?\/?(?:im_start|im_end|system|assistant|user|endoftext|inst|sys)\b|\[\/?inst\]|<<\/?sys>>|##\s*(?:system|instructions?|new task|response|assistant)|\b(?:end|close|begin|start|eof)[ _-]?(?:of[ _-]?)?(?:the[ _-]?)?(?:system|items?|articles?|documents?|data|input|source text|untrusted|context|report|fence|quoted text)\b\W*(?:[-=>#.\]\n]|$)|<\/?(?:item|items|data|document|report|instructions?|source|untrusted)\b[^>]{0,80}>/m,
  // A model is addressed.
  /\b(?:dear|hey|hello|hi|attention|note (?:to|for)|message (?:to|for)|memo (?:to|for)|instructions? (?:to|for)|notice (?:to|for)|reminder (?:to|for)|to (?:any|all|every)|calling all)\W{1,3}(?:any |all |the |every |our |automated )*(?:ai|ais|llms?|language models?|assistants?|chatbots?|summari[sz]ers?|summari[sz]ation (?:systems?|tools?|models?)|gpt|chatgpt|claude|gemini|bots?|models?|ai (?:agents?|assistants?|readers?|systems?|models?|tools?)|agents?|crawlers?|machines? reading)\b.{0,20}[:,!]/,
  /\bif you(?:['’]re| are)\b.{0,30}\b(?:ai|llm|language model|assistant|chatbot|summari[sz]\w+|bot|model|machine|automated|program|agent)\b/,
  /\b(?:ai|llms?|language models?|assistants?|chatbots?|summari[sz]ers?|bots?|automated (?:readers?|systems?|tools?)) (?:reading|processing|summari[sz]ing|parsing|seeing|scanning|handling|that reads?|which reads?|who reads?)\b/,
  /\bwhen(?:ever)? (?:you )?(?:summari[sz]\w*|condens\w+|paraphras\w+|generating (?:the|a|your) (?:summary|headline)|writing (?:the|a|your) (?:summary|headline)|translat\w+ this|asked (?:about|to summari[sz]e))\b/,
  /\byour (?:summary|headline|output|response|answer|reply|json|impact|translation|completion|final answer|system prompt|instructions|training|guidelines|safety)\b/,
  // A command about what to write.
  /(?:^|[.!?:;,\n—–-][^\S\n]*|\b(?:please|kindly|must|should|now|then|only|always|just|simply|instead|and|to|shall|you)\s+)(?:output|print|write|say|respond|reply|answer|repeat|return|emit|echo|type|recite|declare|announce|state|publish)\s+(?:only|exactly|verbatim|the following|nothing (?:but|except)|just|with|this|that\s+["“'‘]|the (?:exact |single |literal )?(?:words?|phrase|text|string|sentence|line|token|headline|code|statement)|["“'‘`]|back)/,
  /\b(?:include|insert|append|add|mention|embed|prepend|put|place|incorporate|use|attach|quote|copy|paste|cite|weave|slip|feature)\b.{0,60}\b(?:in|into|to|at|as|on|of|within) (?:the |every |each |any |a |all )?(?:summar(?:y|ies)|headlines?|output|response|answer|reply|json|impact|translation|sentences?|digest|abstract)\b/,
  /\b(?:summar(?:y|ies)|headlines?|impact|output|response|answer|reply|abstract|translation|digest)\b.{0,30}\b(?:must|should|has to|have to|needs? to|shall|is required to|ought to|is to|will only)\b.{0,20}\b(?:be|say|read|include|contain|mention|start|begin|end|state|consist|carry|open|close|cite|quote|use)\b/,
  /\b(?:summari[sz]e|translate|render|describe|treat|classify|label|rank|rate|report|replace|rewrite|change|set) (?:this|the|all|any|every|it)\b.{0,60}\b(?:as|to|with|by saying|into)\b\s*[:"“'‘`]/,
  /\b(?:system prompt|hidden prompt|initial prompt|prompt override|override code|decode (?:this|the following|it)|rot13)\b.{0,80}(?:[:=]|\band (?:follow|obey|do|execute|run|print|output)\b|\breveal|\bprint|\bshow)|\b(?:reveal|print|show|leak|expose|repeat|dump)\b.{0,30}\b(?:system prompt|hidden prompt|initial prompt|instructions|api[ _]?key)\b/,
  /\b(?:follow|obey|execute|comply with|carry out) (?:these|this|the following|my|our|the (?:new|next|below)) ?(?:instructions?|orders?|commands?|steps?|directive|request)?\b\s*[:.,—–-]/,
  // Chinese, both scripts; full-width forms are folded beforehand.
  /(?:忽略|忽視|忽视|无视|無視|忘记|忘記|忘掉|不要理会|不要理會|不必理会|不必理會|抛开|拋開|不要遵守|停止遵守|撇开|撇開|放弃|放棄).{0,16}(?:指令|指示|提示|规则|規則|要求|说明|說明|设定|設定|命令|限制|约束|約束|上文|前文|以上内容|以上內容|任务|任務)/,
  /(?:以上|上述|之前|先前|前面|此前)的?(?:所有|全部|一切)?(?:指令|指示|提示词?|提示詞?|规则|規則|要求|命令|任务|任務).{0,12}(?:无效|無效|失效|作废|作廢|取消|忽略|不用|不必|不再)/,
  /(?:你|您)(?:现在|現在)(?:是|扮演|成为|成為|变成|變成|进入|進入)|(?:从|從)(?:现在|現在|此刻)(?:起|开始|開始).{0,12}(?:你|您|写|寫|输出|輸出|回答)|请扮演|請扮演|(?:你|您)的(?:新|真正|唯一|下一个|下一個)?(?:任务|任務|角色|指令|职责|職責|目标|目標|系统|系統|输出|輸出|摘要|总结|總結|回答|回复|回覆|标题|標題|译文|譯文)|(?:开发者|開發者|管理员|管理員|调试|調試)模式(?:已|:|启动|啟動)/,
  /(?:系统|系統)(?:提示|指令|消息|訊息|命令|通知)(?:词|詞)?\s*:|新的?指令\s*:|隐藏指令|隱藏指令|(?:^|\n)(?:系统|系統|助手|用户|用戶|指令)\s*:/m,
  /(?:如果|若|假如|倘若)(?:你|您)?(?:是|为|為).{0,12}(?:ai|人工智能|人工智慧|模型|助手|助理|机器人|機器人|程序|程式)/,
  /(?:致|给|給|请|請|各位|所有|任何|告)(?:各位|所有|任何|阅读本文的|閱讀本文的|正在|负责|負責|读到|讀到)?.{0,10}(?:ai|人工智能|人工智慧|语言模型|語言模型|大模型|助手|助理|摘要器|摘要系统|摘要系統|摘要程序|摘要程式|机器人|機器人|模型)\s*[:,，、。!]/,
  /(?:ai|人工智能|人工智慧|语言模型|語言模型|大模型|助手|助理|摘要器|机器人|機器人)(?:们|們)?[,:，]?\s*(?:请|請|必须|必須|务必|務必|注意|应当|應當|应该|應該|只能|要)(?:把|将|將|在|只|直接|原样|原樣)?/,
  /(?:(?<!申|邀|聘|宴|提)(?:请|請)(?![假求教客愿願])|务必|務必|只需|只能|直接|一律|改为|改為)\s*(?:原样|原樣|逐字|完整|只|(?:在|于|於)[^。\n]{0,8}?)?\s*(?:输出|輸出|打印|列印|回复|回覆|回答|写上|寫上|写出|寫出|写下|寫下|附上|复述|複述|重复|重複|说出|說出|说|說)/,
  /(?:摘要|标题|標題|总结|總結|概要|译文|譯文|影响一栏|影響一欄|首句|每句)(?:里|裡|中|内|內|处|處)?[^。\n]{0,6}(?:必须|必須|务必|務必|应当|應當|應該|应该|请|請|需要|只能|只写|只寫|改为|改為|改成|写成|寫成|写上|寫上|写明|寫明|开头|開頭|末尾|结尾|結尾|设为|設為|换成|換成|要写|要寫)/,
  /(?:把|将|將).{0,20}(?:写进|寫進|写入|寫入|加入|放进|放進|放在|插入|加到|写到|寫到|翻译成|翻譯成|译为|譯為|改为|改為|改成|换成|換成).{0,8}(?:摘要|标题|標題|总结|總結|回答|译文|譯文|开头|開頭|结尾|結尾|首句|答案|输出|輸出|[「“"':])/,
  // Japanese.
  /(?:以前|これまで|ここまで|上記|上の|前の|先の|先ほど|すべて|全て|あらゆる|今まで|与えられた|元の|従来).{0,10}(?:指示|命令|プロンプト|ルール|指令|制約|設定|規則|内容|文脈).{0,12}(?:無視|忘れ|破棄|従わ|無効|捨て|取り消|上書き|リセット)/,
  /(?:指示|命令|プロンプト|ルール|制約)(?:を|は)(?:すべて|全て|一切)?(?:無視|忘れ|破棄|無効|従わ)/,
  /あなた(?:は|の(?:新しい|本当の|次の)?(?:任務|役割|仕事|指示|要約|回答|出力|見出し|使命|目的))|(?:今|いま|これ|ここ|現在)から(?:は)?(?:あなた|君|お前|次の)|(?:として|ように)振る舞|になりきっ|(?:開発者|管理者|デバッグ|メンテナンス)モード(?:起動|開始|:|に入)/,
  /システム(?:プロンプト|指示|メッセージ|命令|通知)|新しい(?:指示|命令|指令)|(?:^|\n)(?:システム|アシスタント|指示|命令|ユーザー)\s*[:】]/m,
  /(?:出力|回答|返答|返信|記載|記述|記入|挿入|追加|追記|表示|引用|要約|翻訳|印字|復唱|発言|言及|書き換え|置き換え|差し替え|書い|言っ|加え|入れ|含め|答え|返し|貼っ|付け|訳し|述べ|繰り返し)(?:て|して)?(?:ください|下さい|おけ|ほしい|しなさい|なさい|せよ|すること|ること|ろ(?:。|$|\s))/m,
  /(?:要約|見出し|回答|出力|翻訳|訳文|タイトル|影響欄?|まとめ|一文目)(?:に|には|は|の|を|で|文).{0,24}(?:必ず|含め|書|入れ|追加|加え|記|とする|とせよ|せよ|にする|のみ|だけ|変え|置き|始め|終え)/,
  /(?:ai|モデル|アシスタント|要約(?:器|システム|プログラム|担当)|ボット|llm|エージェント)(?:の皆さん|各位|諸君|さん|様)?(?:へ[:、]|に告ぐ|宛|への(?:指示|注意|お願い|連絡|命令)|は(?:必ず|次|以下|この|こう|直ちに))|(?:もし|仮に)?あなたが.{0,14}(?:ai|モデル|アシスタント|ボット|機械|プログラム)/,
  // Korean.
  /(?:이전|위의?|앞의?|앞선|모든|지금까지|기존|상기|원래).{0,12}(?:지시|명령|프롬프트|규칙|지침|내용|설정|제약|요청).{0,14}(?:무시|잊|따르지|삭제|취소|무효|버리|폐기|덮어)/,
  /(?:당신|너|귀하)(?:은|는|의)\s*(?:이제|지금|새로운|새|진짜|다음|요약|출력|답변|역할|임무|제목|ai|모델)|(?:지금|이제|여기)부터\s*(?:는\s*)?(?:당신|너|다음|오직|모든)|(?:개발자|관리자|디버그|유지보수)\s*모드|(?:인 척|처럼 행동)/,
  /시스템\s*(?:프롬프트|메시지|지시|명령|알림)|새로운?\s*(?:지시|명령|지침)|(?:^|\n)(?:시스템|어시스턴트|지시|명령|사용자)\s*:/m,
  /(?:출력|답변|응답|대답|작성|포함|추가|삽입|기재|표시|번역|요약|인용|반복|언급|교체|변경|복사|기록|시작|반환|입력)\s*(?:하세요|하십시오|해라|해\s*주세요|하라|하시오|할\s*것|해\s*줘|해야|바랍니다|하도록)|(?:바꾸|쓰|적|넣)(?:으)?(?:세요|십시오|시오|라\b)|(?:말|써|적어|넣어|붙여|바꿔|바꾸어|쓰)\s*(?:하세요|하라|라\b|주세요|주십시오|세요|십시오|시오|줘|야)/,
  /(?:요약|제목|헤드라인|답변|출력|번역|첫 문장)(?:문|본)?(?:에는?|은|는|의|을|를)?.{0,16}(?:반드시|포함하|넣|쓰(?:라|세|십|시)|적(?:으|어)|여야|해야|바꾸|시작(?:하|해)|끝내)/,
  /(?:ai|모델|어시스턴트|챗봇|요약기|요약 (?:시스템|프로그램)|봇|인공지능)(?:에게|은|는|께|여|들은|들에게)\s*.{0,12}(?:반드시|다음을|지시|알립|명령|하라|주세요|:)|(?:만약\s*)?(?:당신|너|귀하)(?:이|가).{0,14}(?:ai|모델|어시스턴트|봇|인공지능|프로그램)/,
]

/** Letters that look like Latin ones; `LATIN` has their counterparts in the same order. */
const LOOKALIKE = 'аеорсухіјѕԁɡһοαειντυκıⅼոԛԝмткв'
const LATIN = 'aeopcyxijsdghoaeivtukilnqwmtkb'
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  [...LOOKALIKE].map((char, index): [string, string] => [char, LATIN[index]!]),
)
const DIGITS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
}
const BASE64 = /[A-Za-z0-9+/]{32,}={0,2}/g
/** Most characters read; a prompt holds fewer. */
const MOST_READ = 20_000

/**
 * Whether a text addresses a model, as injected instructions do, in English, Chinese, Japanese or Korean. Look-alike letters, digits
 * for letters, spaced letters, invisible characters and base64 are decoded.
 *
 * Reports about such attacks match too. That costs little: they are withheld from the model, but the extractive summary still reads
 * them. False positives: 8 of 1,348 items of AI news in four languages.
 */
export function addressesModel(text: string): boolean {
  const read = text.slice(0, MOST_READ)
  return variantsOf(read).some((variant) => PATTERNS.some((pattern) => pattern.test(variant)))
}

function variantsOf(text: string): readonly string[] {
  const plain = foldText(text)
  const lookalikes = plain.replace(/[^\x00-\x7f]/gu, (char) => LOOKALIKES.get(char) ?? char)
  const digits = lookalikes.replace(/(?<=[a-z])[013457@$]+(?=[a-z])|\b[013457@$](?=[a-z]{2})/g, (run) =>
    [...run].map((char) => DIGITS[char] ?? char).join(''),
  )
  const joined = plain.replace(/\b(?:[a-z][ .\-_*]){3,}[a-z]\b/g, (letters) => letters.replace(/[ .\-_*]/g, ''))
  const hidden = [...text.matchAll(BASE64)].map(([code]) => foldText(Buffer.from(code, 'base64').toString('utf8')))
  return [...new Set([plain, lookalikes, digits, joined, ...hidden])]
}

function foldText(text: string): string {
  return visibleText(text.normalize('NFKC'))
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ \t]+/g, ' ')
}
