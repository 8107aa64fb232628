import { createServer, request as ask } from 'node:http'
import type { RunningServer } from '../../scripts/serve/serveSite.ts'

/** A way to a site on which answers can be held up. */
export interface SlowSite extends RunningServer {
  /** Addresses whose answers come so many milliseconds later. */
  hold(pattern: RegExp, ms: number): void
}

/** Puts a slow line in front of a site. */
export async function slowSite(site: RunningServer): Promise<SlowSite> {
  let held = { pattern: /(?!)/, ms: 0 }
  const server = createServer((request, response) => {
    const { url = '/', headers, method } = request
    const pass = () =>
      ask(new URL(url, site.address), { headers, method }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(response)
      }).end()
    if (held.pattern.test(url)) setTimeout(pass, held.ms)
    else pass()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const found = server.address()
  if (found === null || typeof found === 'string') throw new Error('invalid server address')
  return {
    address: `http://127.0.0.1:${String(found.port)}/`,
    hold: (pattern, ms) => {
      held = { pattern, ms }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
