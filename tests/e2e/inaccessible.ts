import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Axe's rules on what colours alone decide. */
const colourRules = ['color-contrast', 'link-in-text-block']

/**
 * What axe finds wrong with a page as it stands: in the light scheme by every rule, in the dark one by those on colours,
 * since nothing else differs there. The page is light again afterwards.
 */
export async function inaccessible(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await new AxeBuilder({ page }).analyze()
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await new AxeBuilder({ page }).withRules(colourRules).analyze()
  await page.emulateMedia({ colorScheme: 'light' })
  return Object.entries({ light, dark }).flatMap(([scheme, { violations }]) =>
    violations.map(({ id, nodes }) => `${scheme}: ${id}: ${nodes[0]?.html ?? ''}`),
  )
}
