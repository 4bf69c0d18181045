import type { StoryItem } from './types.ts'

/** Marks that newsrooms put before the title of an opinion, in the languages we read. */
const TITLE_MARK =
  /^\s{0,3}[[【(（《「]?\s?(?:opinion|op-ed|comment(?:ary)?|editorial|viewpoint|column|analysis|letters?|guest essay|社評|社评|評論|评论|時評|时评|觀點|观点|專欄|专栏|社論|社论|投書|社説|論説|コラム|オピニオン|視点|사설|칼럼|기고|시론|오피니언)\s?(?:[\]】)）》」]|[|｜:：—–-]\s|\s?[|｜:：])/iu

/** Folders in which newsrooms keep opinions. */
const OPINION_PATH =
  /\/(?:opinions?|op-ed|oped|comment(?:ary|isfree)?|editorials?|columns?|columnists?|viewpoints?|ideas|blogs?\/opinion|pinglun|shelun|shasetsu|editorial-column)(?:\/|$)/i

/** Matches every address whose path has such a folder, without parsing it. */
const MAY_BE_OPINION_PATH = new RegExp(OPINION_PATH.source.replace('(?:\\/|$)', ''), 'i')

const OPINION_CATEGORY =
  /^(?:opinions?|op-ed|commentary|editorials?|columns?|viewpoints?|評論|评论|觀點|观点|社論|社论|專欄|专栏|社説|オピニオン|コラム|오피니언|사설|칼럼)$/iu

/** Returns whether a title carries the mark of an opinion: `Opinion | …`, `社評：…`, `[사설] …`. */
export function hasOpinionMark(title: string): boolean {
  return TITLE_MARK.test(title)
}

/** Returns the title without the mark. */
export function withoutOpinionMark(title: string): string {
  return title.replace(TITLE_MARK, '').trim()
}

/** Returns whether an item gives its author's view, by the mark in its title, its address or its categories. */
export function isOpinion(item: Pick<StoryItem, 'title' | 'url' | 'categories'>): boolean {
  if (hasOpinionMark(item.title) || item.categories.some((category) => OPINION_CATEGORY.test(category.trim()))) {
    return true
  }
  const { url } = item
  if (url === undefined || !MAY_BE_OPINION_PATH.test(url)) return false
  return URL.canParse(url) && OPINION_PATH.test(new URL(url).pathname)
}
