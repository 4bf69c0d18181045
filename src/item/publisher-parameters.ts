/**
 * Tracking parameters of single publishers: `host: names`, continued on indented lines. Compiled by us from the addresses these
 * sites produce when a page is shared. A row applies to the host and its subdomains, case-insensitively; of several the most specific
 * host counts. A `*` stands for up to 100 characters.
 */
const TABLE = `
163.com: clickfrom spss spssid spsw spsnuid from referfrom isfromothe
36kr.com: f ktm_source channel
9gag.com: ref
academic.oup.com: redirectedfrom
accounts.firefox.com: entrypoint form_type
aktualne.cz: dop_ab_variant dop_source_zone_name dop_req_id dop_id
aliyun.com: spm scm userid
allrecipes.com: internalsource referringid referringcontenttype clickid
amazon.com: ref ref_ tag linkcode creativeasin ascsubtag pd_rd_i pd_rd_r pd_rd_w pd_rd_wg pf_rd_p pf_rd_r qid sr
  keywords crid sprefix dib dib_tag psc th _encoding camp creative srs spia ms3_c refrid colid coliid qualifier
  smid field-lbr_brands_browse-bin aaxitk rnid dchild content-id social_share starsleft skiptwisterog ie
apple.com: itscg itsct ign-itscg ign-itsct at ct ls app uo mttnsubad mttn3pid mttnsubplmnt mttnagencyid mttncc
  ign-itsc*
asahi.com: iref ref
autoplus.fr: idprob hash sending_id site_id dr_tracker
axios.com: stream
bahn.de: dbkanal_*
baidu.com: fr rsv_idx rsv_pq rsv_t rsv_enter inputt rqlang wfr sshare from
bbc.co.uk: at_bbc_team xtor ocid facebook_page at_*
bbc.com: at_bbc_team xtor ocid facebook_page pinned_post_locator pinned_post_asset_id at_*
billiger.de: p
bilibili.com: spm_id_from vd_source from_spmid from_source share_medium share_plat share_session_id share_source
  share_tag share_times timestamp bbid ts unique_k seid msource refer_from plat_id is_story_h5 buvid up_id
  callback share_from from mid visit_id session_id broadcast_type is_room_feed
bing.com: cvid form sk sp sc qs pq toid redig ghsh ghacc ghpl refig pglt qp
bloculus.com: tl_*
bloomberg.com: srnd sref cmpid in_source accesstoken leadsource embedded-checkout
boredpanda.com: h
businessinsider.com: op r ir nr_email_referer
cafepedagogique.net: actid actcampaigntype actsource
cell.com: _returnurl
change.org: source_location psf_variant share_intent
cnbc.com: __source __twitter_impression qsearchterm tpcc
cnn.com: cid iid dicbo
dailycodingproblem.com: email
dailymail.co.uk: ito ico
deeplearning.ai: ecid
diepresse.com: from xt_at
disq.us: cuid
ebay.com: _trkparms _trksid _from hash
economist.com: fsrc gclsrc taid
eonline.com: source medium content
etsy.com: click_key click_sum organic_search_click ref
facebook.com: mibextid rdid share_url __tn__ __xts__ __cft__ eid refsrc hc_location notif_id notif_t ref __so__
  __rv__ sfnsn paipv eav comment_tracking dti video_source ftentidentifier padding ls_ref action_history
  tracking referral_code referral_story_type wtsid rdc rdr _rdr __nc_x __nsd app pageid idorvanity _nc_x hc_*
  __xts__* __cft__* *ref*
fiverr.com: context_referrer source ref_ctx_id funnel
forbes.com: sh ss ctpv
ft.com: sharetype accesstoken shareid segmentid desktop syn-25a6b1a6 ftcamp
gamespot.com: ftag posttype servicetype uniqueid thetime
giphy.com: ref
github.com: tab_from email_source email_token notification_referrer_id ref_cta ref_loc ref_page
goodreads.com: from_search from_srp qid rank ac
google.com: ved ei usg sa oq sxsrf sourceid aqs uact sca_esv sca_upv gs_lcp gs_lp biw bih dpr iflsig rlz fbs
  ictx cshid vet atyp cad esrc pcampaignid gfe_rd gfe_src gws_rd _u dcr sei
healio.com: ecp m_bt
hs.fi: share
huggingface.co: duplicate_from source
imdb.com: ref_ pf_rd_i pf_rd_m pf_rd_p pf_rd_r pf_rd_s pf_rd_t pf_rd_* pd_rd_*
indeed.com: from alid atk
instagram.com: hl img_index utm_source
iprima.cz: sznclid dop_ab_variant dop_source_zone_name dop_req_id dop_id
kahoot.it: refer_method
kevinroebert.gitlab.io: test
linkedin.com: trk trackingid refid rcm lipi lici originalsubdomain position pagenum li* u
mainichi.jp: cx_fm cx_ml cx_mdate cx_testid cx_artpos
marketscreener.com: type_recherche mots noredirect rewritelast lien acomposeinputsearch type_recherche_forum
  add_mots countview
medium.com: source sk responsesopen sortby gi
meetup.com: rv _xtd
metro.co.uk: ito
mozilla.org: src platform redirect_source as
mozillazine.org: sid
msn.com: cvid ocid ei pc apiversion noservercache domshim renderwebcomponents wcseo batchservertelemetry
  noservertelemetry
naver.com: ntype rc cds ni
net-parade.it: pl
netflix.com: trackid tctx jbv jbp jbr jb*
newsletter.lidl.com: x
newyorker.com: source bxid cndid esrc mbid
nikkei.com: n_cid adid i_cid waad
norml.org: link_id can_id source email_referrer email_subject
novinky.cz: dop_ab_variant dop_source_zone_name dop_req_id dop_id source seq_no
nytimes.com: smid smtyp partner emc campaign_id instance_id segment_id user_id regi_id te nl ref referringsource
  unlocked_article_code searchresultposition action module pgtype region auth register
onet.pl: srcc
prvnizpravy.cz: xid
quizlet.com: funneluuid
readdc.com: ref
reddit.com: share_id rdt ref ref_source ref_campaign correlation_id post_fullname context utm_name chainedposts
  \u0024deep_link \u00243p \u0024original_url _branch_match_id _branch_referrer
reuters.com: taid edition-redirect rpc feedtype feedname
scmp.com: module pgtype campaign tc src share ueg
seznamzpravy.cz: dop_ab_variant dop_source_zone_name dop_req_id dop_id source seq_no
sina.com.cn: from cre mod loc r rfunc tj vt pos wm cref
snapchat.com: sc_referrer sc_ua
sohu.com: scm spm _f pvid edtsign edtcode code
spiegel.de: b sara_ref sara_ecid
spotify.com: si nd dl_branch _branch_match_id context pi dlsi
steampowered.com: snr
substack.com: r publication_id post_id isfreemail triedredirect triedsigningin showwelcome showwelcomeonshare
  token
swp.de: source
taobao.com: price sourcetype suid ut_sk un share_crt_v sp_tk cpp shareurl short_name app scm pvid algo_expid
  algo_pvid ns abbucket ali_refid ali_trackid acm utparam pos abtest trackinfo utkn scene
techcrunch.com: tpcc guccounter ncid sr_share sr
teletrader.com: internal
test.clearurls.xyz: test
theguardian.com: cmp cmp_tu cmp_bunit dcr ref
thetimes.co.uk: sharetoken
thetimes.com: sharetoken
theverge.com: showcomments scrolla
thunderbird.net: src
tiktok.com: u_code preview_pb _d _t _r timestamp user_id share_app_name share_iid source is_from_webapp
  sender_device is_copy_url share_link_id sec_uid web_id
toutiao.com: app timestamp use_new_style share_token tt_from share_uid share_did req_id group_id category_new
  log_from source
tweakers.net: nb u
twitch.com: tt_medium tt_content
twitch.tv: tt_medium tt_content
twitter.com: s t cxt ref_src ref_url src cn refsrc
vanityfair.com: source bxid cndid esrc mbid
washingtonpost.com: itid wp_main tid pml pwapi_token carta-url wpisrc wpmm
weibo.cn: weibo_id dt_dapp
weibo.com: from wvr mod loc sourcetype luicode lfid display retcode weibo_id dt_dapp
weixin.qq.com: scene chksm subscene sessionid clicktime enterid ascene devicetype version nettype abtest_cookie
  lang exportkey pass_ticket wx_header srcid sharer_shareinfo sharer_shareinfo_first poc_token click_id key uin
wired.com: mbid bxid cndid esrc source redirecturl hasha hashb hashc intcid
wkorea.com: ddw ds_ch
wsj.com: mod reflink st pos cx_refmodule ns
x.com: s t cxt ref_src ref_url src cn refsrc
xiaohongshu.com: xhsshare author_share type xsec_source share_from_user_hidden app_version ignoreengage
  app_platform apptime appuid shareredid share_id exsource verifyuuid verifytype verifybiz
yahoo.co.jp: source ref sc_e sc_u sc_i
yandex.com: lr redircnt
yandex.ru: lr redircnt
yle.fi: origin
youku.com: tpa
youtube.com: feature si pp ab_channel embeds_referring_euri embeds_referring_origin source_ve_path kw attr_tag
  app
zhihu.com: utm_psn utm_id hb_wx_block share_code session_id
zoho.com: iref
`

interface Names {
  readonly whole: ReadonlySet<string>
  readonly patterns: readonly RegExp[]
}

const BY_HOST = new Map<string, Names>(
  TABLE.replaceAll('\n  ', ' ')
    .trim()
    .split('\n')
    .map((line) => {
      const [host = '', names = ''] = line.split(': ')
      const all = names.split(' ')
      const patterns = all.filter((name) => name.includes('*')).map(patternOf)
      return [host, { whole: new Set(all), patterns }] as const
    }),
)

function patternOf(name: string): RegExp {
  return new RegExp(`^${name.replaceAll('*', '.{0,100}')}$`)
}

/** Whether `name` (lower case) is a tracking parameter of this host. */
export function isPublisherParameter(host: string, name: string): boolean {
  for (let at = 0; at !== -1; at = nextLabel(host, at)) {
    const names = BY_HOST.get(host.slice(at))
    if (names) return names.whole.has(name) || names.patterns.some((pattern) => pattern.test(name))
  }
  return false
}

function nextLabel(host: string, at: number): number {
  const dot = host.indexOf('.', at)
  return dot === -1 ? -1 : dot + 1
}
