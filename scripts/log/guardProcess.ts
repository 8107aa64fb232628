import { writeFileSync } from 'node:fs'
import { log } from './log.ts'
import { printProblems } from './printProblems.ts'
import { shapeOf } from './shapeOf.ts'

/** Names that Node itself gives; a library may put anything there. */
const knownWarnings = new Set(['DeprecationWarning', 'ExperimentalWarning', 'MaxListenersExceededWarning'])

/**
 * Sees to it that nothing of a run shows that was not meant to: a crash leaves no memory in a core file or a report,
 * and what libraries, warnings and unforeseen errors would print is told by its kind. To be called first in a
 * command that reads a practice's rows.
 */
export function guardProcess(): void {
  leaveNoMemory()
  muteConsole()
  process.removeAllListeners('warning')
  process.on('warning', ({ name }) =>
    log.complain(`Note: ${knownWarnings.has(name) ? name : 'a warning'} of the runtime.`),
  )
  process.on('uncaughtException', (error) => end(error))
}

/** What would be written of the memory when the process dies: on Linux a core file without any of it. */
function leaveNoMemory(): void {
  try {
    writeFileSync('/proc/self/coredump_filter', '0')
  } catch {
    // No such thing on other systems.
  }
  process.report.reportOnFatalError = false
  process.report.reportOnUncaughtException = false
  process.report.reportOnSignal = false
}

/** Our own lines go through the log; what a library says may quote what it read. */
function muteConsole(): void {
  for (const name of ['debug', 'error', 'info', 'log', 'trace', 'warn', 'dir', 'table'] as const) {
    console[name] = (...parts: unknown[]) =>
      log.complain(`Note: a library printed ${parts.map(shapeOf).join('; ')}.`)
  }
}

/** An error that nobody caught, of a promise too: its class and our places, and the run is over. */
function end(error: unknown): void {
  printProblems(error)
  process.exit(1)
}
