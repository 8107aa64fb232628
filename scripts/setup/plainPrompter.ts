import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { ChoiceQuestion, Prompter, TextQuestion } from './prompter.ts'
import { SetupCancelled } from './SetupCancelled.ts'

/** The same questions line by line, for a terminal that cannot move its cursor. Choices are numbered. */
export function plainPrompter(input: Readable, output: Writable): Prompter {
  const write = (text: string) => void output.write(`${text}\n`)
  const line = (question: string) => readLine(question, input, output)
  return {
    start: (title) => write(`${title}\n`),
    tell: (title, text) => write(`\n${title}\n${indented(text)}\n`),
    copyable: (text) => write(`\n${text}\n`),
    good: (text) => write(`  ok  ${text}`),
    trouble: (text, remedy) => write(`  !   ${text}\n      ${remedy}`),
    ask: (question) => ask(question, line, write),
    choose: (question) => choose(question, line, write),
    confirm: (question, initial) => confirm(question, initial, line),
    wait: (text, work) => {
      write(`${text} ...`)
      return work()
    },
    end: (text) => write(`\n${text}`),
  }
}

type Line = (question: string) => Promise<string>
type Write = (text: string) => void

async function ask({ question, initial, example, problem }: TextQuestion, line: Line, write: Write) {
  const shown =
    initial !== undefined && initial !== '' ? ` [${initial}]` : example ? ` (such as ${example})` : ''
  for (;;) {
    const typed = await line(`${question}${shown}: `)
    const answer = typed === '' ? (initial ?? '') : typed
    const why = problem?.(answer) ?? null
    if (why === null) return answer
    write(`  ${why}`)
  }
}

async function choose<Value extends string>(
  { question, choices, initial }: ChoiceQuestion<Value>,
  line: Line,
  write: Write,
): Promise<Value> {
  const start = Math.max(
    0,
    choices.findIndex(({ value }) => value === initial),
  )
  for (const [index, { label, hint }] of choices.entries()) {
    write(`  ${String(index + 1)}  ${label}${hint === undefined ? '' : ` (${hint})`}`)
  }
  for (;;) {
    const typed = await line(`${question} [${String(start + 1)}]: `)
    const chosen = choices[typed === '' ? start : Number(typed) - 1]
    if (chosen) return chosen.value
    write(`  Type a number from 1 to ${String(choices.length)}.`)
  }
}

async function confirm(question: string, initial: boolean, line: Line): Promise<boolean> {
  for (;;) {
    const typed = (await line(`${question} ${initial ? '[Y/n]' : '[y/N]'}: `)).toLowerCase()
    if (typed === '') return initial
    if (/^(y|yes|n|no)$/.test(typed)) return typed.startsWith('y')
  }
}

/** One line; Ctrl-C, Ctrl-D and the end of the input leave. */
function readLine(question: string, input: Readable, output: Writable): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = createInterface({ input, output })
    const leave = () => reject(new SetupCancelled())
    reader.once('SIGINT', () => reader.close())
    reader.once('close', leave)
    reader.question(question, (answer) => {
      reader.off('close', leave)
      reader.close()
      resolve(answer.trim())
    })
  })
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((one) => `  ${one}`)
    .join('\n')
}
