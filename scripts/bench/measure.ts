import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** What one run of a Node script used. */
export interface Usage {
  readonly seconds: number
  /** Peak resident memory. */
  readonly megabytes: number
  readonly cpuSeconds: number
}

/** Runs a script of the project in a process of its own and returns what it used. Throws if it fails. */
export function measure(
  script: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Usage {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const report = join(folder, 'usage.json')
  const preload = resolve(import.meta.dirname, 'reportUsage.ts')
  const result = spawnSync(process.execPath, ['--import', preload, script, ...args], {
    env: { ...process.env, ...environment, BENCH_REPORT: report },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  if (result.status !== 0) throw new Error(`${script} exited with ${String(result.status)}: ${result.stderr}`)
  const usage = JSON.parse(readFileSync(report, 'utf8')) as Usage
  rmSync(folder, { recursive: true })
  return usage
}

/** The middle of some numbers (the upper one of two). */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The smallest value that at least the share `q` of the values does not exceed. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}
