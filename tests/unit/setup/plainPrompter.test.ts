import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { plainPrompter } from '../../../scripts/setup/plainPrompter.ts'
import { SetupCancelled } from '../../../scripts/setup/SetupCancelled.ts'

/** A terminal on which these lines are typed, each after the next question; then the input ends. */
function terminal(...lines: readonly string[]) {
  const input = new PassThrough()
  const output = new PassThrough()
  const waiting = [...lines]
  let shown = ''
  output.on('data', (data: Buffer) => {
    const text = data.toString('utf8')
    shown += text
    if (!text.endsWith(': ')) return
    const line = waiting.shift()
    if (line === undefined) input.end()
    else input.write(`${line}\n`)
  })
  return { prompter: plainPrompter(input, output), shown: () => shown }
}

const choices = [
  { value: 'sheets', label: 'In Google Sheets', hint: 'on a schedule' },
  { value: 'folder', label: 'In a folder' },
]

describe('plainPrompter', () => {
  it('asks until an answer will do', async () => {
    const { prompter, shown } = terminal('', 'Denver', 'America/Denver ')
    const problem = (text: string) => (text.includes('/') ? null : 'By its city.')
    expect(await prompter.ask({ question: 'Time zone', problem })).toBe('America/Denver')
    expect(shown().match(/By its city/g)).toHaveLength(2)
  })

  it('takes an empty answer for what it shows in brackets', async () => {
    const { prompter, shown } = terminal('')
    expect(await prompter.ask({ question: 'Time zone', initial: 'America/Chicago' })).toBe('America/Chicago')
    expect(shown()).toContain('Time zone [America/Chicago]: ')
  })

  it('numbers choices, and asks until a number fits', async () => {
    const { prompter, shown } = terminal('0', 'x', '3', '2')
    expect(await prompter.choose({ question: 'Where', choices })).toBe('folder')
    expect(shown()).toContain('  1  In Google Sheets (on a schedule)\n  2  In a folder\nWhere [1]: ')
    expect(shown().match(/from 1 to 2/g)).toHaveLength(3)
  })

  it('starts at the choice it is given', async () => {
    const { prompter } = terminal('')
    expect(await prompter.choose({ question: 'Where', choices, initial: 'folder' })).toBe('folder')
  })

  it.each([
    { typed: '', initial: true, answer: true },
    { typed: '', initial: false, answer: false },
    { typed: 'Yes', initial: false, answer: true },
    { typed: 'n', initial: true, answer: false },
  ])('takes "$typed" for $answer where $initial is usual', async ({ typed, initial, answer }) => {
    const { prompter } = terminal(typed)
    expect(await prompter.confirm('Sure?', initial)).toBe(answer)
  })

  it('is left when the input ends', async () => {
    const { prompter } = terminal()
    await expect(prompter.ask({ question: 'Name' })).rejects.toThrow(SetupCancelled)
  })

  it('shows what is to be copied on a line of its own', () => {
    const { prompter, shown } = terminal()
    prompter.copyable('reader@example.com')
    expect(shown().split('\n')).toContain('reader@example.com')
  })
})
