import { resolve } from 'node:path'
import { confirm, isCancel } from '@clack/prompts'
import { Command } from 'commander'
import { guardProcess } from '../log/guardProcess.ts'
import { log } from '../log/log.ts'
import { printProblems } from '../log/printProblems.ts'
import { usualDays } from './invite.ts'
import { addPerson, type AddOptions, type Output } from './addPerson.ts'
import { listPeople } from './listPeople.ts'
import { openSharing, type Sharing } from './openSharing.ts'
import { removePerson } from './removePerson.ts'

interface CommonOptions {
  readonly config?: string
  readonly json?: boolean
}

guardProcess()
// A reader that has seen enough, such as head, closes the output: what must not be lost is written by then.
process.stdout.on('error', () => undefined)
// The readers and the signing key are for whoever writes them alone.
process.umask(0o077)

const project = resolve(import.meta.dirname, '../..')
const program = new Command('share').description(
  'Says who can open what the sync publishes: adds people, lists them, removes them.',
)

command('add', 'lets a person in, and shows their link this once')
  .requiredOption('--label <text>', 'who it is, such as "Front desk"')
  .requiredOption('--audience <kind>', 'viewer, or owner (payroll, expenses and money by provider too)')
  .option('--expires <days>', 'days until their last one; or never', String(usualDays))
  .option('--two-part', 'for e-mail: a link that holds no secret, and six words for another way')
  .option('--qr <file.svg>', 'draw the link for print too; the file holds the link')
  .action((options: AddOptions & CommonOptions) =>
    run(options, (sharing, output) => addPerson(options, sharing, output)),
  )

command('list', 'shows everybody who was added, and until when').action((options: CommonOptions) =>
  run(options, listPeople),
)

command('remove', 'takes a person out: the next sync seals everything anew without them')
  .argument('<id or label>', 'as the list shows it')
  .option('--yes', 'do not ask')
  .action((wanted: string, options: CommonOptions & { readonly yes?: boolean }) =>
    run(options, async (sharing, output) => {
      const isRemoved = await removePerson(wanted, sharing, { output, confirm: confirmation(options) })
      if (!isRemoved) process.exitCode = 1
    }),
  )

await program.parseAsync()

function command(name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .option('--config <file>', 'the practice’s config (default: data/private/practice.yaml)')
    .option('--json', 'print the result as JSON')
}

async function run(
  { config, json = false }: CommonOptions,
  work: (sharing: Sharing, output: Output) => Promise<void>,
): Promise<void> {
  const output: Output = {
    print: (text) => log.say(text),
    // Around the log, which withholds keys: here one is shown on purpose.
    reveal: (text) => written(`${text}\n`),
    json,
    colours: process.stdout.isTTY && process.env.TERM !== 'dumb',
  }
  try {
    await work(await openSharing(config, { project, now: new Date().toISOString() }), output)
  } catch (error) {
    printProblems(error, { json })
    process.exitCode = 1
  }
}

/** Resolves when the system has taken the text; rejects where nobody reads it. */
function written(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error) reject(error)
      else resolve()
    })
  })
}

/** How to ask; null where nobody is there to answer. */
function confirmation({ yes, json }: CommonOptions & { readonly yes?: boolean }) {
  if (yes) return () => Promise.resolve(true)
  if (json || !process.stdin.isTTY || !process.stdout.isTTY) return null
  return async () => {
    const answer = await confirm({ message: 'Remove this person?', initialValue: false })
    return !isCancel(answer) && answer
  }
}
