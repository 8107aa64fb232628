import { lazy, Suspense, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import type { AnsweredPage } from '../bundle/openPage.ts'
import { dashboards } from '../dashboards/dashboards.ts'
import { followPrint } from '../print/onPaper.ts'
import { viewOnPaper } from '../print/viewOnPaper.ts'
import { writePaperHead } from '../print/writePaperHead.ts'
import { engineTexts } from '../texts/engineTexts.ts'
import { DashboardPage } from './DashboardPage.tsx'
import { DownloadNotes } from './DownloadNotes.ts'
import { exportNotes } from './exportNotes.ts'
import { HealthPage } from './HealthPage.tsx'

const ExplorePage = lazy(() => import('./ExplorePage.tsx').then((m) => ({ default: m.ExplorePage })))

/** Puts the interface in the place of the page's first markup, which looks the same. */
export function mountPage(app: HTMLElement, page: string, opened: AnsweredPage): void {
  createRoot(app).render(
    <DownloadNotes value={exportNotes(opened.bundle.manifest, opened.practice)}>
      <Content page={page} opened={opened} />
    </DownloadNotes>,
  )
  followPrint(() => writePaperHead(viewOf(page, opened)))
}

/** What a page is narrowed to; Explore says it below its drawing, and Data health has nothing of the kind. */
function viewOf(page: string, { practice }: AnsweredPage): string {
  if (page === 'explore') return document.querySelector('.chart-foot')?.textContent ?? ''
  return dashboards.some(({ id }) => id === page) ? viewOnPaper(location.search, practice) : ''
}

function Content({ page, opened }: { readonly page: string; readonly opened: AnsweredPage }): ReactNode {
  const dashboard = dashboards.find(({ id }) => id === page)
  if (dashboard) return <DashboardPage dashboard={dashboard} opened={opened} />
  if (page !== 'explore') return <HealthPage opened={opened} />
  return (
    <Suspense fallback={<p className="card panel">{engineTexts.fetching}</p>}>
      <ExplorePage opened={opened} />
    </Suspense>
  )
}
