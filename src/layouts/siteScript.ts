// The whole of a page's own script. It is a file of ours, so that the builder can put it and all that it needs into one.
import '../access/takeLink.ts'
import { startPage } from '../bundle/startPage.ts'
import { whenParsed } from '../bundle/whenParsed.ts'
import { chosenTheme, followThemeSwitch, showTheme } from '../theme/theme.ts'

showTheme(chosenTheme())
void whenParsed().then(followThemeSwitch)
void startPage()
