import type { Page } from '@playwright/test'
import { armor, Encrypter } from 'age-encryption'
import { sealAccess } from '../../scripts/share/sealAccess.ts'
import { twoPartLink } from '../../scripts/share/shareLink.ts'
import type { SealedDemo } from '../helpers/sealedDemo.ts'
import { expect, expectState, linkOf, test, type Spoil } from './sealedSite.ts'
import { figure, open } from './site.ts'

/** Pages that ask for something before they open say so if they were not asked for long. */
const waited = /preloaded using link preload/

test.describe('a link in two parts', () => {
  const id = '0123456789abcdef'
  const words = 'gong yo-yo abacus drop-down tulip zoom'
  const six = (page: Page) => page.getByLabel('The six words')

  test('opens with its words, however they are pasted, and asks for them once', async ({
    page,
    sealed,
    spoil,
    watch,
  }) => {
    watch.expected = waited
    const address = await spoil(async (folder) => {
      const keys = new Map([[id, armor.decode(await sealAccess(sealed.viewer, words))]])
      await sealed.publish({ folder, sealing: { ...sealed.sealing, keys } })
    })
    await page.goto(twoPartLink(`${address}collections/`, id))
    await expectState(page, 'words', 'This link needs its six words')
    expect(page.url()).toBe(`${address}collections/`)
    await expect(six(page)).toBeFocused()

    await six(page).fill('gong yo-yo abacus')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Those are 3 words. Six are needed')).toBeVisible()
    await six(page).fill('gong yo-yo abacus drop-down tulip zebra')
    await page.keyboard.press('Enter')
    await expect(page.getByText('These words do not open this link.')).toBeVisible()

    await page.reload()
    await expectState(page, 'words', 'This link needs its six words')
    await six(page).fill('  Gong, YO–YO\n abacus   Drop-Down; tulip\n\nZOOM ')
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await expect(page.locator('html[data-interface=ready]')).toBeAttached()
    await expect(figure(page, 'net_collections')).toContainText(/\d/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Collections')

    await page.goto(twoPartLink(address, id))
    await expect(figure(page, 'net_collections')).toContainText(/\d/)
  })

  /** The site with a link in two parts whose words cost a browser little. */
  async function quickLink(sealed: SealedDemo, spoil: Spoil): Promise<string> {
    const encrypter = new Encrypter()
    encrypter.setScryptWorkFactor(2)
    encrypter.setPassphrase(words)
    const key = await encrypter.encrypt(JSON.stringify(sealed.viewer))
    return spoil((folder) =>
      sealed.publish({ folder, sealing: { ...sealed.sealing, keys: new Map([[id, key]]) } }),
    )
  }

  test('whose words fail three times is doubted itself', async ({ page, sealed, spoil, watch }) => {
    watch.expected = waited
    await page.goto(twoPartLink(await quickLink(sealed, spoil), id))
    for (const [last, said] of [
      ['zebra', 'Compare them with what you were told'],
      ['zebras', 'Compare them with what you were told'],
      ['zoo', 'Ask the person who gave you the link for a new one, with new words.'],
    ] as const) {
      await six(page).fill(words.replace('zoom', last))
      await page.keyboard.press('Enter')
      await expect(page.getByRole('button', { name: 'Open', exact: true })).toBeEnabled()
      await expect(page.locator('.words-status')).toContainText(said)
    }
    await six(page).fill(words)
    await page.keyboard.press('Enter')
    await expect(figure(page, 'net_collections')).toContainText(/\d/)
  })

  test('whose words are lost says what to do, and can be left for another', async ({
    page,
    sealed,
    spoil,
    watch,
  }) => {
    watch.expected = waited
    const address = await quickLink(sealed, spoil)
    await open(page, linkOf(address, sealed.owner))
    await page.goto('about:blank')
    await page.goto(twoPartLink(address, id))
    await expectState(page, 'words', 'This link needs its six words')
    await page.getByRole('button', { name: 'I do not have the words' }).click()
    await expectState(page, 'words-lost', 'Lost words are replaced, not found again')
    await page.getByRole('button', { name: 'Enter the words' }).click()
    await expectState(page, 'words', 'This link needs its six words')
    await page.getByRole('button', { name: 'Go on without this link' }).click()
    await expect(page.locator('[data-access]')).toContainText('for owners')
  })

  test('that is left with nothing else in hand asks for a link, and not for words again', async ({
    page,
    site,
    watch,
  }) => {
    watch.expected = waited
    await page.goto(twoPartLink(site.address, id))
    await page.getByRole('button', { name: 'Go on without this link' }).click()
    await expectState(page, 'locked', 'This page needs its link')
    await page.reload()
    await expectState(page, 'locked', 'This page needs its link')
  })

  test('that is not on the host any more is closed', async ({ page, site, watch }) => {
    watch.expected = /404|preloaded using link preload/
    await page.goto(twoPartLink(site.address, id))
    await six(page).fill(words)
    await page.keyboard.press('Enter')
    await expectState(page, 'words-closed', 'This link is closed')
  })
})
