import { describe, expect, it } from 'vitest'
import { SyncError } from '../../../scripts/errors/SyncError.ts'
import { fail, note, pass, warn, type Check } from '../../../scripts/doctor/check.ts'
import type { DoctorContext } from '../../../scripts/doctor/context.ts'
import { countLines, formatReport } from '../../../scripts/doctor/formatReport.ts'
import { runChecks, type Outcomes, type ReportGroup } from '../../../scripts/doctor/runChecks.ts'

const context = {} as DoctorContext

function check(id: string, needs: readonly string[], run: Check['run']): Check {
  return { id, title: `what ${id} is`, needs, run }
}

const good = (id: string, needs: readonly string[] = []) =>
  check(id, needs, () => Promise.resolve([pass(id)]))
const bad = (id: string, needs: readonly string[] = []) =>
  check(id, needs, () => Promise.resolve([fail(`${id} is broken`, 'Mend it.')]))

async function run(...checks: readonly Check[]): Promise<ReportGroup> {
  const outcomes: Outcomes = new Map()
  return runChecks({ title: 'Group', checks }, context, outcomes)
}

const verdictsOf = ({ lines }: ReportGroup) => lines.map(({ check: id, verdict }) => `${verdict} ${id}`)

describe('runChecks', () => {
  it('makes the checks in order', async () => {
    expect(verdictsOf(await run(good('a'), good('b', ['a'])))).toEqual(['pass a', 'pass b'])
  })

  it('does not make what depends on a failure, however far behind it, and names the failure', async () => {
    const report = await run(bad('a'), good('b', ['a']), good('c', ['b']), good('d'))
    expect(verdictsOf(report)).toEqual(['fail a', 'unchecked b', 'unchecked c', 'pass d'])
    expect(report.lines[2]?.text).toBe('Not checked: what c is (mend first: what a is).')
  })

  it('goes on after a warning or a note', async () => {
    const warned = check('a', [], () => Promise.resolve([warn('a', 'b'), note('c')]))
    expect(verdictsOf(await run(warned, good('b', ['a'])))).toEqual(['warn a', 'note a', 'pass b'])
  })

  it('shows every problem of a SyncError in its own words', async () => {
    const error = new SyncError('One.', 'Mend one.', { others: [new SyncError('Two.', 'Mend two.')] })
    const { lines } = await run(check('a', [], () => Promise.reject(error)))
    expect(lines).toEqual([
      { check: 'a', verdict: 'fail', text: 'One.', remedy: 'Mend one.' },
      { check: 'a', verdict: 'fail', text: 'Two.', remedy: 'Mend two.' },
    ])
  })

  it('tells nothing of the text of an error that nobody foresaw', async () => {
    const { lines } = await run(check('a', [], () => Promise.reject(new TypeError('Canary Quill'))))
    expect(lines[0]?.verdict).toBe('fail')
    expect(lines[0]?.text).toContain('TypeError')
    expect(JSON.stringify(lines)).not.toContain('Canary')
  })

  it('shows names from spreadsheets on one line, and nothing that a terminal obeys', async () => {
    const named = check('a', [], () => Promise.resolve([warn('Tab "x\u001B[2J\n::y"', 'Call it\u009B2J z.')]))
    const { lines } = await run(named)
    expect(lines[0]).toMatchObject({ text: 'Tab "x [2J ::y"', remedy: 'Call it 2J z.' })
  })

  it('fails loudly over a prerequisite that does not exist', async () => {
    await expect(run(good('a', ['z']))).rejects.toThrow('unknown check: z, needed by a')
  })
})

describe('formatReport', () => {
  it('sets a mark before each line and the remedy beneath it', async () => {
    const report = await run(good('a'), bad('b'), good('c', ['b']))
    expect(formatReport([report], 80)).toBe(
      [
        'Group',
        '  ✓ a',
        '  ✗ b is broken',
        '      Mend it.',
        '  – Not checked: what c is (mend first: what b is).',
        '',
        'A sync would not go well yet: 1 to mend (✗), 1 not checked (–), 1 in order (✓).',
      ].join('\n'),
    )
  })

  it('gathers three and more that wait for the same', async () => {
    const report = await run(bad('a'), good('b', ['a']), good('c', ['a']), good('d', ['a']), good('e'))
    expect(formatReport([report], 80)).toContain(
      '      Mend it.\n  – Not checked: 3 things (mend first: what a is).\n  ✓ e',
    )
    expect(countLines([report])).toEqual({ pass: 1, fail: 1, warn: 0, note: 0, unchecked: 3 })
  })

  it('breaks long lines between words, and never a word', () => {
    const address = 'https://docs.google.com/spreadsheets/d/a-very-long-address-that-stays-whole'
    const text = `${'word '.repeat(30)}${address}`
    const group = { title: 'Group', lines: [{ check: 'a', ...warn(text, text) }] }
    const shown = formatReport([group], 60).split('\n')
    const findings = shown.slice(0, shown.indexOf(''))
    const long = findings.filter((line) => line.length > 60).map((line) => line.trim())
    expect(long).toEqual([address, address])
    expect(findings.join(' ').match(/word/g)).toHaveLength(60)
  })

  it('leaves out subjects about which there is nothing to say', () => {
    const shown = formatReport([{ title: 'Empty', lines: [] }], 80)
    expect(shown).toBe('Nothing stands in the way of a sync: 0 in order (✓).')
  })
})
