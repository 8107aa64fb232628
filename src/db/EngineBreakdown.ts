import { engineTexts } from '../texts/engineTexts.ts'

/** An engine that a question has killed; it starts anew when it is needed. The message is fit to be shown. */
export class EngineBreakdown extends Error {
  override readonly name = 'EngineBreakdown'

  constructor(cause: unknown) {
    super(engineTexts.brokeDown, { cause })
  }
}
