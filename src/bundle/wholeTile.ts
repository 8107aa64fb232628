import { asOfText } from '../components/asOfText.ts'
import type { TileView } from '../components/tileView.ts'
import type { Practice, PreparedTile } from './bundle.ts'

/** A prepared tile as `tileView` gave it: one that is not available says no date, every other the practice's. */
export function wholeTile(tile: PreparedTile, practice: Pick<Practice, 'asOf'>): TileView {
  return { ...tile, asOf: tile.state === 'unavailable' ? '' : asOfText(practice) }
}
