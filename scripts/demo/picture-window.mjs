import { _electron } from 'playwright'
import { sandboxArguments } from '../setup/electron-command.mjs'
import { PROJECT_FOLDER } from '../setup/paths.mjs'

const { archive, home, file, electron } = JSON.parse(process.argv[2])

const app = await _electron.launch({
  executablePath: electron,
  colorScheme: null,
  args: [...sandboxArguments(), PROJECT_FOLDER, '--home', home, archive],
})
const window = await app.firstWindow()
await window.getByRole('listbox', { name: 'Results' }).getByRole('option').first().click()
await window.getByRole('article').getByRole('heading', { level: 1 }).waitFor()
await window.screenshot({ path: file })
await app.close()
