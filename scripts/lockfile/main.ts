import { readFileSync, writeFileSync } from 'node:fs'
import { completeLockfile, type Lockfile } from './completeLockfile.ts'

// Run after every `npm install`: see completeLockfile.
const path = new URL('../../package-lock.json', import.meta.url)
const lockfile = JSON.parse(readFileSync(path, 'utf8')) as Lockfile
writeFileSync(path, `${JSON.stringify(completeLockfile(lockfile), null, 2)}\n`)
