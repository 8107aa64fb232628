import { siteAddress } from '../../private/config/siteAddress.ts'
import type { Prompter } from '../prompter.ts'

/** Where `npm run serve` serves the site. */
const ownComputer = 'http://127.0.0.1:4321/'

const explanation = `The dashboard is a website without data in it, and the numbers lie sealed beside it. Everybody who may
see them gets a link of their own, which begins with the address of that site. As long as there is
none, this computer's own address will do: then links work on this computer only.`

/** The address of the site, with a slash at its end. */
export async function askSite(prompter: Prompter): Promise<string> {
  prompter.tell('Site', explanation)
  const answer = await prompter.ask({
    question: 'Address of the site',
    initial: ownComputer,
    problem: (text) =>
      siteAddress(text) === null
        ? 'Type an address that begins with https://, without ? or # in it, such as https://numbers.example.com/.'
        : null,
  })
  return siteAddress(answer) ?? ownComputer
}
