import { createRoot } from 'react-dom/client'
import type { AnsweredPage } from '../bundle/openPage.ts'
import { dashboards } from '../dashboards/dashboards.ts'
import { DashboardPage } from './DashboardPage.tsx'
import { DownloadNotes } from './DownloadNotes.ts'
import { exportNotes } from './exportNotes.ts'
import { HealthPage } from './HealthPage.tsx'

/** Puts the interface in the place of the page's first markup, which looks the same. */
export function mountPage(app: HTMLElement, page: string, opened: AnsweredPage): void {
  const dashboard = dashboards.find(({ id }) => id === page)
  createRoot(app).render(
    <DownloadNotes value={exportNotes(opened.bundle.manifest, opened.practice)}>
      {dashboard ? <DashboardPage dashboard={dashboard} opened={opened} /> : <HealthPage opened={opened} />}
    </DownloadNotes>,
  )
}
