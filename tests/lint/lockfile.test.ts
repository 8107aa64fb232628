import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { completeLockfile, missingOptional, type Lockfile } from '../../scripts/lockfile/completeLockfile.ts'

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')
const lockfile = JSON.parse(read('package-lock.json')) as Lockfile

describe('the lockfile', () => {
  it('holds every platform, so that npm ci installs on any (else: npm run lockfile)', () => {
    expect(missingOptional(lockfile)).toEqual([])
  })

  it('names no registry', () => {
    expect(Object.values(lockfile.packages).filter(({ resolved }) => resolved !== undefined)).toEqual([])
  })

  it('goes with exact versions', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >
    const versions = Object.values({ ...dependencies, ...devDependencies })
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
  })
})

describe('completeLockfile(lockfile)', () => {
  it('adds what an incomplete registry left out, for its platform only', () => {
    const packages = {
      'node_modules/engine': {
        version: '1.2.0',
        optionalDependencies: { '@engine/linux-arm64-musl': '1.2.0', '@engine/win32-x64': '1.2.0' },
      },
    }
    const complete = completeLockfile<Lockfile>({ packages })
    expect(missingOptional(complete)).toEqual([])
    expect(complete.packages['node_modules/@engine/linux-arm64-musl']).toEqual({
      version: '1.2.0',
      cpu: ['arm64'],
      os: ['linux'],
      libc: ['musl'],
      optional: true,
    })
    expect(complete.packages['node_modules/@engine/win32-x64']).toEqual({
      version: '1.2.0',
      cpu: ['x64'],
      os: ['win32'],
      optional: true,
    })
  })

  it('takes registry addresses out', () => {
    const packages = {
      'node_modules/engine': { version: '1.2.0', resolved: 'https://registry.invalid/engine.tgz' },
    }
    expect(completeLockfile<Lockfile>({ packages }).packages['node_modules/engine']).toEqual({
      version: '1.2.0',
    })
  })

  it('leaves a complete lockfile as it is', () => {
    expect(completeLockfile(lockfile)).toEqual(lockfile)
  })
})
