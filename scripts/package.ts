import { build } from './support/ensure-built.ts'
import { run, tool } from './support/tools.ts'

// Installers for this machine's system, in dist/ (electron-builder.yml). electron-builder fetches Electron's binary, so the site that keeps it must be reachable.
const built = await build()
if (built.code !== 0) {
  process.stderr.write(built.output)
  process.exit(1)
}
process.exitCode = await run(tool('electron-builder'), ['--publish', 'never', ...process.argv.slice(2)], { stdout: 'inherit' })
