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
  const light = await axe(page).analyze()
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await axe(page).withRules(colourRules).analyze()
  await page.emulateMedia({ colorScheme: 'light' })
  return Object.entries({ light, dark }).flatMap(([scheme, { violations }]) =>
    violations.map(({ id, nodes }) => `${scheme}: ${id}: ${nodes[0]?.html ?? ''}`),
  )
}

/**
 * Whole in what is wrong; of what is right, which nobody reads, axe describes one example a rule instead of every
 * element. Nor need it gather the findings of frames in a page of its own: the site has none.
 */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
}
