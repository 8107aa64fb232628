import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { publishingRule } from '../../scripts/private/audit/publishingRule.ts'
import { rowsPerUnknownPerson, ruleOf } from '../../scripts/private/gate/groupRule.ts'
import { settlingDays } from '../../scripts/publish/editionDay.ts'
import { editionPath } from '../../scripts/publish/editionRecord.ts'
import { shownNotePath } from '../../scripts/publish/shownNote.ts'
import { headOf } from '../../scripts/publish/headOf.ts'
import { viewersHealth } from '../../scripts/publish/viewersHealth.ts'
import { usualDays } from '../../scripts/share/invite.ts'
import { viewedDatasets } from '../../src/bundle/bundle.ts'
import { staleAfter } from '../../src/bundle/heartbeat.ts'
import { audiences, type Audience } from '../../src/cubes/audience.ts'
import { audienceOf } from '../../src/cubes/audienceOf.ts'
import { cubesOf, type Fact } from '../../src/cubes/cube.ts'
import { facts } from '../../src/cubes/facts.ts'

const root = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const project = JSON.parse(read('package.json')) as { version: string; scripts: Record<string, string> }

const noRows = { read: 10_000, included: 0, quarantined: 0, duplicates: 0, blank: 0, outOfScope: 0 }

const folder = 'data/papers'
const papers = [
  ...readdirSync(new URL(folder, root)).map((name) => `${folder}/${name}`),
  '.github/SECURITY.md',
]
const texts = papers.map((path) => ({ path, text: read(path) }))
const recipe = read(`${folder}/privacy-recipe.md`)
/** The recipe's words, wherever its lines break and whatever is bold. */
const words = recipe.replaceAll('*', '').replaceAll(/\s+/g, ' ')

/** The cells of each row of every table, by the first of them. */
function tableRows(text: string): Map<string, readonly string[]> {
  const rows = text.split('\n').filter((line) => line.startsWith('|'))
  return new Map(
    rows.map((line) => {
      const [first = '', ...others] = line.split('|').slice(1, -1)
      return [first.trim(), others.map((cell) => cell.trim())]
    }),
  )
}

function inWords(name: string): string {
  return name.replace(/_(cents|count)$/, '').replaceAll('_', ' ')
}

function whoseOf({ people, follows }: Fact): string {
  if (people !== null) return `${people}s`
  return follows ? 'follows' : 'nobody'
}

/** What an audience gets of a fact that the audience before does not. */
function cutsFor(fact: Fact, audience: Audience): string {
  const cuts = fact.cuts.filter((cut) =>
    cubesOf({ ...fact, cuts: [cut] }).every((cube) => audienceOf(cube) === audience),
  )
  const named = cuts.map(({ by, measures, grain }) => {
    const split = by.length === 0 ? 'whole practice' : by.map(inWords).join(' × ')
    const lacking = Object.keys(fact.measures).filter((name) => measures?.includes(name) === false)
    const isMost = lacking.length < Object.keys(fact.measures).length / 2
    const some = isMost
      ? `without ${lacking.map(inWords).join(' and ')}`
      : measures?.map(inWords).join(' and ')
    const only = lacking.length === 0 || some === undefined ? [] : [some]
    const notes = [...only, ...(grain === undefined ? [] : [`by ${grain}`])]
    return notes.length === 0 ? split : `${split} (${notes.join(', ')})`
  })
  return named.length === 0 ? '—' : named.join(', ')
}

