import { resolve } from 'node:path'
import { Command } from 'commander'
import { guardProcess } from '../log/guardProcess.ts'
import { log } from '../log/log.ts'
import { printProblems } from '../log/printProblems.ts'
import { clackPrompter } from './clackPrompter.ts'
import { plainPrompter } from './plainPrompter.ts'
import { realEffects } from './realEffects.ts'
import { setup } from './setup.ts'
import { SetupCancelled } from './SetupCancelled.ts'

const byHand = `setup asks questions, and there is nobody at this terminal to answer (the input is no terminal).
Write the config by hand instead: copy scripts/private/config/example.yaml to data/private/practice.yaml,
list the links under "sheets: spreadsheets:", then check it with:
  npm run doctor -- --config data/private/practice.yaml`

guardProcess()

new Command('setup')
  .description('Asks where the data is, checks the access, writes the config and makes a dry run.')
  .addHelpText('after', '\nExit codes: 0 the dry run went well; 1 it did not, or setup was left.')
  .parse()

if (process.stdin.isTTY) await run()
else {
  log.complain(byHand)
  process.exitCode = 1
}

async function run(): Promise<void> {
  const isPlain = !process.stdout.isTTY || process.env.TERM === 'dumb'
  const prompter = isPlain ? plainPrompter(process.stdin, process.stdout) : clackPrompter()
  const project = resolve(import.meta.dirname, '../..')
  try {
    // npm runs scripts in the project's folder; paths are meant from where the person is.
    process.exitCode = await setup(prompter, realEffects(project, process.env.INIT_CWD ?? process.cwd()))
  } catch (error) {
    process.exitCode = 1
    if (error instanceof SetupCancelled) log.say('\nSetup was left; nothing was written.')
    else printProblems(error)
  }
}
