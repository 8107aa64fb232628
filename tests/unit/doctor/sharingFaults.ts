import { generateKeyPairSync } from 'node:crypto'
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { healthyConfig, letIn, publish, type Practice } from './healthyPractice.ts'
import { config, type Planted } from './plantedFaults.ts'

/** Where a practice's readers are listed. */
export const readersOf = ({ configPath }: Practice) => join(dirname(configPath), 'readers.yaml')
const keyOf = ({ project }: Practice) => join(project, 'data', 'private', 'signing-key.pem')

/** Moves the signing key to another place in the project, and lets the config say so. */
async function moveKey(practice: Practice, place: string): Promise<void> {
  await mkdir(dirname(join(practice.project, place)), { recursive: true, mode: 0o700 })
  await rename(keyOf(practice), join(practice.project, place))
  const site = '  site: https://numbers.tworivers.example/\n'
  await practice.writeConfig(healthyConfig.replace(site, `${site}  signing_key: ../../${place}\n`))
}

/** Faults in who may open the numbers, and with which key they are signed. */
export const sharingFaults: readonly Planted[] = [
  { fault: 'nobody let in', flips: ['fail readers'], plant: (practice) => rm(readersOf(practice)) },
  {
    fault: 'a damaged readers file',
    flips: ['fail readers'],
    plant: (practice) => writeFile(readersOf(practice), '- label: Canary Quill\n'),
  },
  {
    fault: 'everybody expired',
    flips: ['fail readers'],
    plant: async (practice) => {
      const text = await readFile(readersOf(practice), 'utf8')
      await writeFile(readersOf(practice), text.replace('expires: null', 'expires: 2020-02-29'))
    },
  },
  {
    fault: 'nobody who is an owner',
    flips: ['fail readers-owner'],
    plant: async (practice) => {
      const text = await readFile(readersOf(practice), 'utf8')
      await writeFile(readersOf(practice), text.replace('audience: owner', 'audience: viewer'))
    },
  },
  {
    fault: 'somebody whose link ends soon',
    flips: ['warn readers-end'],
    plant: (practice) => letIn(practice, { label: 'Temp', audience: 'viewer', days: 14 }),
  },
  {
    fault: 'a readers file into which others could write themselves',
    flips: ['fail readers-closed', 'warn workspace-modes'],
    plant: (practice) => chmod(readersOf(practice), 0o620),
  },
  {
    fault: 'a signing key that others can read',
    flips: ['fail signing-key', 'warn workspace-modes'],
    plant: (practice) => chmod(keyOf(practice), 0o640),
  },
  {
    fault: 'a signing key that is gone',
    flips: ['fail signing-key'],
    plant: (practice) => rm(keyOf(practice)),
  },
  {
    fault: 'a signing key in a folder that is served',
    flips: ['fail signing-key'],
    plant: (practice) => moveKey(practice, 'public/key.pem'),
  },
  {
    fault: 'a signing key in the bundle',
    flips: ['fail signing-key'],
    plant: (practice) => moveKey(practice, 'data/private/bundle/data/key.pem'),
  },
  {
    fault: 'a signing key that git would take along',
    flips: ['fail signing-key-place'],
    plant: (practice) => moveKey(practice, 'keys/key.pem'),
  },
  {
    fault: 'no address of the site',
    flips: ['warn site'],
    plant: config('sharing:\n  site: https://numbers.tworivers.example/\n', ''),
  },
  {
    fault: 'a bundle that was signed by another key',
    flips: ['fail bundle-signed'],
    plant: (practice) => {
      const { privateKey } = generateKeyPairSync('ed25519')
      return writeFile(keyOf(practice), privateKey.export({ type: 'pkcs8', format: 'pem' }))
    },
  },
  {
    fault: 'a bundle that is too old to be shown',
    flips: ['fail bundle-signed'],
    plant: (practice) => publish(practice, new Date(Date.now() - 15 * 86_400_000).toISOString()),
  },
]
