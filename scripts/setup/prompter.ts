/**
 * How setup talks with a person. Every question throws `SetupCancelled` if the person leaves. What stands
 * behind it is a terminal, a plain stream, or a test's script.
 */
export interface Prompter {
  start(title: string): void
  /** A paragraph, or a list, under a heading. */
  tell(title: string, text: string): void
  /** A line to be copied: whole, and with nothing drawn around it. */
  copyable(text: string): void
  /** One line about something that is in order. */
  good(text: string): void
  /** Something that is not, and what to do. */
  trouble(text: string, remedy: string): void
  /** Asks until `problem` has nothing to say about the answer; answers come trimmed. */
  ask(question: TextQuestion): Promise<string>
  choose<Value extends string>(question: ChoiceQuestion<Value>): Promise<Value>
  confirm(question: string, initial: boolean): Promise<boolean>
  /** Shows that something takes its time. */
  wait<Result>(text: string, work: () => Promise<Result>): Promise<Result>
  end(text: string): void
}

export interface TextQuestion {
  readonly question: string
  /** What an empty answer means, shown before anything is typed. */
  readonly initial?: string
  readonly example?: string
  /** Why the answer will not do; null if it will. */
  readonly problem?: (answer: string) => string | null
}

export interface ChoiceQuestion<Value extends string> {
  readonly question: string
  readonly choices: readonly Choice<Value>[]
  readonly initial?: Value
}

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly hint?: string
}
