import type { Answer } from '../hooks/answerStore.ts'

/** Whether some of a page's answers are still to come or could not be had, and why not: the first reason, null for none. */
export function needOf(answers: readonly Answer[]): {
  readonly needed: boolean
  readonly failure: string | null
} {
  const failed = answers.find((answer) => answer.status === 'failed')
  return {
    needed: failed !== undefined || answers.some(({ status }) => status === 'loading'),
    failure: failed?.reason ?? null,
  }
}
