import { foldPattern } from './fold-sentence.ts'
import type { Certainty, Stance, Status } from './types.ts'

/* All patterns match the folded sentence; `stanceOf` sets their order. */

/** Somebody's assertion or advice rather than a report: a boast, an appeal, a rumour. */
const CLAIM = foldPattern(
  /\b(?:boasts?|touts?|claims?|claimed|allegedly|reportedly|is said to|are said to|brochure|argues?|argued|suggests?|ought to|(?<!which )should|must (?:rethink|learn|act|use)|could (?:host|become|serve|be))\b|声称|号称|据称|据悉|自称|主张|应(?:借助|统筹|当|该|承接|善用)|可承接|评论(?:认为|称)|有评论|作者认为|すべき|とされる|という見方|主張する|해야 한다|주장/u,
)
/** Something is lacking, refused, expensive or slow. */
const CONSTRAINT = foldPattern(
  /\b(?:shortages?|deficits?|scarce|scarcity|lacks?|lacking|short of|is short|insufficient|constrain\w*|bottlenecks?|limits?|limited|refuses?|refused|reject(?:s|ed)|denied|moratorium|halt(?:s|ed)?|cap(?:s|ped)? on|wait(?:s|ing)? (?:up|for|years)|delays?|delayed|warn(?:s|ed)? (?:that|of)|approves? no|no (?:new )?approvals?|strained?|overload\w*|blackouts?|outages?|stood vacant\b(?!.*end of)|expensive|costly|protests?|lawsuits?|ban(?:s|ned)?)\b|短缺|不足|紧张|紧缺|缺口|缺电|限制|拒绝|否决|驳回|不再核准|不核准|叫停|暂停|瓶颈|过高|延误|延迟了|警告|足かせ|却下|拒まれ|認めない|认めない|待つ|遅れ|おそれ|거부|부족|제한|중단|포화|차질|비싸|불허/u,
)
/** Something is first, largest, lowest or plentiful. */
const STRENGTH = foldPattern(
  /\b(?:largest|biggest|leads?|leading|ranks? (?:first|second|third|top|no)|tops|highest|lowest|cheapest|fastest|most advanced|world[- ]class|abundan(?:t|ce)|surplus|known for|excels?|more [\w ]{3,40} than any other|among the (?:highest|best|largest|lowest)|strong(?:est)?)\b|(?<!影响)最大|最低|最高|最先进|最安|首位|第一(?!期|批)|居首|前列|领先|充裕|充足|丰富|丰沛|低至|著称|低于全国|有余裕|余裕がある|豊富|国内有数|最先端|下回る|最も(?:安|大き|低|多|高)|世界级|电价每度仅|比率が高く|가장|최대|최고|최저|세계적|풍부/u,
)
/** The sentence attributes its statement to somebody else. */
const ATTRIBUTED = foldPattern(
  /\b(?:said|says|according to|told|stated|reports?|argues?|estimates?|warned|warns)\b|表示|指出|警告|认为|称(?!为)|说|述べ|によると|警告する|主張する|話す|밝혔다|말했다|전했다|설명했다|따르면/u,
)
const HEDGED = foldPattern(
  /\b(?:may|might|could|reportedly|allegedly|is said to|are said to|is expected|likely|possibly|rumou?red)\b|据称|据悉|或(?:将|会)|可能|料|有望|とされる|可能性|おそれ|見通し|수 있다|것으로 보인다|가능성|전망/u,
)

/** Facets of things that are built: an approval there is a plan for something that does not exist yet. */
const BUILT = /^(?:infrastructure|crossborder)/u

/**
 * Returns the stance of a folded sentence on a facet.
 *
 * @param isOpinion whether the item gives its author's view
 */
export function stanceOf(folded: string, facet: string, status: Status, isOpinion: boolean): Stance {
  if (CLAIM.test(folded) || (isOpinion && status === 'none')) return 'claim'
  if (status === 'cancelled' || CONSTRAINT.test(folded)) return 'constraint'
  if (status === 'announced' || status === 'building' || (status === 'approved' && BUILT.test(facet))) return 'plan'
  return STRENGTH.test(folded) ? 'strength' : 'fact'
}

export function certaintyOf(folded: string): Certainty {
  if (HEDGED.test(folded)) return 'hedged'
  return ATTRIBUTED.test(folded) ? 'attributed' : 'stated'
}
