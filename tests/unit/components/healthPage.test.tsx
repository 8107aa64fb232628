// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { editionNote, viewersHealth } from '../../../scripts/publish/viewersHealth.ts'
import type { Health, ViewersHealth } from '../../../src/bundle/bundle.ts'
import type { OpenedPage } from '../../../src/bundle/openPage.ts'
import { HealthPage } from '../../../src/components/HealthPage.tsx'
import { samplePractice as practice } from '../bundle/samplePractice.ts'

const rows = { read: 8_437, included: 8_431, quarantined: 6, duplicates: 0, blank: 0, outOfScope: 0 }
const whole: Health = {
  tabs: [
    {
      workbook: 'practice.xlsx',
      tab: 'Bills of March',
      dataset: 'charges',
      headerRow: 1,
      rows,
      cents: { ...rows, read: 91_837_465, included: 91_837_459, unreadable: 0 },
      newest: '2026-10-30',
    },
  ],
  rejected: [
    { tab: 'Bills of March', column: 'C', field: 'post_date', rule: 'no_date', fix: 'Mend it.', rows: 6 },
  ],
  unmapped: [{ dataset: 'charges', field: 'payer', values: 3, rows: 71, cents: 66_318 }],
  warnings: ['Tab "Bills of March" is hidden; it was read all the same.'],
}

/** The page as somebody sees it who opened this, in a practice without an aging report. */
async function pageOf(health: Health | ViewersHealth): Promise<string> {
  const opened: OpenedPage = {
    bundle: {
      manifest: {
        format: 2,
        demo: true,
        sequence: 1,
        syncedAt: '2026-11-04T11:00:00Z',
        expiresAt: null,
        files: [],
      },
      source: new Uint8Array(),
      audience: 'tabs' in health ? 'owner' : 'viewer',
      has: () => false,
      readJson: <T,>() => Promise.resolve(health as T),
      readBytes: () => Promise.reject(new Error('no table is there')),
    },
    practice,
    tiles: null,
    headline: null,
    root: '../',
  }
  const { container } = render(<HealthPage opened={opened} />)
  await screen.findByText('How small groups are protected')
  return container.textContent
}

function headings(): string[] {
  return screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)
}

afterEach(cleanup)

describe('data health', () => {
  it('shows an owner every row and cent, what was rejected, and what is not mapped', async () => {
    const text = await pageOf(whole)
    expect(headings()).toEqual([
      'Rows read',
      'Rows rejected',
      'Rows with an unmapped value',
      'Months that A/R ties out',
      'Warnings',
      'Does A/R tie out?',
      'Rejected rows',
      'Values nobody has mapped',
      'What was read',
      'Where the money went',
      'How small groups are protected',
    ])
    for (const told of ['8,437', '$918,374.65', 'Bills of March', 'Mend it.', '$663.18', 'is hidden'])
      expect(text).toContain(told)
    expect(text).not.toContain('for owners')
  })

  it('shows a viewer what the numbers rest on, and no number but months', async () => {
    const text = await pageOf(viewersHealth(whole, practice.asOf))
    expect(headings()).toEqual(['What the numbers rest on', 'Notes', 'How small groups are protected'])
    expect(text).toContain('Rows, rejected rows and unmapped values are for owners.')
    expect(text).toContain(editionNote)
    const table = within(screen.getByRole('table')).getAllByRole('row')
    expect(table.map(({ textContent }) => textContent)).toEqual([
      'DataNewest monthRows left out',
      'ChargesOct 2026Less than 1%',
    ])
    expect(text.replaceAll(/Oct 2026|Less than 1%/g, '')).not.toMatch(/\d|Bills|Mend it/)
  })

  it.each([
    ['none', 'None'],
    ['under_1_percent', 'Less than 1%'],
    ['more', '1% or more'],
  ] as const)('tells a viewer in words how much was left out: %s', async (leftOut, word) => {
    await pageOf({ datasets: [{ dataset: 'slots', newest: null, leftOut }], notes: [] })
    const [, row] = screen.getAllByRole('row')
    expect(row?.textContent).toBe(`Bookable slots—${word}`)
  })

  it('tells a viewer that nothing was read, and asks for no aging report', async () => {
    expect(await pageOf({ datasets: [], notes: [] })).toContain('Nothing was read.')
    expect(headings()).toEqual(['What the numbers rest on', 'How small groups are protected'])
  })
})