describe('the privacy recipe', () => {
  const rows = tableRows(recipe)

  it.each(Object.values(facts) as Fact[])('says what is published of $name, and to whom', (fact) => {
    const [sums, ...others] = rows.get(`\`${fact.name}\``) ?? []
    expect(sums).toBe(Object.keys(fact.measures).map(inWords).join(', '))
    expect(others).toEqual([whoseOf(fact), ...audiences.map((audience) => cutsFor(fact, audience))])
  })

  it('names no table that is not published', () => {
    const named = [...rows.keys()].filter((name) => name.startsWith('`'))
    expect(named).toEqual(Object.keys(facts).map((name) => `\`${name}\``))
  })

  it('names the sizes and shares that the gate and the audit hold to', () => {
    const percent = (share: number) => `${String(share * 100)} %`
    const patients = ruleOf(facts.appointments)
    const staff = ruleOf(facts.payroll)
    const fewestRows = patients.fewest * rowsPerUnknownPerson
    for (const sentence of [
      `a sum of at least ${String(patients.fewest)} different patients is shown, or of none.`,
      `${String(rowsPerUnknownPerson)} rows count as one person: ${String(fewestRows)} rows are needed.`,
      `no one patient makes up more than ${percent(patients.largestShare)} of it, and no two more than ${percent(patients.twoLargestShare)}.`,
      `at least ${String(staff.fewest)} employees, none above ${percent(staff.largestShare)}.`,
      `(no cell of 1 to ${String(patients.fewest - 1)}, nor one that can be derived`,
    ]) {
      expect(words).toContain(sentence)
    }
    expect(publishingRule('patient').least).toBe(patients.fewest)
    expect(publishingRule('employee').least).toBe(staff.fewest)
  })

  it("names what viewers are told of the data's health", () => {
    const rows = (quarantined: number) => ({ ...noRows, included: 10_000 - quarantined, quarantined })
    const told = [0, 99, 100].map((rejected) => {
      const tab = { workbook: '', tab: '', headerRow: 1, cents: null, newest: null, rows: rows(rejected) }
      const tabs = viewedDatasets.map((dataset) => ({ ...tab, dataset }))
      const pay = ['payroll', 'expenses'].map((dataset) => ({ ...tab, dataset }))
      const health = { tabs: [...tabs, ...pay], rejected: [], unmapped: [], warnings: [] }
      return viewersHealth(health, '2026-10-01').datasets
    })
    expect(told.map((one) => [...new Set(one.map(({ leftOut }) => leftOut))])).toEqual([
      ['none'],
      ['under_1_percent'],
      ['more'],
    ])
    expect(JSON.stringify(told)).not.toMatch(/payroll|expenses/)
    expect(words).toContain('for each kind of data but payroll and expenses, the month of its newest row')
    expect(words).toContain('whether none, less than 1 % or more of its rows were rejected.')
  })

  it('names the record of what viewers are shown as it is called', () => {
    expect(words).toContain(
      `in a file that ends in \`${editionPath('readers.yaml').slice('readers'.length)}\``,
    )
    const note = shownNotePath({ path: editionPath('readers.yaml') })
    expect(words).toContain(`with a note of it that ends in \`${note.slice('readers'.length)}\``)
  })

  it('names the times that the code keeps', () => {
    const syncedAt = '2026-10-01T00:00:00.000Z'
    const { expiresAt } = headOf({ syncedAt, demo: false }, null)
    const days = (Date.parse(expiresAt ?? '') - Date.parse(syncedAt)) / 86_400_000
    for (const sentence of [
      `the last month end that is at least ${String(settlingDays)} days past`,
      `A link opens for ${String(usualDays)} days unless the practice says otherwise`,
      `said to be old after ${String(staleAfter / 3_600_000)} hours and are not shown after ${String(days)} days`,
    ]) {
      expect(words).toContain(sentence)
    }
  })
})

describe('the threat model', () => {
  /** `tests/…`, or `tests/… > title`, in code marks. */
  const named = [...read(`${folder}/threat-model.md`).matchAll(/`(tests\/[^`>]+?)(?: > ([^`]+))?`/g)]

  it('names a test in every row', () => {
    const rows = [...tableRows(read(`${folder}/threat-model.md`))].slice(2)
    expect(rows.length).toBeGreaterThan(15)
    expect(rows.filter(([, [, proof = '']]) => !proof.includes('`tests/'))).toEqual([])
  })

  it.each(named.map(([, path = '', title = '']) => ({ path, title })))(
    'names a test that exists: $path > $title',
    ({ path, title }) => {
      expect(existsSync(new URL(path, root))).toBe(true)
      // As it stands in the file: quotation marks of the file's own may be escaped there.
      expect(read(path).replaceAll('\\', '')).toContain(title)
    },
  )
})

describe.each(texts)('$path', ({ path, text }) => {
  it('is dated by this release, and by no day', () => {
    expect(text).toContain(project.version)
    expect(text).not.toMatch(/\b(19|20)\d{2}-\d{2}-\d{2}\b|\b\d{1,2}\/\d{1,2}\/(19|20)\d{2}\b/)
  })

  it('names commands, files and pages that exist', () => {
    const commands = [...text.matchAll(/`npm run ([\w:-]+)/g)].map(([, name = '']) => name)
    expect(commands.filter((name) => !(name in project.scripts))).toEqual([])
    const links = [...text.matchAll(/\]\((?!https:)([^)#]+)\)/g)].map(
      ([, to = '']) => new URL(to, new URL(path, root)),
    )
    const files = [...text.matchAll(/`((?:src|scripts|data|tests)\/[\w./-]+)/g)].map(
      ([, name = '']) => new URL(name, root),
    )
    expect([...links, ...files].filter((url) => !existsSync(url)).map(({ pathname }) => pathname)).toEqual([])
  })
})
