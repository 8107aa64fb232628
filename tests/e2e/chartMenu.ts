import type { Locator } from '@playwright/test'

/** A choice of the menu of the chart with this title, with its menu opened. */
export async function inMenu(within: Locator, title: string, choice: string): Promise<Locator> {
  await within.getByRole('button', { name: `${title}: table and downloads`, exact: true }).click()
  return within.getByRole('button', { name: `${title}: ${choice}`, exact: true })
}

/** Chooses from the menu of the chart with this title. */
export async function choose(within: Locator, title: string, choice: string): Promise<void> {
  await (await inMenu(within, title, choice)).click()
}
