import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

/**
 * Loaded into a command before anything else (`node --import`): brings about what cannot be ordered from outside.
 * Which trouble, at which of the calls to the disk, and what text a foreign error holds are said by the variables TROUBLE, TROUBLE_AT and TROUBLE_TEXT.
 */
const kind = process.env.TROUBLE ?? ''
const at = Number(process.env.TROUBLE_AT ?? '1')
const text = process.env.TROUBLE_TEXT ?? ''

/** An error as a library throws it: its text, its name and its code quote what it read. */
function foreign(): Error {
  const error = new RangeError(`Could not convert string '${text}'\n    at scripts/${text}:1:1`)
  error.name = text
  return Object.assign(error, { code: text, value: text, cause: new Error(text) })
}

/** Other things that go wrong at that moment and stop nothing. */
const asides: Readonly<Record<string, () => void>> = {
  kill: () => void process.kill(process.pid, 'SIGKILL'),
  timer: () =>
    void setTimeout(() => {
      throw foreign()
    }),
  rejection: () => void Promise.reject(foreign()),
  text: () =>
    void setTimeout(() => {
      // Some libraries throw what is no error.
      throw text as unknown as Error
    }),
  console: () => console.error(`bad cell ${text}`, { cell: text }, new Error(text)),
  warning: () => process.emitWarning(foreign()),
}

let count = 0

function struck(): void {
  count += 1
  if (count !== at) return
  if (kind === 'throw') throw foreign()
  asides[kind]?.()
}

const calls = ['readFile', 'mkdir', 'open', 'rename', 'link', 'writeFile', 'rm'] as const
for (const name of calls) {
  const original = promises[name] as (...given: unknown[]) => Promise<unknown>
  Object.assign(promises, {
    [name]: async (...given: unknown[]) => {
      struck()
      return original(...given)
    },
  })
}
syncBuiltinESMExports()
