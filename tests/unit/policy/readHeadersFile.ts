/** The headers that a host sends for an address by a `_headers` file; a header named twice is joined. */
export function readHeadersFile(text: string, address: string): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {}
  let applies = false
  for (const line of text.split('\n')) {
    if (line.startsWith('/')) applies = matches(line.trim(), address)
    const [name, ...value] = line.trim().split(': ')
    if (!applies || !line.startsWith(' ') || name === undefined) continue
    headers[name] = [...(headers[name] === undefined ? [] : [headers[name]]), value.join(': ')].join(', ')
  }
  return headers
}

function matches(rule: string, address: string): boolean {
  return rule.endsWith('*') ? address.startsWith(rule.slice(0, -1)) : address === rule
}
