import { fail, note, pass, type Check } from '../check.ts'

/** Whether git leaves the private workspace out: a row that is committed once stays in the history for ever. */
export const gitIgnored: Check = {
  id: 'git-ignored',
  title: 'whether git leaves data/private out',
  needs: [],
  run: async (context) => {
    const ignored = await context.isIgnored(context.workspace)
    if (ignored === null) return [note('There is no git repository here that data/private could get into.')]
    if (ignored) return [pass('data/private is ignored by git')]
    return [
      fail(
        'git does not ignore data/private: patient rows could be committed.',
        'Add the line data/private/ to .gitignore, then: git rm -r --cached --ignore-unmatch data/private',
      ),
    ]
  },
}
