/**
 * Shops, auctions, markets for jobs and flats, and web search, by the label of their domain. Their links carry dozens of parameters that
 * change every few months, so the few parameters that identify a page are listed and all others dropped. Compiled by us from the shortest
 * addresses that work on these sites.
 */
const MARKETS = new Set(
  (
    'amazon alibaba aliexpress tmall taobao tb lazada shopee flipkart mercadolibre mercadolivre walmart bestbuy backcountry moosejaw ' +
    'idealo billiger allegro argos tokopedia realtor airbnb zillow redfin woot humblebundle gog epicgames tchibo ozon office-partner ' +
    'bigfishgames shutterstock hh vitamix ceneo roblox wayfair agata88 wps google'
  ).split(' '),
)

/** Subdomains of these domains that are not markets, so that their parameters are kept. */
const NO_MARKET =
  /^(?:aws|docs|developer|developers|docs?|cloud|news|scholar|groups|play|drive|mail|accounts|myaccount|support|blog|ai|labs|sites|books|patents|trends|storage|research|maps|photos|calendar|meet|chat|translate|store|colab|fonts|apis|feedproxy|press|advertising)\./

const IDENTITY = new Set(
  (
    'id itemid item_id item productid product_id product sku skuid sku_id variant asin k q query search keyword node cat category ' +
    'page p start udm tbm tbs tag_id offer offerid listing_id room_id vacancy url i'
  ).split(' '),
)

/** Further identifying parameters, by domain label; Google Maps names a place by `cid`. */
const IDENTITY_AT = new Map([['google', new Set(['cid'])]])

/** Captures the label before the public suffix: `com`, `de`, `co.uk`, `com.mx`. */
const MARKET_HOST = /(?:^|\.)([a-z0-9-]+)\.(?:(?:com|co|org|net)\.)?[a-z]{2,6}$/

/** Whether the host is a market's and its parameter `name` (lower case) can be dropped. */
export function isMarketParameter(host: string, name: string): boolean {
  const label = MARKET_HOST.exec(host)?.[1]
  if (label === undefined || !MARKETS.has(label) || NO_MARKET.test(host)) return false
  return !IDENTITY.has(name) && IDENTITY_AT.get(label)?.has(name) !== true
}
