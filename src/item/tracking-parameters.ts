/**
 * Query parameters that say how a reader came to a page and not which page it is. The list is our own, written from what
 * the vendors document (analytics, advertising and newsletter tools) and from addresses seen in feeds. Left out on purpose:
 * names that are identity somewhere (`id`, `p`, `v`, `q`, `s`, `t`, `page`, `tag`, `story`).
 */
const ANYWHERE = new Set(
  // Google, Microsoft, Meta, X, TikTok, LinkedIn, Yandex, Reddit, Pinterest click ids
  (
    'gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid srsltid _ga _gl _gac gs_l msclkid fbclid fb_action_ids ' +
    'fb_action_types fb_source fb_ref action_object_map action_type_map action_ref_map igshid igsh twclid __twitter_impression ' +
    'ttclid li_fat_id trk_contact trk_msg trk_module trk_sid yclid ymclid _openstat rdt_cid epik s_kwcid ef_id wickedid ' +
    // e-mail and marketing automation: Mailchimp, HubSpot, Marketo, Vero, Drip, MailerLite, Klaviyo, Omeda, Customer.io, Braze
    'mc_cid mc_eid mc_tc _hsenc _hsmi __hssc __hstc __hsfp hsctatracking mkt_tok vero_id vero_conv __s ml_subscriber ' +
    'ml_subscriber_hash _ke _kx oly_anon_id oly_enc_id cio_id _bhlid bhlid rb_clickid sc_uid sc_cid s_cid cmpid icid ncid ' +
    'mod_source wt_mc wt_zmc wtmc wtrid spm tracking_source ceneo_spo os_ehash echobox sfmc_id sfmc_sub jobid_sfmc ' +
    'hmb_campaign hmb_medium hmb_source itm_campaign itm_medium itm_source itm_content itm_term ' +
    // publishers' own
    'guccounter guce_referrer guce_referrer_sig guce_referrer_us at_medium at_campaign at_link_id at_link_type at_format ' +
    'at_ptr_name at_bbc_team at_link_origin ns_mchannel ns_source ns_campaign ns_linkname ns_fee nl_art nlid ' +
    'ftag dicbo xtor cid_source reflink sharetype share_source sharefrom soc_src soc_trk ' +
    'ref_src ref_url referrer_id amp_js_v amp_gsa usqp fromappshare isappinstalled'
  ).split(' '),
)

const FAMILIES = [
  'utm_',
  'mtm_',
  'pk_',
  'piwik_',
  'matomo_',
  'ga_',
  'hsa_',
  'otm_',
  'vn_',
  'stm_',
  'cx_',
  'guce_',
  'sfmc_',
]

/** Values of `ref`, `source`, `src`, `from`, `via` that only name the way a reader came. */
const WAYS = new Set(
  (
    'rss feed feeds atom rssfeed homepage home twitter x facebook fb linkedin reddit hackernews hn mastodon bluesky threads ' +
    'newsletter email mail nl share sharing social producthunt google googlenews gnews flipboard feedly telegram whatsapp ' +
    'weixin wechat weibo qq app ios android appnews rss_feed rss20 techmeme smartnews tldr tldrai'
  ).split(' '),
)

const WAY_NAMES = new Set(['ref', 'source', 'src', 'from', 'via', 'referrer', 'ref_source', 'cmp', 'medium'])

const HOST_NAME = /^(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}$/

