import { fail, pass, type Check } from '../check.ts'

/** Google's clients and TypeScript without a compiler ask for it; npm scripts bring it along. */
const neededMajor = 24

/** Whether this is the Node.js that the project brings along. */
export const nodeVersion: Check = {
  id: 'node',
  title: 'the version of Node.js',
  needs: [],
  run: ({ nodeVersion: version }) => {
    if (Number(version.split('.')[0]) >= neededMajor) return Promise.resolve([pass(`Node.js ${version}`)])
    return Promise.resolve([
      fail(
        `Node.js ${version} is too old; the sync needs ${String(neededMajor)}.`,
        'Start everything through npm run …, which uses the Node.js of the project. If it still says so: npm ci',
      ),
    ])
  },
}
