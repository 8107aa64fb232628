/** A file of the browser engine, served by us; its name holds the first 16 hex digits of the hash. */
export interface EngineFile {
  /** Relative to the site's root. */
  readonly path: string
  /** Size and SHA-256 (hex) as used, before compression: how zlib compresses differs between machines. */
  readonly bytes: number
  readonly sha256: string
}

/** The two files of the pinned package that the browser engine needs; a test compares them with it. */
export const engineFiles: { readonly wasm: EngineFile; readonly worker: EngineFile } = {
  wasm: {
    path: 'engine/duckdb-eh.4c221bfa59c11f24.wasm.gz',
    bytes: 34_242_586,
    sha256: '4c221bfa59c11f24dbd750e70c90b9252eca6eec5633936e6a2ec766e55fd879',
  },
  worker: {
    path: 'engine/duckdb-browser-eh.f8ab72b6b90b3ad8.worker.js',
    bytes: 772_759,
    sha256: 'f8ab72b6b90b3ad83077d47426d4a99d5d9a4c7e07cba1a2be37d655adc7c1ab',
  },
}
