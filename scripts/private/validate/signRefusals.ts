import { SyncError } from '../../errors/SyncError.ts'
import { counted } from '../../words/counted.ts'
import type { Tab } from '../sources/source.ts'
import { tabLabel } from '../recognise/tabLabel.ts'
import { signNames, type AmountSigns, type SaidSigns } from './signedAmounts.ts'

/** Fewer rows that contradict what a person said may be all that there is of the other kind: a file of reversals. */
const rowsToContradict = 5

/**
 * Refuses a tab whose payments would raise A/R, or whose amounts stand otherwise than a person said: a sign that is
 * wrong turns collections around. Adjustments that are as unclear are told.
 */
export function signRefusals(
  tab: Tab,
  signs: AmountSigns,
): { readonly refusals: SyncError[]; readonly warnings: string[] } {
  const refusals: SyncError[] = []
  const warnings: string[] = []
  for (const [name, group] of entries) {
    const { positive, negative, cents } = signs.countOf(group)
    const written = signs.writtenAs(group)
    const counts = `${counted(positive, 'amount')} above zero, ${counted(negative, 'amount')} below`
    const most = Math.sign(positive - negative)
    if (signs.isSaid(group)) {
      if (positive + negative < rowsToContradict) continue
      if (most === 0 || most === written) {
        if (name !== 'refunds' && cents !== 0 && Math.sign(cents) !== written) {
          warnings.push(
            `Tab ${tabLabel(tab)}: ${name} are said to stand as ${wordOf(written)} amounts, and so most do (${counts}), but most of the money stands the other way: together they raise A/R. Look at the largest of them.`,
          )
        }
        continue
      }
      refusals.push(
        new SyncError(
          `Tab ${tabLabel(tab)}: the config says that ${name} stand as ${wordOf(written)} amounts, and most stand otherwise (${counts}).`,
          `Look whether the report was exported with another setting. If ${name} stand so from now on, change "signs" in the tab's entry to ${name}: ${wordOf(-written)}.`,
        ),
      )
    } else if (most !== 0 && cents !== 0 && Math.sign(cents) !== most) {
      const what = `Tab ${tabLabel(tab)}: most ${name} stand as ${wordOf(most)} amounts (${counts}), but most of the money stands the other way, so that ${name} would raise A/R.`
      const hint = `Look at the largest of them. Then say in the tab's entry under "tabs" how plain ${name} stand: signs: { ${name}: ${wordOf(most)} } (or ${wordOf(-most)}).`
      if (name === 'payments') refusals.push(new SyncError(what, hint))
      else if (name === 'adjustments') warnings.push(`${what} ${hint}`)
    }
  }
  return { refusals, warnings }
}

const entries = Object.entries(signNames) as [keyof SaidSigns, (typeof signNames)[keyof SaidSigns]][]

function wordOf(sign: number): 'positive' | 'negative' {
  return sign < 0 ? 'negative' : 'positive'
}
