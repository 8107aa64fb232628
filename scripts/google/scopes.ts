const root = 'https://www.googleapis.com/auth'

/** What a connection may do at Google, and nothing wider. */
export interface AccessWanted {
  readonly access: 'read' | 'write'
  /** Ask Drive whether a file moved since the last run; only for reading. */
  readonly changeDetection: boolean
}

/** OAuth scopes of a connection, narrowest that serve. */
export function scopesFor({ access, changeDetection }: AccessWanted): string[] {
  if (access === 'write') return [`${root}/spreadsheets`]
  const reading = `${root}/spreadsheets.readonly`
  return changeDetection ? [reading, `${root}/drive.metadata.readonly`] : [reading]
}

/** The line that signs a person in on their own computer. gcloud itself insists on cloud-platform. */
export function loginCommand(scopes: readonly string[]): string {
  return `gcloud auth application-default login --scopes=${[`${root}/cloud-platform`, ...scopes].join(',')}`
}
