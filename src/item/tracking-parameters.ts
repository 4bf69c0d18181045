import { isMarketParameter } from './market-parameters.ts'
import { isPublisherParameter } from './publisher-parameters.ts'

/**
 * Query parameters that say how a reader came to a page and not which page it is. We compiled the list from vendors'
 * documentation (analytics, advertising and newsletter tools) and from addresses seen in feeds. It deliberately omits
 * names that identify pages on some sites (`id`, `p`, `v`, `q`, `s`, `t`, `page`, `tag`, `story`).
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
    '__twitter_impression sznclid s_kwcid intcmp int_campaign ref_src ref_url ref_ referrer referrer_id mc amp_js_v amp_gsa usqp fromappshare isappinstalled'
  ).split(' '),
)

const FAMILIES =
  'utm_ mtm_ pk_ piwik_ matomo_ ga_ hsa_ otm_ vn_ stm_ cx_ guce_ sfmc_ hmb_ fb_action_ fb_ref dop_'.split(' ')

/** `amc`, `cmc`, `wmc`: media codes of web analytics. */
const MEDIA_CODE = /^[a-z]mc$/

/** Values of the parameters in `WAY_NAMES` that only say how a reader came. */
const WAYS = new Set(
  (
    'rss feed feeds atom rssfeed homepage home twitter x facebook fb linkedin reddit hackernews hn mastodon bluesky threads ' +
    'newsletter email mail nl share sharing social producthunt google googlenews gnews flipboard feedly telegram whatsapp ' +
    'weixin wechat weibo qq app ios android appnews rss_feed rss20 techmeme smartnews tldr tldrai'
  ).split(' '),
)

const WAY_NAMES = new Set(['ref', 'source', 'src', 'from', 'via', 'ref_source', 'cmp', 'medium'])

const HOST_NAME = /^(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}$/

/** Hosts where `ref` and `source` name a branch, a registry or a resource. */
const REF_IS_IDENTITY = [
  'github.com',
  'githubusercontent.com',
  'gitlab.com',
  'codeberg.org',
  'cloudflare.com',
  'prismic.io',
]

/** Telemetry endpoints, which serve no pages; only `id` is kept there. */
const BEACONS = new Set(['arms-retcode.aliyuncs.com'])

/** Whether a query parameter can be dropped from an address at this host and the address still lead to the same page. */
export function isTrackingParameter(host: string, name: string, value: string): boolean {
  // `&amp;` escaped twice leaves `amp;` in front of the next name.
  const key = name.toLowerCase().replace(/^amp;/, '')
  if (ANYWHERE.has(key) || FAMILIES.some((family) => key.startsWith(family)) || MEDIA_CODE.test(key)) return true
  if (BEACONS.has(host)) return key !== 'id'
  if (isPublisherParameter(host, key) || isMarketParameter(host, key)) return true
  if (key === 'amp') return value === '' || value === '1' || value === 'true'
  return WAY_NAMES.has(key) && !REF_IS_IDENTITY.some((own) => isHostOf(host, own)) && isWay(value.toLowerCase())
}

function isWay(value: string): boolean {
  return value === '' || WAYS.has(value) || (value.length <= 253 && HOST_NAME.test(value))
}

/** Whether `host` is `owner` or one of its subdomains. */
export function isHostOf(host: string, owner: string): boolean {
  return host === owner || host.endsWith(`.${owner}`)
}
