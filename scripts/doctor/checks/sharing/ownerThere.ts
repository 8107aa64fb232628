import { isLetIn } from '../../../share/readerState.ts'
import { onOneLine } from '../../../errors/onOneLine.ts'
import { fail, pass, type Check } from '../../check.ts'

/** Whether there is an owner: without one nobody sees payroll, and the sync refuses. */
export const ownerThere: Check = {
  id: 'readers-owner',
  title: 'whether there is an owner',
  needs: ['readers'],
  run: async (context) => {
    const today = await context.today()
    const owners = (await context.readers()).filter(
      (reader) => reader.audience === 'owner' && isLetIn(reader, today),
    )
    if (owners.length > 0) {
      return [pass(`Owners, who see payroll too: ${owners.map(({ label }) => onOneLine(label)).join(', ')}`)]
    }
    return [
      fail(
        'There is no owner: payroll, expenses and money by provider would open for nobody.',
        'npm run share -- add --label "Dr. Quill" --audience owner',
      ),
    ]
  },
}
