// node /tmp/v/pdf.mjs PROJECT OUT PAGE... : serves PROJECT/dist, prints pages from 1440 to Letter PDF
import { chromium } from 'playwright'
const [project, out, ...pages] = process.argv.slice(2)
const { serveSite } = await import(`${project}/scripts/serve/serveSite.ts`)
const site = await serveSite({ site: `${project}/dist/`, port: 0 })
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] })
const p = await b.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: process.env.DARK ? 'dark' : 'light' })
for (const name of pages) {
  await p.goto(site.address + (name === 'overview' ? '' : name))
  await p.waitForSelector('html[data-interface=ready]')
  await p.waitForTimeout(2500)
  await p.pdf({ path: `${out}/${name.replace(/\W+/g,'_')}.pdf`, format: process.env.PAPER ?? 'Letter', preferCSSPageSize: false, printBackground: false })
}
await b.close(); await site.close()
