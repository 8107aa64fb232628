import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const root = new URL('../../', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, root), 'utf8')

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, string>>
}

interface Job {
  readonly if?: string
  readonly needs?: string | readonly string[]
  readonly permissions?: Readonly<Record<string, string>>
  readonly environment?: string
  readonly 'timeout-minutes'?: number
  readonly outputs?: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions?: Readonly<Record<string, string>>
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress': boolean }
  readonly jobs: Readonly<Record<string, Job>>
}

const names = readdirSync(new URL('.github/workflows', root))
const files = names.map((name) => {
  const text = read(`.github/workflows/${name}`)
  return { name, text, workflow: parse(text) as Workflow }
})
const jobs = files.flatMap(({ name, workflow }) =>
  Object.entries(workflow.jobs).map(([id, job]) => ({ name: `${name}: ${id}`, job })),
)
const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts
const syncFile = files.find(({ name }) => name === 'sync.yml')
if (!syncFile) throw new Error('no workflow sync.yml')
const sync = syncFile.workflow

/** Rights with which a job could change what people see. */
const deployRights = ['contents', 'pages', 'deployments', 'packages', 'actions']

function mayDeploy({ permissions, environment }: Job): boolean {
  return environment === 'host' || deployRights.some((right) => permissions?.[right] === 'write')
}

