import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { serveSite } from './serveSite.ts'

const program = new Command('serve')
  .description('Serves the built site to this computer only.')
  .option('--bundle <folder>', "a bundle to show instead of the site's own, for example data/private/bundle")
  .option('--port <number>', 'first port to try', '4321')
  .parse()

const { bundle, port } = program.opts<{ bundle?: string; port: string }>()
const site = resolve('dist')

if (!existsSync(join(site, 'index.html'))) {
  console.error('The site is not built yet.\n  Run: npm run build')
  process.exitCode = 1
} else if (bundle !== undefined && !existsSync(join(bundle, 'manifest.json'))) {
  console.error(`No bundle found in ${bundle}.\n  Run the sync first: npm run sync -- --help`)
  process.exitCode = 1
} else {
  const server = await serveSite({
    site,
    port: Number(port),
    ...(bundle === undefined ? {} : { bundle: resolve(bundle) }),
  })
  console.log(`\nPractice Vitals is at ${server.address}\n(this computer only; Ctrl+C ends it)`)
}
