import type { Prompter } from '../../../scripts/setup/prompter.ts'
import { SetupCancelled } from '../../../scripts/setup/SetupCancelled.ts'

/**
 * An answer to a question that holds these words; `true` takes what is offered, and `true` and `false` are for
 * yes and no. A function does something meanwhile.
 */
export type Answer = readonly [question: string, answer: Given | (() => Given)]

type Given = string | boolean

export interface ScriptedPrompter extends Prompter {
  /** Everything that was said and asked, answers left out. */
  readonly said: readonly string[]
  /** Questions answered so far. */
  readonly asked: readonly string[]
}

/**
 * Answers setup's questions from a list, in order. An answer that does not belong to the question, or that is
 * refused, fails the test; at question number `leaveAt` (from 0) the person leaves.
 */
export function scriptedPrompter(answers: readonly Answer[], leaveAt = Infinity): ScriptedPrompter {
  const said: string[] = []
  const asked: string[] = []
  const next = (question: string): Given => {
    said.push(question)
    if (asked.length === leaveAt) throw new SetupCancelled()
    const [words, answer] = answers[asked.length] ?? []
    if (words === undefined || answer === undefined) throw new Error(`no answer left for: ${question}`)
    if (!question.includes(words))
      throw new Error(`expected a question about ${words}, but was asked: ${question}`)
    asked.push(question)
    return typeof answer === 'function' ? answer() : answer
  }
  return {
    said,
    asked,
    start: (title) => void said.push(title),
    tell: (title, text) => void said.push(title, text),
    copyable: (text) => void said.push(text),
    good: (text) => void said.push(text),
    trouble: (text, remedy) => void said.push(text, remedy),
    wait: (text, work) => {
      said.push(text)
      return work()
    },
    end: (text) => void said.push(text),
    ask: async ({ question, initial, problem }) => {
      const typed = await Promise.resolve(next(question))
      const answer = typed === true ? (initial ?? '') : String(typed)
      const why = problem?.(answer) ?? null
      if (why === null) return answer
      throw new Error(`refused: ${why}`)
    },
    choose: async ({ question, choices }) => {
      for (const { label, hint } of choices) said.push(label, hint ?? '')
      const wanted = await Promise.resolve(next(question))
      const chosen = choices.find(({ value }) => value === wanted)
      if (chosen) return chosen.value
      throw new Error(`unknown choice: ${String(wanted)} for: ${question}`)
    },
    confirm: async (question) => (await Promise.resolve(next(question))) === true,
  }
}
