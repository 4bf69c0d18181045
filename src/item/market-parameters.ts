/**
 * Shops, auctions, markets for jobs and flats, and web search: every link there carries dozens of parameters that change by the month,
 * so it is the few that name the thing which are listed, and all others go. Written by us from how these sites' own addresses look once
 * everything that can be left out is left out.
 */
const MARKETS = new Set(
  (
    'amazon alibaba aliexpress tmall taobao tb lazada shopee flipkart mercadolibre mercadolivre walmart bestbuy backcountry moosejaw ' +
    'idealo billiger allegro argos tokopedia realtor airbnb zillow redfin woot humblebundle gog epicgames tchibo ozon office-partner ' +
    'bigfishgames shutterstock hh vitamix ceneo roblox wayfair agata88 wps google'
  ).split(' '),
)

/** Hosts of a market's name that are no market: their parameters are another matter. */
const NO_MARKET =
  /^(?:aws|docs|developer|developers|docs?|cloud|news|scholar|groups|play|drive|mail|accounts|myaccount|support|blog|ai|labs|sites|books|patents|trends|storage|research|maps|photos|calendar|meet|chat|translate|store|colab|fonts|apis|feedproxy|press|advertising)\./

const IDENTITY = new Set(
  (
    'id itemid item_id item productid product_id product sku skuid sku_id variant asin k q query search keyword node cat category ' +
    'page p start udm tbm tbs tag_id offer offerid listing_id room_id vacancy url i'
  ).split(' '),
)

/** Google's maps name a place so. */
const IDENTITY_AT = new Map([['google', new Set(['cid'])]])

/** A country's ending: `com`, `de`, `co.uk`, `com.mx`. */
const MARKET_HOST = /(?:^|\.)([a-z0-9-]+)\.(?:(?:com|co|org|net)\.)?[a-z]{2,6}$/

/** Whether the parameter `name` (lower case) at a market's host is one of those that can be left out. */
export function isMarketParameter(host: string, name: string): boolean {
  const label = MARKET_HOST.exec(host)?.[1]
  if (label === undefined || !MARKETS.has(label) || NO_MARKET.test(host)) return false
  return !IDENTITY.has(name) && IDENTITY_AT.get(label)?.has(name) !== true
}