describe.each(files)('the workflow $name', ({ text, workflow }) => {
  it('pins every action to a commit, with its version beside it', () => {
    const uses = [...text.matchAll(/^\s*(?:- )?uses:\s*(.+)$/gm)].map(([, use = '']) => use)
    expect(uses.length).toBeGreaterThan(0)
    expect(uses.filter((use) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(use))).toEqual([])
  })

  it('pins one action to one commit everywhere', () => {
    const pins = files.flatMap((file) => [...file.text.matchAll(/uses:\s*(\S+)@(\S+)/g)])
    const commits = new Map<string, Set<string>>()
    for (const [, action = '', commit = ''] of pins)
      commits.set(action, (commits.get(action) ?? new Set()).add(commit))
    expect([...commits].filter(([, found]) => found.size > 1)).toEqual([])
  })

  it('gives no right to all of its jobs, and is never started with the rights of a stranger’s change', () => {
    expect(workflow.permissions).toEqual({})
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target')
    expect(Object.keys(workflow.on)).not.toContain('workflow_run')
  })

  it('runs once at a time', () => {
    expect(workflow.concurrency?.group).toBeTruthy()
  })

  it('keeps nothing in a cache', () => {
    expect(text).not.toMatch(/actions\/cache|^\s*cache:/m)
    for (const { steps } of Object.values(workflow.jobs)) {
      for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/setup-node@')))
        expect(step.with?.['package-manager-cache']).toBe(false)
    }
  })

  it('puts no outside text into a command', () => {
    const commands = Object.values(workflow.jobs).flatMap(({ steps }) => steps.map(({ run }) => run ?? ''))
    expect(commands.filter((run) => run.includes('${{'))).toEqual([])
  })

  it('runs only scripts that exist', () => {
    const commands = Object.values(workflow.jobs).flatMap(({ steps }) => steps.map(({ run }) => run ?? ''))
    for (const [, script = ''] of commands.join('\n').matchAll(/npm run ([\w:-]+)/g))
      expect(Object.keys(scripts)).toContain(script)
    for (const [, path = ''] of commands.join('\n').matchAll(/(?:^|\s|\()((?:\.ci|scripts)\/[\w./-]+)/gm))
      expect({ path, exists: existsSync(new URL(path, root)) }).toEqual({ path, exists: true })
  })
})

describe.each(jobs)('the job $name', ({ job }) => {
  it('has a limit of time and rights of its own', () => {
    expect(job['timeout-minutes']).toBeLessThanOrEqual(60)
    expect(job.permissions).toBeDefined()
  })

  it('leaves no token in its checkout', () => {
    const checkouts = job.steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
    expect(checkouts.length).toBeGreaterThan(0)
    for (const checkout of checkouts) expect(checkout.with?.['persist-credentials']).toBe(false)
  })

  it('cannot both ask for a token and deploy', () => {
    expect(job.permissions?.['id-token'] === 'write' && mayDeploy(job)).toBe(false)
  })

  it('writes nothing to the repository', () => {
    expect(Object.entries(job.permissions ?? {}).filter(([, right]) => right === 'write')).toEqual(
      job.permissions?.['id-token'] === 'write' ? [['id-token', 'write']] : [],
    )
  })

  it('sees a secret only in an environment that protects it', () => {
    const secret = JSON.stringify(job.steps).includes('secrets.')
    expect(secret && job.environment === undefined).toBe(false)
  })
})

describe('the scheduled sync', () => {
  const { read: readJob, deploy, site } = sync.jobs
  if (!readJob || !deploy || !site) throw new Error('a job is missing')

  it('never runs on the full hour, and never cuts a run off', () => {
    const [schedule] = sync.on.schedule as { cron: string }[]
    const [minute, hours] = schedule?.cron.split(' ') ?? []
    expect(Number(minute)).toBeGreaterThan(0)
    expect(Number(minute)).toBeLessThan(60)
    expect(hours).toBeTruthy()
    expect(sync.concurrency?.['cancel-in-progress']).toBe(false)
    expect(Object.keys(sync.on)).toContain('workflow_dispatch')
  })

  it('asks for a token in the reading job alone, and installs nothing there that runs by itself', () => {
    const asking = Object.entries(sync.jobs).filter(([, { permissions }]) => permissions?.['id-token'])
    expect(asking.map(([id]) => id)).toEqual(['read'])
    const installs = readJob.steps.filter(({ run }) => run?.startsWith('npm ci'))
    expect(installs.map(({ run }) => run)).toEqual(['npm ci --ignore-scripts'])
  })

  it('publishes for owners alone, because it remembers no publication before', () => {
    const syncs = Object.values(sync.jobs).flatMap(({ steps }) =>
      steps.filter(({ run }) => run?.startsWith('npm run sync')),
    )
    expect(syncs).toHaveLength(1)
    expect(syncs[0]?.run).toMatch(/ --owners-only$/)
  })

  it('refuses a public repository before it does anything else', () => {
    expect(readJob.steps[0]?.run).toMatch(/\.private\)" = true$/)
  })

  it('hands over and deploys sealed bytes only', () => {
    expect(readJob.outputs).toEqual({ sealed: '${{ steps.seal.outputs.sealed }}' })
    for (const job of [site, deploy]) expect(job.if).toBe("needs.read.outputs.sealed == 'true'")
    const upload = readJob.steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact@'))
    expect(upload).toMatchObject({ if: "steps.seal.outputs.sealed == 'true'" })
    const commands = deploy.steps.flatMap(({ run }) => run ?? [])
    expect(commands[0]).toContain('isSealed.sh')
    expect(commands.join('\n')).not.toMatch(/\b(npm|npx|node)\b/)
  })

  it('leaves the host’s key nowhere, whatever becomes of the sending', () => {
    const run = deploy.steps.find(({ env }) => env?.DEPLOY_KEY)?.run ?? ''
    const [first, second, third] = run.split('\n')
    expect(first).toBe('umask 077')
    expect(second).toBe(`trap 'rm -f "$RUNNER_TEMP/key"' EXIT`)
    expect(third).toContain('> "$RUNNER_TEMP/key"')
  })

  it('writes the configuration for its own user only', () => {
    const writes = readJob.steps.filter(({ run }) => run?.includes('$VITALS_CONFIG'))
    expect(writes).toHaveLength(1)
    expect(writes[0]?.run).toMatch(/^umask 077\n/)
  })

  it('gives configuration, readers and signing key to no program, and to no other step or job', () => {
    const holds = ({ env }: Step) => JSON.stringify(env ?? {}).includes('secrets.VITALS_')
    const [writing, ...others] = Object.values(sync.jobs).flatMap(({ steps }) => steps.filter(holds))
    expect(others).toEqual([])
    expect(readJob.steps).toContain(writing)
    const [umask, ...commands] = (writing?.run ?? '').trim().split('\n')
    expect(umask).toBe('umask 077')
    // printf is the shell's own: no process is started that would inherit them.
    for (const command of commands) expect(command).toMatch(/^printf '%s\\n' "\$VITALS_[A-Z_]+" > \S+$/)
    expect(commands).toHaveLength(Object.keys(writing?.env ?? {}).length)
  })

  it('puts the signing key away before anything leaves the job, whatever became of the sync', () => {
    const steps = readJob.steps.map(({ run, uses, ...step }) => ({ ...step, does: run ?? uses ?? '' }))
    const place = steps.findIndex(({ does }) => /^rm -f \S*signing-key\.pem$/.test(does))
    expect(steps[place]).toMatchObject({ if: 'always()' })
    expect(place).toBeLessThan(steps.findIndex(({ does }) => does.startsWith('actions/upload-artifact@')))
    expect(place).toBeGreaterThan(steps.findIndex(({ does }) => does.startsWith('npm run sync')))
  })
})

describe('the systemd units', () => {
  const service = read('scripts/schedule/systemd/practice-vitals.service')
  const timer = read('scripts/schedule/systemd/practice-vitals.timer')
  const setting = (unit: string, key: string) => new RegExp(`^${key}=(.*)$`, 'm').exec(unit)?.[1]

  it('run what npm run sync runs', () => {
    const [, path = ''] = /^node (\S+)$/.exec(scripts.sync ?? '') ?? []
    expect(path).not.toBe('')
    expect(setting(service, 'ExecStart')).toMatch(
      new RegExp(`^/\\S+/node ${path} --source sheets --config /`),
    )
  })

  it('let the sync write its own folder and nothing else', () => {
    const [, out] = /--out (\S+)\/bundle$/.exec(setting(service, 'ExecStart') ?? '') ?? []
    expect(out).toBe(setting(service, 'ReadWritePaths'))
    expect(setting(service, 'ProtectSystem')).toBe('strict')
    expect(setting(service, 'UMask')).toBe('0077')
    for (const key of ['NoNewPrivileges', 'PrivateTmp']) expect(setting(service, key)).toBe('yes')
    expect(setting(service, 'User')).not.toMatch(/^(root)?$/)
  })

  it('do not forbid what Node needs to compile', () => {
    expect(setting(service, 'MemoryDenyWriteExecute')).toBeUndefined()
  })

  it('make up for a missed run, at a minute of their own', () => {
    expect(setting(timer, 'Persistent')).toBe('true')
    expect(setting(timer, 'RandomizedDelaySec')).toBeTruthy()
    expect(setting(timer, 'OnCalendar')).toMatch(/:(?!00)\d\d:00$/)
  })
})

describe('the schedule’s instructions', () => {
  const readme = read('scripts/schedule/README.md')

  it('name only scripts that exist', () => {
    const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script ?? '')
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((script) => !(script in scripts))).toEqual([])
  })

  it('set exactly the variables and secrets that the workflow reads', () => {
    const asked = (kind: string) =>
      new Set(
        [...syncFile.text.matchAll(new RegExp(`\\b${kind}\\.([A-Z_]+)`, 'g'))].map(([, name = '']) => name),
      )
    const told = (command: string) =>
      new Set([...readme.matchAll(new RegExp(`gh ${command} set (\\w+)`, 'g'))].map(([, name]) => name))
    expect(told('variable')).toEqual(asked('vars'))
    expect(told('secret')).toEqual(asked('secrets'))
  })

  it('have the part on a stopped schedule to which Data health points', () => {
    expect(readme).toContain('\n### No run\n')
    expect(read('src/components/lastRunView.ts')).toContain('“No run” in scripts/schedule/README.md')
  })
})
