import type { CheckGroup } from './check.ts'
import { accountAddress } from './checks/accountAddress.ts'
import { bundleReadable } from './checks/bundleReadable.ts'
import { bundleSigned } from './checks/bundleSigned.ts'
import { clock } from './checks/clock.ts'
import { configFound } from './checks/configFound.ts'
import { configPrivate } from './checks/configPrivate.ts'
import { configValid } from './checks/configValid.ts'
import { credentialsFound } from './checks/credentialsFound.ts'
import { credentialsPrivate } from './checks/credentialsPrivate.ts'
import { diskSpace } from './checks/diskSpace.ts'
import { gitIgnored } from './checks/gitIgnored.ts'
import { heartbeat } from './checks/heartbeat.ts'
import { nodeVersion } from './checks/nodeVersion.ts'
import { rootUrls } from './checks/rootUrls.ts'
import { schedule } from './checks/schedule.ts'
import { cellsInOrder } from './checks/spreadsheet/cellsInOrder.ts'
import { driveReadable } from './checks/spreadsheet/driveReadable.ts'
import { fileKind } from './checks/spreadsheet/fileKind.ts'
import { notInBin } from './checks/spreadsheet/notInBin.ts'
import { otherTabs } from './checks/spreadsheet/otherTabs.ts'
import { pinnedTabs } from './checks/spreadsheet/pinnedTabs.ts'
import { pinsFit } from './checks/spreadsheet/pinsFit.ts'
import { shared } from './checks/spreadsheet/shared.ts'
import { tabsAlike } from './checks/spreadsheet/tabsAlike.ts'
import { tabsRecognised } from './checks/spreadsheet/tabsRecognised.ts'
import { timeZone } from './checks/spreadsheet/timeZone.ts'
import { viewerOnly } from './checks/spreadsheet/viewerOnly.ts'
import { volatileTabs } from './checks/spreadsheet/volatileTabs.ts'
import { ownerThere } from './checks/sharing/ownerThere.ts'
import { readersClosed } from './checks/sharing/readersClosed.ts'
import { readersEnd } from './checks/sharing/readersEnd.ts'
import { readersThere } from './checks/sharing/readersThere.ts'
import { signingKeyPlace } from './checks/sharing/signingKeyPlace.ts'
import { signingKeyThere } from './checks/sharing/signingKeyThere.ts'
import { viewersRecord } from './checks/sharing/viewersRecord.ts'
import { siteNamed } from './checks/sharing/siteNamed.ts'
import { spreadsheetsNamed } from './checks/spreadsheetsNamed.ts'
import { statusEditable } from './checks/statusEditable.ts'
import { statusReadable } from './checks/statusReadable.ts'
import { statusNamed } from './checks/statusNamed.ts'
import { token } from './checks/token.ts'
import { workspaceModes } from './checks/workspaceModes.ts'

export const computerGroup: CheckGroup = {
  title: 'This computer',
  checks: [nodeVersion, diskSpace, gitIgnored, workspaceModes],
}

export const configGroup: CheckGroup = {
  title: 'Config',
  checks: [configFound, configValid, configPrivate, spreadsheetsNamed],
}

/** Who can open what is published. */
export const sharingGroup: CheckGroup = {
  title: 'Sharing',
  checks: [
    siteNamed,
    readersThere,
    ownerThere,
    readersEnd,
    readersClosed,
    signingKeyThere,
    signingKeyPlace,
    viewersRecord,
  ],
}

export const googleGroup: CheckGroup = {
  title: 'Access to Google',
  checks: [rootUrls, credentialsFound, credentialsPrivate, accountAddress, token, clock],
}

/** The checks of one spreadsheet, under its title. */
export function spreadsheetGroup(id: string, title: string): CheckGroup {
  return {
    title,
    checks: [
      shared(id),
      fileKind(id),
      driveReadable(id),
      notInBin(id),
      viewerOnly(id),
      timeZone(id),
      pinnedTabs(id),
      otherTabs(id),
      tabsRecognised(id),
      cellsInOrder(id),
      volatileTabs(id),
    ],
  }
}

/** What only all spreadsheets together show. */
export function allTabsGroup(ids: readonly string[]): CheckGroup {
  return { title: 'All tabs together', checks: [pinsFit(ids), tabsAlike(ids)] }
}

export const statusGroup: CheckGroup = {
  title: 'Status workbook',
  checks: [statusNamed, statusReadable, statusEditable],
}

export const runsGroup: CheckGroup = {
  title: 'Runs',
  checks: [heartbeat, bundleReadable, bundleSigned, schedule],
}
