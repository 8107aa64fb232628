import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { ViewLine } from '../../../src/components/ViewLine.tsx'
import type { PageState } from '../../../src/dashboards/pageState.ts'
import { samplePractice as practice } from '../bundle/samplePractice.ts'

const state: PageState = { period: { from: '2026-10', to: '2026-10' }, filters: {} }

function line(offer: PageState['period'] | null): string {
  return renderToStaticMarkup(
    <ViewLine practice={practice} state={state} onChange={() => undefined} offer={offer} />,
  )
}

it('speaks of what is kept private only with a period that may show it', () => {
  expect(line(null)).not.toContain('private')
  const offered = line({ from: '2026-07', to: '2026-09' })
  expect(offered).toContain('Some numbers are kept private for this choice.')
  expect(offered).toMatch(/<button[^>]*>Show Jul – Sep 2026<\/button>/)
})