/** Parameters to drop on one publisher only; keyed by registrable name, matched on it and its subdomains. */
const BY_HOST = new Map<string, readonly string[]>([
  [
    'youtube.com',
    [
      'feature',
      'si',
      'pp',
      'ab_channel',
      'embeds_referring_euri',
      'embeds_referring_origin',
      'source_ve_path',
      'kw',
      'attr_tag',
      'app',
    ],
  ],
  ['x.com', ['s', 't', 'cxt', 'ref_src', 'ref_url', 'src']],
  ['twitter.com', ['s', 't', 'cxt', 'ref_src', 'ref_url', 'src']],
  ['spotify.com', ['si', 'nd', 'dl_branch', '_branch_match_id', 'context', 'pi', 'dlsi']],
  ['instagram.com', ['hl', 'img_index', 'utm_source']],
  [
    'facebook.com',
    [
      'mibextid',
      'rdid',
      'share_url',
      '__tn__',
      '__xts__',
      '__cft__',
      'eid',
      'refsrc',
      'hc_location',
      'notif_id',
      'notif_t',
      'ref',
      '__so__',
      '__rv__',
      'sfnsn',
      'paipv',
      'eav',
    ],
  ],
  [
    'reddit.com',
    [
      'share_id',
      'rdt',
      'ref',
      'ref_source',
      'ref_campaign',
      'correlation_id',
      'post_fullname',
      'context',
      'utm_name',
      'chainedposts',
      '$deep_link',
      '$3p',
      '$original_url',
      '_branch_match_id',
      '_branch_referrer',
    ],
  ],
  ['linkedin.com', ['trk', 'trackingid', 'refid', 'rcm', 'lipi', 'lici', 'originalsubdomain', 'position', 'pagenum']],
  ['medium.com', ['source', 'sk', 'responsesopen', 'sortby', 'gi']],
  [
    'substack.com',
    [
      'r',
      'publication_id',
      'post_id',
      'isfreemail',
      'triedredirect',
      'triedsigningin',
      'showwelcome',
      'showwelcomeonshare',
      'token',
    ],
  ],
  [
    'amazon.com',
    [
      'ref',
      'ref_',
      'tag',
      'linkcode',
      'creativeasin',
      'ascsubtag',
      'pd_rd_i',
      'pd_rd_r',
      'pd_rd_w',
      'pd_rd_wg',
      'pf_rd_p',
      'pf_rd_r',
      'qid',
      'sr',
      'keywords',
      'crid',
      'sprefix',
      'dib',
      'dib_tag',
      'psc',
      'th',
      '_encoding',
      'camp',
      'creative',
    ],
  ],
  [
    'bilibili.com',
    [
      'spm_id_from',
      'vd_source',
      'from_spmid',
      'from_source',
      'share_medium',
      'share_plat',
      'share_session_id',
      'share_source',
      'share_tag',
      'share_times',
      'timestamp',
      'bbid',
      'ts',
      'unique_k',
      'seid',
      'msource',
      'refer_from',
      'plat_id',
      'is_story_h5',
      'buvid',
      'up_id',
    ],
  ],
  [
    'weixin.qq.com',
    [
      'scene',
      'chksm',
      'subscene',
      'sessionid',
      'clicktime',
      'enterid',
      'ascene',
      'devicetype',
      'version',
      'nettype',
      'abtest_cookie',
      'lang',
      'exportkey',
      'pass_ticket',
      'wx_header',
      'srcid',
      'sharer_shareinfo',
      'sharer_shareinfo_first',
      'poc_token',
      'click_id',
      'key',
      'uin',
    ],
  ],
  ['weibo.com', ['from', 'wvr', 'mod', 'loc', 'sourcetype', 'luicode', 'lfid', 'display', 'retcode']],
  ['zhihu.com', ['utm_psn', 'utm_id', 'hb_wx_block', 'share_code', 'session_id']],
  ['36kr.com', ['f', 'ktm_source', 'channel']],
  ['naver.com', ['ntype', 'rc', 'cds', 'ni']],
  ['yahoo.co.jp', ['source', 'ref', 'sc_e', 'sc_u', 'sc_i']],
  ['nikkei.com', ['n_cid']],
  ['asahi.com', ['iref', 'ref']],
  ['mainichi.jp', ['cx_fm', 'cx_ml', 'cx_mdate', 'cx_testid', 'cx_artpos']],
  [
    'nytimes.com',
    [
      'smid',
      'smtyp',
      'partner',
      'emc',
      'campaign_id',
      'instance_id',
      'segment_id',
      'user_id',
      'regi_id',
      'te',
      'nl',
      'ref',
      'referringsource',
      'unlocked_article_code',
      'searchresultposition',
      'action',
      'module',
      'pgtype',
      'region',
      'auth',
      'register',
    ],
  ],
  ['washingtonpost.com', ['itid', 'wp_main', 'tid', 'pml', 'pwapi_token', 'carta-url', 'wpisrc', 'wpmm']],
  ['wsj.com', ['mod', 'reflink', 'st', 'pos', 'cx_refmodule', 'ns']],
  ['bloomberg.com', ['srnd', 'sref', 'cmpid', 'in_source', 'accesstoken', 'leadsource', 'embedded-checkout']],
  ['ft.com', ['sharetype', 'accesstoken', 'shareid', 'segmentid', 'desktop', 'syn-25a6b1a6', 'ftcamp']],
  ['economist.com', ['fsrc', 'gclsrc', 'taid']],
  ['theguardian.com', ['cmp', 'cmp_tu', 'cmp_bunit', 'dcr', 'ref']],
  ['bbc.com', ['at_bbc_team', 'xtor', 'ocid', 'facebook_page', 'pinned_post_locator', 'pinned_post_asset_id']],
  ['bbc.co.uk', ['at_bbc_team', 'xtor', 'ocid', 'facebook_page']],
  ['cnn.com', ['cid', 'iid', 'dicbo']],
  ['cnbc.com', ['__source', '__twitter_impression', 'qsearchterm', 'tpcc']],
  ['reuters.com', ['taid', 'edition-redirect', 'rpc', 'feedtype', 'feedname']],
  ['scmp.com', ['module', 'pgtype', 'campaign', 'tc', 'src', 'share', 'ueg']],
  ['forbes.com', ['sh', 'ss', 'ctpv']],
  ['techcrunch.com', ['tpcc', 'guccounter', 'ncid', 'sr_share']],
  ['businessinsider.com', ['op', 'r', 'ir', 'nr_email_referer']],
  ['axios.com', ['stream']],
  [
    'msn.com',
    [
      'cvid',
      'ocid',
      'ei',
      'pc',
      'apiversion',
      'noservercache',
      'domshim',
      'renderwebcomponents',
      'wcseo',
      'batchservertelemetry',
      'noservertelemetry',
    ],
  ],
  ['theverge.com', ['showcomments', 'scrolla']],
  ['wired.com', ['mbid', 'bxid', 'cndid', 'esrc', 'source', 'redirecturl', 'hasha', 'hashb', 'hashc']],
  [
    'github.com',
    ['tab_from', 'email_source', 'email_token', 'notification_referrer_id', 'ref_cta', 'ref_loc', 'ref_page'],
  ],
  ['huggingface.co', ['duplicate_from', 'source']],
  [
    'apple.com',
    [
      'itscg',
      'itsct',
      'ign-itscg',
      'ign-itsct',
      'at',
      'ct',
      'ls',
      'app',
      'uo',
      'mttnsubad',
      'mttn3pid',
      'mttnsubplmnt',
      'mttnagencyid',
      'mttncc',
    ],
  ],
  [
    'google.com',
    [
      'ved',
      'ei',
      'usg',
      'sa',
      'oq',
      'sxsrf',
      'sourceid',
      'aqs',
      'uact',
      'sca_esv',
      'sca_upv',
      'gs_lcp',
      'gs_lp',
      'biw',
      'bih',
      'dpr',
      'iflsig',
      'rlz',
      'fbs',
      'ictx',
      'cshid',
      'vet',
      'atyp',
      'cad',
      'esrc',
      'pcampaignid',
    ],
  ],
  [
    'bing.com',
    ['cvid', 'form', 'sk', 'sp', 'sc', 'qs', 'pq', 'toid', 'redig', 'ghsh', 'ghacc', 'ghpl', 'refig', 'pglt'],
  ],
  ['aliyun.com', ['spm', 'scm', 'userid']],
  ['baidu.com', ['fr', 'rsv_idx', 'rsv_pq', 'rsv_t', 'rsv_enter', 'inputt', 'rqlang', 'wfr', 'sshare', 'from']],
  [
    'toutiao.com',
    [
      'app',
      'timestamp',
      'use_new_style',
      'share_token',
      'tt_from',
      'share_uid',
      'share_did',
      'req_id',
      'group_id',
      'category_new',
      'log_from',
      'source',
    ],
  ],
  ['sina.com.cn', ['from', 'cre', 'mod', 'loc', 'r', 'rfunc', 'tj', 'vt', 'pos', 'wm', 'cref']],
  ['sohu.com', ['scm', 'spm', '_f', 'pvid', 'edtsign', 'edtcode', 'code']],
  ['163.com', ['clickfrom', 'spss', 'spssid', 'spsw', 'spsnuid', 'from', 'referfrom', 'isfromothe']],
])

