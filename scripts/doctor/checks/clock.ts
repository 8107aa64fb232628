import { fail, note, pass, type Check } from '../check.ts'

const minute = 60_000
/** Tokens are refused, and "nothing changed since" is misjudged, when the clock is further off. */
const tolerance = 10 * minute

/** Whether this computer's clock agrees with Google's. */
export const clock: Check = {
  id: 'clock',
  title: "this computer's clock",
  needs: ['token'],
  run: async (context) => {
    const skew = await context.clockSkew()
    if (skew === null) return [note("Google's clock was not seen: this computer's was not compared with it.")]
    if (Math.abs(skew) <= tolerance) return [pass("This computer's clock is not behind Google's")]
    const minutes = String(Math.round(Math.abs(skew) / minute))
    return [
      fail(
        `This computer's clock is ${minutes} minutes ${skew > 0 ? 'ahead of' : 'behind'} Google's.`,
        'Let the system set its clock: sudo timedatectl set-ntp true',
      ),
    ]
  },
}
