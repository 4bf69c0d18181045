/**
 * Words by which what stands beside an article gives itself away, in the languages whose pages we met. Read off the `tuned` half of
 * `bench/articles`; the `kept` half rises with them (see its README).
 */

/** In a `class`, an `id` or the name of an element: lists of other pages, forms, people, advertisements. */
export const BESIDE_NAME =
  /related|recommend|newsletter|signup|sign-up|subscri|shar(?:e|ing)\b|sharedaddy|social|comment(?!ar)|disqus|promo(?!ted-content)|advert|sponsor|breadcrumb|cookie|consent|paywall|byline|author-?(?:box|bio|info|card)|about-?author|\bbio\b|postmeta|tag-?(?:cloud|list|links)|\btags\b|widget|outbrain|taboola|read-?more|\bpopular\b|trending|\btoc\b|toc_container|print-?(?:link|recipe)|recipe-print|editsection|catlinks|navbox|reflist|disclaimer|privacy_notice|community-notice|third-party|placeholder|inline-teaser|see-?also|mostread|most-?read|noprint/i

/** Readers' own words, which may be far longer than the article. */
export const COMMENTS_NAME = /\b(?:comments|comment-?(?:list|section|area)|commentlist|disqus|kommentare)\b/i

/** Of pictures: what they show and who took them. */
export const CAPTION_NAME =
  /caption|credit|copyright|photographer|image-?desc|bildunterschrift|bildnachweis|bildtext|legende\b|img-?text/i

/** A heading that opens a list of other pages, a form, or a word about the house. */
export const BESIDE_HEADING =
  /^(?:related|more (?:on|from|stories|news|to read)|read (?:more|next|also)|you (?:may|might) (?:also )?like|recommended|most (?:read|popular)|trending|about the author|leave a (?:comment|reply)|comments?|share this|newsletter|subscribe|sign up|join our|tags?|sources?:?$|references$|external links$|see also$|(?:ä|ae)hnliche|weitere (?:artikel|beitr|themen|info|news|meldungen)|weiterführende|mehr (?:zum|zu|von|aus|news)|meist(?:gelesen|diskutiert)|beiträge zum|das könnte|auch interessant|lesen sie|ansprechpartner|kontakt|über (?:den|die) autor|kommentare?|schreibe einen kommentar|teilen|links zum|passend|zum weiterlesen|entdecken sie|à lire|lire aussi|articles? (?:liés|similaires)|sur le même|plus d'articles|commentaires|artículos? relacionad|noticias relacionad|te puede interesar|lea (?:también|más)|más (?:noticias|sobre)|lo más|comentarios|leggi anche|articoli correlati|potrebbe interessarti|leia (?:também|mais)|veja também|notícias relacionadas|lees ook|czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|powiązane|polecane|関連記事|関連リンク|あわせて読みたい|おすすめ|人気記事|相关(?:阅读|文章|新闻|推荐)|相關(?:閱讀|文章|新聞)|推荐阅读|延伸閱讀|猜你喜欢|热门|관련 ?(?:기사|뉴스)|추천|많이 본)/iu

/** A paragraph that sends the reader to another page: it begins so, and is short or little but a link. */
export const BESIDE_PARAGRAPH =
  /^(?:(?:read|see|watch|listen|click) (?:also|more|next|this|here)|also read|related(?: coverage| story| stories| articles?)?\s*:|more (?:on|from) |lesen sie (?:auch|hier|dazu)|lesetipp|mehr (?:dazu|zum thema|infos?)|siehe auch|weitere informationen|weiterführende|lire aussi|à lire(?: aussi)?|voir aussi|lea(?: también| más| además)?\s*:|lee también|te puede interesar|ver también|puedes leer|leggi anche|guarda anche|leia (?:também|mais)|veja também|saiba mais|lees ook|czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|関連記事|あわせて読みたい|相关(?:阅读|链接)|相關(?:閱讀|連結)|延伸閱讀|관련 ?기사)/iu

/** A short paragraph that asks for a subscription or a download, or says who holds the rights. */
export const BESIDE_NOTICE =
  /\b(?:subscribe (?:now|today|to)|sign up (?:for|to|now)|join our newsletter|(?:our|unser\w*|kostenlosen?|daily|weekly) newsletter|right to your inbox|download the .{1,40} apps?|all rights reserved|abonnieren sie|jetzt abonnieren|newsletter (?:abonnieren|an)|melden sie sich|suscríbete|suscribirse|hazte (?:miembro|socio)|abonnez-vous|inscrivez-vous|iscriviti|assine|inscreva-se|zapraszamy .{0,20}subskrypcji|uses? akismet|verwendet akismet|iphone (?:and|und|y) android|ios and android)|^(?:©|\(c\)|copyright\b)|(?:订阅|訂閱).{0,12}(?:电子报|電子報|通讯|通訊)|(?:メルマガ|ニュースレター).{0,8}登録|구독하기/iu

/** A line that only says who made a picture. */
export const CREDIT =
  /^(?:(?:crédits?|credits?) ?(?:photos?|images?|:)|photo(?:graph(?:s|y)?)?(?: credits?)?(?: by| ?:|\/)|image(?: credits?)? ?(?:by|:|via )|bild(?:er|quelle|nachweis)?(?: via| ?:)|fotos? ?(?:\(|:|credit|von |by )|fotocredit|quelle ?:|źródło ?:|fot\. |foto de |©|\(c\) |写真[:：]|图片来源|圖片來源|사진 ?[=:])/iu