/** Hosts where `ref` and `source` name a branch, a registry or a resource. */
const REF_IS_IDENTITY = [
  'github.com',
  'githubusercontent.com',
  'gitlab.com',
  'codeberg.org',
  'cloudflare.com',
  'prismic.io',
]

/** Whether a query parameter can be dropped from an address at this host without leading elsewhere. */
export function isTrackingParameter(host: string, name: string, value: string): boolean {
  // `&amp;` escaped once too often leaves its tail on the next name.
  const key = name.toLowerCase().replace(/^amp;/, '')
  if (ANYWHERE.has(key) || FAMILIES.some((family) => key.startsWith(family))) return true
  if (publisherParameters(host)?.includes(key)) return true
  if (key === 'amp') return value === '' || value === '1' || value === 'true'
  return WAY_NAMES.has(key) && !REF_IS_IDENTITY.some((own) => isHostOf(host, own)) && isWay(value.toLowerCase())
}

function isWay(value: string): boolean {
  return value === '' || WAYS.has(value) || (value.length <= 253 && HOST_NAME.test(value))
}

function publisherParameters(host: string): readonly string[] | undefined {
  for (let at = 0; at !== -1; at = nextLabel(host, at)) {
    const found = BY_HOST.get(host.slice(at))
    if (found) return found
  }
  return undefined
}

function nextLabel(host: string, at: number): number {
  const dot = host.indexOf('.', at)
  return dot === -1 ? -1 : dot + 1
}

/** Whether `host` is `owner` or one of its subdomains. */
export function isHostOf(host: string, owner: string): boolean {
  return host === owner || host.endsWith(`.${owner}`)
}
