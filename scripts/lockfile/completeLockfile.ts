/** What this needs of a lockfile's package. */
export interface LockedPackage {
  readonly version?: string
  readonly dev?: boolean
  readonly resolved?: string
  readonly optional?: boolean
  readonly cpu?: readonly string[]
  readonly os?: readonly string[]
  readonly libc?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

export interface Lockfile {
  readonly packages: Readonly<Record<string, LockedPackage>>
}

const cpus = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'wasm32']
const systems = [
  'darwin',
  'linux',
  'win32',
  'freebsd',
  'android',
  'openharmony',
  'aix',
  'sunos',
  'netbsd',
  'openbsd',
]

/**
 * A lockfile with an entry for every optional package and no registry host. npm leaves out an optional
 * package that its registry does not offer (a mirror may lack other platforms' newest builds), and then
 * `npm ci` refuses the lockfile everywhere. The entries name platform and version; npm checks them where
 * it installs them.
 */
export function completeLockfile<L extends Lockfile>(lockfile: L): L {
  const packages: Record<string, LockedPackage> = {}
  for (const [path, { resolved, ...rest }] of Object.entries(lockfile.packages)) {
    packages[path] = resolved === undefined || /^https?:/.test(resolved) ? rest : { ...rest, resolved }
  }
  for (const { name, version, dev } of missingOptional(lockfile)) {
    packages[`node_modules/${name}`] = {
      version,
      ...(dev ? { dev } : {}),
      ...platformOf(name),
      optional: true,
    }
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
  return { ...lockfile, packages: Object.fromEntries(sorted) }
}

/** Optional dependencies that the lockfile names and does not hold. */
export function missingOptional({ packages }: Lockfile): { name: string; version: string; dev: boolean }[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {}, dev = false }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`])
      .map(([name, range]) => ({ name, version: range.replace(/^[^0-9]*/, ''), dev })),
  )
}

/** The platform in a package's name, such as `@x/binding-linux-arm64-musl`. */
function platformOf(name: string): Pick<LockedPackage, 'cpu' | 'os' | 'libc'> {
  const words = name.split(/[/-]/)
  const cpu = words.find((word) => cpus.includes(word))
  const os = words.find((word) => systems.includes(word))
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.some((word) => word.startsWith('gnu'))
      ? 'glibc'
      : null
  return {
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(os === undefined ? {} : { os: [os] }),
    ...(os === 'linux' && libc !== null ? { libc: [libc] } : {}),
  }
}
