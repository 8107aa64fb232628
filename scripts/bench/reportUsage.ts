import { writeFileSync } from 'node:fs'

// Preloaded into a measured process (`node --import`): writes what it used when it ends.
const report = process.env.BENCH_REPORT
const started = performance.now()

if (report !== undefined) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
    const seconds = (performance.now() - started) / 1000
    writeFileSync(
      report,
      JSON.stringify({ seconds, megabytes: maxRSS / 1024, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6 }),
    )
  })
}
