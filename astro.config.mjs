import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@astrojs/react'
import { defineConfig } from 'astro/config'
import { chunkOf } from './scripts/chunks/chunkOf.ts'
import { preloadScripts } from './scripts/chunks/preloadScripts.ts'
import { writeFonts } from './scripts/font/writeFonts.ts'
import { hardenBuild } from './scripts/policy/hardenBuild.ts'
import { writeWorker } from './scripts/worker/writeWorker.ts'
import { directives, scriptSources, styleSources } from './src/policy/contentPolicy.ts'

// The builder reads this when it is about to send its telemetry: no build of a practice's site tells anybody.
process.env.ASTRO_TELEMETRY_DISABLED = '1'

/**
 * The site is a shell without data: it opens the bundle that lies beside it. Everything it asks for is
 * in its own folder, and every address is relative, so the folder can be put anywhere.
 */
export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  // Code blocks are not used; the highlighter would need inline styles.
  markdown: { syntaxHighlight: false },
  build: { format: 'directory', inlineStylesheets: 'never' },
  integrations: [react(), leanFonts(), fewRequests(), relativeAddresses(), hardenedBuild()],
  security: {
    csp: {
      directives: [...directives],
      scriptDirective: { resources: [...scriptSources] },
      styleDirective: { resources: [...styleSources] },
    },
  },
  vite: {
    // Nothing is put into a page: the policy knows files only.
    build: {
      target: 'es2022',
      // Colours of both schemes stand in one place, by `light-dark()`: left as it is.
      cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
      chunkSizeWarningLimit: 900,
      assetsInlineLimit: 0,
      sourcemap: false,
    },
    resolve: { dedupe: ['@noble/hashes'] },
    experimental: {
      renderBuiltUrl: (_file, { hostType }) => (hostType === 'html' ? undefined : { relative: true }),
    },
  },
})

/**
 * Rewrites the root-relative addresses of every built page and style sheet to relative ones. The 404 page
 * keeps its own: a host may show it at any depth.
 *
 * @returns {import('astro').AstroIntegration}
 */
function relativeAddresses() {
  return {
    name: 'relative-addresses',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir)
        const files = await readdir(root, { recursive: true })
        for (const file of files.filter((name) => /\.(html|css)$/.test(name) && name !== '404.html')) {
          const toRoot = relative(dirname(file), '.') || '.'
          const text = await readFile(join(root, file), 'utf8')
          const moved = text.replace(/(\b(?:href|src)="|\burl\()\/(?!\/)/g, `$1${toRoot}/`)
          if (moved !== text) await writeFile(join(root, file), moved)
        }
      },
    },
  }
}

/**
 * Puts the policy in front of every built page, and beside the pages as headers; and the worker that keeps them.
 *
 * @returns {import('astro').AstroIntegration}
 */
function hardenedBuild() {
  return {
    name: 'hardened-build',
    hooks: { 'astro:build:done': ({ dir }) => hardenBuild(fileURLToPath(dir), writeWorker) },
  }
}

/**
 * Has the style sheets' `site-fonts/` be the typeface with only what the site is written with. Written before the
 * build names its files, so that another choice of characters gets another name.
 *
 * @returns {import('astro').AstroIntegration}
 */
function leanFonts() {
  return {
    name: 'lean-fonts',
    hooks: {
      'astro:config:setup': async ({ createCodegenDir, updateConfig }) => {
        const folder = fileURLToPath(createCodegenDir())
        await writeFonts(folder)
        updateConfig({ vite: { resolve: { alias: { 'site-fonts': folder.replace(/[\\/]$/, '') } } } })
      },
    },
  }
}

/**
 * Puts what a page needs before its first number into few files, and has the page ask for them at once.
 *
 * @returns {import('astro').AstroIntegration}
 */
function fewRequests() {
  /** @type {import('./scripts/chunks/builtChunk.ts').BuiltChunk[]} */
  const chunks = []
  return {
    name: 'few-requests',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [plannedChunks(chunks), leanKeys()] } })
      },
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir)
        const files = await readdir(root, { recursive: true })
        for (const file of files.filter((name) => name.endsWith('.html'))) {
          const html = await readFile(join(root, file), 'utf8')
          await writeFile(join(root, file), preloadScripts(html, chunks))
        }
      },
    },
  }
}

/**
 * Has the builder follow `chunkOf`, and notes what came of it.
 *
 * @param {import('./scripts/chunks/builtChunk.ts').BuiltChunk[]} built
 * @returns {import('vite').Plugin}
 */
function plannedChunks(built) {
  return {
    name: 'planned-chunks',
    enforce: 'post',
    applyToEnvironment: ({ name }) => name === 'client',
    configEnvironment: {
      order: 'post',
      handler: (name, { build }) => {
        if (name !== 'client' || !build) return
        const { output, ...rest } = build.rolldownOptions ?? {}
        const codeSplitting = { groups: [{ name: chunkOf }], includeDependenciesRecursively: false }
        build.rolldownOptions = {
          ...rest,
          // Nobody but the build's own files imports what the first script exports.
          preserveEntrySignatures: 'allow-extension',
          output: { ...(Array.isArray(output) ? {} : output), codeSplitting },
        }
      },
    },
    generateBundle: (_options, bundle) => {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue
        const { fileName, name, imports, code } = file
        built.push({
          fileName,
          name,
          imports,
          runs: code.replaceAll(/import\s*["'][^"']+["'];?/g, '').trim() !== '',
        })
      }
    },
  }
}

/**
 * Of age, pages use what reads files and words; keys are `src/bundle/hybridIdentity.ts`. The libraries of curves and
 * lattices that age has for its own are left out. The code for browsers that know neither takes its curve from the older
 * of two copies, so that it comes alone, without what the newer one has for signatures.
 *
 * @returns {import('vite').Plugin}
 */
function leanKeys() {
  const left = '\0left-out'
  return {
    name: 'lean-keys',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    async resolveId(source, importer) {
      if (!/^@noble\/(curves|post-quantum)\//.test(source)) return null
      if (importer?.includes('/age-encryption/')) return left
      if (!importer?.endsWith('/src/bundle/keysSlowly.ts') || !source.includes('curves')) return null
      const lattices = await this.resolve('@noble/post-quantum/ml-kem.js', importer)
      return lattices && this.resolve(source, lattices.id)
    },
    load: (id) =>
      id === left
        ? 'export const x25519 = null, p256 = null, MLKEM768P256 = null, MLKEM768X25519 = null'
        : null,
  }
}
