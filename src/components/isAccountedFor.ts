import type { Account } from '../bundle/bundle.ts'

/** Whether everything read is accounted for: included, rejected, duplicate, blank or out of scope. */
export function isAccountedFor(account: Account): boolean {
  const { read, included, quarantined, duplicates, blank, outOfScope } = account
  return read === included + quarantined + duplicates + blank + outOfScope
}

/** Several accounts as one. */
export function addAccounts(accounts: readonly Account[]): Account {
  const sum = (key: keyof Account) => accounts.reduce((total, account) => total + account[key], 0)
  return {
    read: sum('read'),
    included: sum('included'),
    quarantined: sum('quarantined'),
    duplicates: sum('duplicates'),
    blank: sum('blank'),
    outOfScope: sum('outOfScope'),
  }
}
