import { expect, open, test } from './site.ts'

/** Sizes of phones in use, and the narrowest that WCAG asks for. */
const widths = [320, 360, 375, 390, 430] as const

test('on a phone nothing in a tile runs into its neighbour or over the edge', async ({ page }) => {
  // The last two hold values that are withheld, and such that are not published at all.
  const addresses = ['', '?period=2025-11..2026-10', 'collections/', 'data-health/']
  for (const address of [
    ...addresses,
    '?provider=Dr.%20Priya%20Raghunathan',
    'schedule/?provider=Dr.%20Priya%20Raghunathan',
  ]) {
    await open(page, address)
    for (const width of widths) {
      await page.setViewportSize({ width, height: 844 })
      const faults = await page.locator('.tile').evaluateAll((tiles) =>
        tiles.flatMap((tile) => {
          const edge = tile.getBoundingClientRect()
          const parts = [...tile.querySelectorAll('[data-part]:not(path), .tile-label, .badge')]
            .filter((part) => part.textContent.trim() !== '')
            .map((part) => ({ part, box: part.getBoundingClientRect() }))
          const outside = parts.filter(({ box }) => box.width > 0 && box.right > edge.right)
          const overlapping = parts.filter(({ part, box }, at) =>
            parts.some(
              (other, index) =>
                index > at &&
                !part.contains(other.part) &&
                box.left < other.box.right - 1 &&
                other.box.left < box.right - 1 &&
                box.top < other.box.bottom - 4 &&
                other.box.top < box.bottom - 4,
            ),
          )
          return [...outside, ...overlapping].map(
            ({ part }) => `${tile.getAttribute('data-metric') ?? ''}: ${part.textContent}`,
          )
        }),
      )
      expect(faults, `${address} at ${String(width)} px`).toEqual([])
    }
  }
})

test('the first screen of a phone holds four vital signs', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, '')
  const bottoms = await page
    .locator('.tile')
    .evaluateAll((tiles) => tiles.map((tile) => tile.getBoundingClientRect().bottom))
  expect(bottoms.filter((bottom) => bottom <= 844).length).toBeGreaterThanOrEqual(4)
})

test('on a phone every control is as large as a finger', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  for (const address of ['schedule/?provider=Dr.%20Priya%20Raghunathan', 'data-health/']) {
    await open(page, address)
    const more = page.getByRole('button', { name: 'Filters' })
    if ((await more.count()) > 0) await more.click()
    const small = await page
      .locator('button:visible, select:visible')
      // A tile's button reaches over the whole tile.
      .evaluateAll((controls) =>
        controls
          .filter((control) => !control.closest('.tile-label'))
          .map((control) => ({ text: control.outerHTML, box: control.getBoundingClientRect() }))
          .filter(({ box }) => box.height < 44 || box.width < 44)
          .map(({ text }) => text),
      )
    expect(small, address).toEqual([])
  }
})
