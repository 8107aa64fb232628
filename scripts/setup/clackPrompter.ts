import * as clack from '@clack/prompts'
import type { Choice, ChoiceQuestion, Prompter, TextQuestion } from './prompter.ts'
import { SetupCancelled } from './SetupCancelled.ts'

/** Questions on a terminal that can move its cursor. */
export function clackPrompter(): Prompter {
  return {
    start: (title) => clack.intro(title),
    tell: (title, text) => clack.note(text, title, { format: (line) => line }),
    copyable: (text) => void process.stdout.write(`${text}\n`),
    good: (text) => clack.log.success(text),
    trouble: (text, remedy) => clack.log.warn(`${text}\n${remedy}`),
    ask,
    choose,
    confirm: async (question, initial) =>
      answered(await clack.confirm({ message: question, initialValue: initial })),
    wait,
    end: (text) => clack.outro(text),
  }
}

async function ask({ question, initial, example, problem }: TextQuestion): Promise<string> {
  const judge = problem ?? (() => null)
  const answer = await clack.text({
    message: question,
    ...(initial === undefined ? {} : { initialValue: initial }),
    ...(example === undefined ? {} : { placeholder: example }),
    validate: (text) => judge((text ?? '').trim()) ?? undefined,
  })
  // An empty answer comes as nothing at all.
  return (answered(answer as typeof answer | undefined) ?? '').trim()
}

async function choose<Value extends string>({
  question,
  choices,
  initial,
}: ChoiceQuestion<Value>): Promise<Value> {
  const labels = choices.map(({ label, hint }: Choice<Value>, index) => ({
    value: index,
    label,
    ...(hint === undefined ? {} : { hint }),
  }))
  const start = Math.max(
    0,
    choices.findIndex(({ value }) => value === initial),
  )
  const index = answered(
    await clack.select({ message: question, options: labels, initialValue: start, maxItems: 12 }),
  )
  const chosen = choices[index]
  if (!chosen) throw new Error(`unknown choice: ${index}`)
  return chosen.value
}

async function wait<Result>(text: string, work: () => Promise<Result>): Promise<Result> {
  const spinner = clack.spinner()
  spinner.start(text)
  try {
    const result = await work()
    spinner.stop(text)
    return result
  } catch (error) {
    spinner.error(text)
    throw error
  }
}

function answered<Answer>(answer: Answer): Exclude<Answer, typeof clack.CANCEL_SYMBOL> {
  if (clack.isCancel(answer)) throw new SetupCancelled()
  return answer as Exclude<Answer, typeof clack.CANCEL_SYMBOL>
}
