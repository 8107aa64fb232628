import { describe, expect, it } from 'vitest'
import { datasets } from '../../../scripts/private/contracts/dataset.ts'
import { worklistHeads } from '../../../scripts/private/ledger/worklistHeads.ts'
import { worklistIds } from '../../../scripts/private/worklists/worklist.ts'
import { exploreTitle } from '../../../src/components/exploreTitle.ts'
import { dashboards } from '../../../src/dashboards/dashboards.ts'
import { parseExplore } from '../../../src/dashboards/exploreAddress.ts'
import { metrics } from '../../../src/metrics/metrics.ts'
import { officeKpis } from '../../../src/metrics/officeKpis.ts'
import { waitingKpis } from '../../../src/metrics/waitingKpis.ts'
import { readQuestions, type Place } from '../../helpers/questionTable.ts'
import { samplePractice } from '../bundle/samplePractice.ts'

const questions = readQuestions()
const numbers = Array.from({ length: 25 }, (_, index) => index + 1)

describe('the fifty questions', () => {
  it('are all there, once each, in order', () => {
    expect(questions.map(({ id }) => id)).toEqual(
      ['owner', 'manager'].flatMap((who) => numbers.map((number) => `${who} ${String(number)}`)),
    )
    expect(new Set(questions.map(({ text }) => text)).size).toBe(50)
  })

  it.each(questions)('$id has a place, a tab that it waits for, or is open', (question) => {
    const { text, places, worklists, waits, open } = question
    expect(text).toMatch(/^[A-Z].*\?$/)
    expect(places.length + worklists.length + waits.length + open.length).toBeGreaterThan(0)
  })

  it('wait for tabs that nothing reads', () => {
    const tabs = new Set(questions.flatMap(({ waits }) => waits))
    expect([...tabs].filter((tab) => !/^[A-Z][a-z ]+ tab$/.test(tab))).toEqual([])
    const names = [...tabs].map((tab) => tab.replace(/ tab$/, '').toLowerCase().replaceAll(' ', '_'))
    expect(datasets.filter((dataset) => names.includes(dataset))).toEqual([])
  })

  it('name every worklist and the tab of office numbers, and none that nobody writes', () => {
    const named = new Set(questions.flatMap(({ worklists }) => worklists))
    const titles = [...worklistIds.map((id) => worklistHeads[id].title), ...officeKpis.map(({ tab }) => tab)]
    expect([...named].toSorted()).toEqual([...new Set(titles)].toSorted())
  })

  it('name numbers of the dictionary that are computed, or say what is missing', () => {
    const computed = new Set([...metrics, ...officeKpis].map(({ kpi }) => kpi))
    const waiting = new Set(waitingKpis.map(({ kpi }) => kpi))
    const wrong = questions.flatMap(({ id, kpis, waits, open }) => {
      const saysWhatIsMissing = waits.length + open.length > 0
      return kpis
        .filter((kpi) => (waiting.has(kpi) ? !saysWhatIsMissing : !computed.has(kpi)))
        .map((kpi) => `${id}: ${kpi}`)
    })
    expect(wrong).toEqual([])
  })

  it('name what their pages have', () => {
    const wrong = questions.flatMap(({ id, places }) =>
      places.filter((place) => !isThere(place)).map(({ title }) => `${id}: ${title}`),
    )
    expect(wrong).toEqual([])
  })
})

/** Whether a page declares it; what is not declared is found by the browser alone. */
function isThere({ kind, title, address }: Place): boolean {
  const [path = '', search = ''] = address.split('?')
  const page = dashboards.find(({ id }) => id === (path.replace('/', '') || 'overview'))
  if (kind === 'tile' || kind === 'why') {
    return metrics.some(({ id, label }) => label === title && page?.tiles.includes(id) === true)
  }
  if (kind === 'chart') return page?.charts.some((chart) => chart.title === title) === true
  if (kind !== 'explore') return true
  const { state, notices } = parseExplore(search, samplePractice)
  return path === 'explore/' && notices.length === 0 && exploreTitle(state) === title
}
