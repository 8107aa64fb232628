import { writeFile } from 'node:fs/promises'
import { SyncError } from '../errors/SyncError.ts'
import { templateTabs } from './templateTabs.ts'
import { writeTemplateXlsx } from './writeTemplateXlsx.ts'

interface FileOptions {
  /** IANA name for the settings; null is the default. */
  readonly timeZone: string | null
  /** Whether a file of that name may be replaced. */
  readonly force: boolean
}

/** Writes the template as XLSX. Throws `SyncError`: a file is never replaced unasked. */
export async function writeTemplateFile(path: string, { timeZone, force }: FileOptions): Promise<void> {
  const bytes = await writeTemplateXlsx(templateTabs(timeZone === null ? {} : { timeZone }))
  try {
    await writeFile(path, bytes, { flag: force ? 'w' : 'wx' })
  } catch (cause) {
    throw cannotWrite(path, cause)
  }
}

function cannotWrite(path: string, cause: unknown): SyncError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
  if (code === 'EEXIST') {
    return new SyncError(
      `The file is there already: "${path}".`,
      'It may be filled in, so it was left alone. Name another file with --out, or say --force to replace it.',
      { cause },
    )
  }
  return new SyncError(
    `The template cannot be written to "${path}" (${code}).`,
    'Name a file in a folder that exists and that you may write to: npm run template -- --out <file>.xlsx',
    { cause },
  )
}
