import type { Access } from './access.ts'
import type { AccessState } from '../access/accessState.ts'
import type { AccessStore, Kept } from '../access/accessStore.ts'
import { beginAccess, type Beginning } from '../access/beginAccess.ts'
import { browserStore } from '../access/browserStore.ts'
import { followAccess } from '../access/followAccess.ts'
import { parseLink } from '../access/parseLink.ts'
import { siteUrl } from '../access/siteUrl.ts'
import { takenLink } from '../access/takenLink.ts'
import { startTexts } from '../texts/startTexts.ts'
import { knowsLattices } from './latticeKey.ts'
import { mayHaveCopy } from './mayHaveCopy.ts'
import { nameMoment } from './namePractice.ts'
import { BundleError } from './openBundle.ts'
import { openPage, withAnswers, type OpenedPage } from './openPage.ts'
import { revealNumbers, revealRest } from './revealNumbers.ts'
import { prepareMetrics, showNumbers } from './showNumbers.ts'
import { showProblem } from './showProblem.ts'
import { whenParsed } from './whenParsed.ts'

/** How long the numbers may take before their empty frames are shown, in ms. */
const framesAfterMs = 250

/** When a copy is kept, in ms after the interface is there. */
const keepAfterMs = 2_000

/**
 * The whole life of a page: see what the reader has in hand, open the bundle with it, show the first numbers,
 * and only then fetch the interface. Whatever fails is said in the page, and then no number is on it.
 */
export async function startPage(): Promise<void> {
  const { page = '' } = document.documentElement.dataset
  const taken = takenLink()
  const link = taken && parseLink(taken.text)
  if (page === 'not-found') {
    if (link?.kind === 'damaged') await stop({ kind: 'link-damaged' })
    return
  }
  if (window.top !== window.self) {
    await stop({ kind: 'framed' })
    return
  }
  setTimeout(revealNumbers, framesAfterMs)
  const store = browserStore(siteUrl())
  addEventListener('takenlink', () => void startAnew(store))
  // The code that opens what is sealed is on its way while the key is looked up.
  if (link?.kind === 'key' || store.mayRecall()) {
    import('./unseal.ts').catch(() => null)
    if (!knowsLattices()) import('./keysSlowly.ts').catch(() => null)
  }
  try {
    await show(page, store, await beginAccess({ link, store, today: today() }))
  } catch (error) {
    await explain(error)
  }
}

/** A link was pasted over an open page's address: the page starts again, with nothing of what it showed. */
async function startAnew(store: AccessStore): Promise<void> {
  const taken = takenLink()
  if (!taken) return
  const link = parseLink(taken.text)
  if (link.kind === 'damaged') {
    await stop({ kind: 'link-damaged' })
    return
  }
  store.awaitWords(link.kind === 'words' ? link.id : null)
  if (link.kind === 'key') await store.keepForTab({ access: link.access, words: null })
  location.reload()
}

async function show(page: string, store: AccessStore, begun: Beginning): Promise<void> {
  if (begun.kind === 'stop') {
    await stop(begun.state)
    return
  }
  const asked = begun.kind === 'words' ? await wordsOf(begun.id, store) : begun.kept
  const { opened, kept } = await openWith(page, asked, store)
  await showNumbers(opened)
  document.documentElement.dataset.opened = opened.bundle.audience
  performance.mark('first-numbers')
  await nextPaint()
  revealRest()
  if (kept) void followAccess({ kept, store, audience: opened.bundle.audience })
  const mounted = mount(page, opened)
  // While the interface is on its way, and not in the way of the numbers.
  await nextPaint()
  nameMoment(opened)
  await mounted
  setTimeout(() => {
    // What cannot be had leaves the page as it is.
    import('../worker/keepOffline.ts').then((worker) => worker.keepOffline(opened.bundle)).catch(() => null)
  }, keepAfterMs)
}

/** Opens with what is in hand; with nothing, what the device remembers is looked for once more. */
async function openWith(
  page: string,
  kept: Kept | null,
  store: AccessStore,
): Promise<{ readonly opened: OpenedPage; readonly kept: Kept | null }> {
  try {
    return { opened: await openAnywhere(page, kept?.access ?? null), kept }
  } catch (error) {
    const isLocked = error instanceof BundleError && error.reason === 'locked'
    // The device's mark may have been cleared away while the key was not.
    const recalled = isLocked && kept === null ? await store.recall() : null
    if (!recalled) throw error
    return { opened: await openAnywhere(page, recalled.access), kept: recalled }
  }
}

/** Opens what the host has published; where it does not answer, the copy that this device has kept. */
async function openAnywhere(page: string, access: Access | null): Promise<OpenedPage> {
  try {
    return await openPage(page, access, { asked: prepareMetrics })
  } catch (error) {
    if (!mayHaveCopy() || !(error instanceof BundleError && error.reason === 'unreachable')) throw error
    const { openCopy } = await import('../worker/openCopy.ts')
    return openCopy(page, access)
  }
}

async function wordsOf(id: string, store: AccessStore): Promise<Kept> {
  await whenParsed()
  // The page as it was built comes back once the words are there.
  const main = document.querySelector('main')
  const built = [...(main?.childNodes ?? [])]
  const { title } = document
  const { askForWords } = await import('../access/askForWords.ts')
  const access = await askForWords(new URL('bundle/', siteUrl()), id)
  const kept = { access, words: id }
  void store.keepForTab(kept)
  store.awaitWords(null)
  main?.replaceChildren(...built)
  document.title = title
  delete document.documentElement.dataset.state
  return kept
}

async function mount(page: string, opened: OpenedPage): Promise<void> {
  const app = document.querySelector<HTMLElement>('#app')
  try {
    if (app) {
      const [{ mountPage }, answered] = await Promise.all([
        import('../components/mountPage.tsx'),
        withAnswers(opened),
      ])
      mountPage(app, page, answered)
    } else {
      const [{ writePaperHead }, { searchDefinitions }] = await Promise.all([
        import('../print/writePaperHead.ts'),
        import('../definitions/searchDefinitions.ts'),
      ])
      searchDefinitions()
      addEventListener('beforeprint', () => writePaperHead(''))
    }
    document.documentElement.dataset.interface = 'ready'
  } catch (error) {
    // What is not as it was published takes back the numbers too; what could not be had leaves them.
    if (error instanceof BundleError && error.reason !== 'unreachable') {
      await explain(error)
      return
    }
    reportError(error)
    showProblem(startTexts.interfaceFailed)
  }
}

/** A refusal has a page of its own; a fault of ours is said in words, and in full where developers look. */
async function explain(error: unknown): Promise<void> {
  if (error instanceof BundleError) {
    await stop({ kind: error.state }, error.message)
    return
  }
  reportError(error)
  await whenParsed()
  showProblem(startTexts.pageFailed)
}

/** Shows a state's page in the place of the numbers; where even that cannot be fetched, its message. */
async function stop(state: AccessState, message: string = startTexts.notOpened): Promise<void> {
  await whenParsed()
  try {
    const { showState } = await import('../access/showState.ts')
    showState(state)
  } catch {
    showProblem(message)
  }
}

/** Lets the browser paint what is there before more work begins. A hidden page does not wait. */
function nextPaint(): Promise<void> {
  if (document.hidden) return Promise.resolve()
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}

/** The civil date where the reader is. */
function today(): string {
  const now = new Date()
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}
