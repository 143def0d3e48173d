/** Parameters that say how a reader came to a page, and nothing of which page it is. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|twclid|yclid|igshid|mc_[ce]id|_ga|ref_src|cmpid|ocid|ns_(?:source|mchannel|campaign|linkname|fee))$/i

/**
 * A web address as two programs may write it differently: without scheme, `www.`, a slash at the end,
 * fragment and tracking parameters, the others in order of name.
 *
 * @returns host and page; `null` where it is no web address.
 */
export function normaliseAddress(address: string): { host: string; page: string } | null {
  const url = URL.parse(address)
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') return null
  for (const name of new Set(url.searchParams.keys())) {
    if (TRACKING.test(name)) url.searchParams.delete(name)
  }
  url.searchParams.sort()
  const host = url.hostname.replace(/^www\./u, '')
  const port = url.port === '' ? '' : `:${url.port}`
  return { host, page: `${host}${port}${url.pathname.replace(/\/+$/, '')}${url.search}` }
}
