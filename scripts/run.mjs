// `node scripts/run.mjs <task> …`: the one door of every npm script. Plain JavaScript, since it is all that runs before anything is installed and
// under whatever Node the machine has. It installs what the lock file names, then hands over to scripts/<task>.ts under the project's own Node.
// Everything it has to say goes to stderr: stdout belongs to the task.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(root, 'node_modules')
const stamp = join(modules, '.maillage-installed')
const ownNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

const [task = '', ...rest] = process.argv.slice(2)
const script = join(root, 'scripts', `${task}.ts`)
if (!/^[a-z-]+$/.test(task) || !existsSync(script)) {
  console.error(`Maillage: there is no task « ${task} » in scripts/`)
  process.exit(2)
}
const lock = readFileSync(join(root, 'package-lock.json'))
const fingerprint = createHash('sha256').update(lock).update(`${process.platform} ${process.arch}`).digest('hex')
if (!isInstalled()) install()
handOver()

function isInstalled() {
  if (!existsSync(ownNode)) return false
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return true
  if (!holdsWhatTheLockNames()) return false
  writeFileSync(stamp, fingerprint)
  return true
}

/** Someone ran npm by hand: npm's own list of what is installed says whether it is the lock file's. */
function holdsWhatTheLockNames() {
  const list = join(modules, '.package-lock.json')
  if (!existsSync(list)) return false
  const installed = JSON.parse(readFileSync(list, 'utf8')).packages
  return Object.entries(JSON.parse(lock.toString()).packages).every(
    ([path, wanted]) => path === '' || wanted.optional === true || wanted.devOptional === true || installed[path]?.version === wanted.version,
  )
}

function install() {
  // `npm ci` empties node_modules first, which a running program would not survive: only for a fresh clone.
  const command = existsSync(modules) ? 'install' : 'ci'
  console.error(`Maillage: installing what package-lock.json names (npm ${command}); the first time takes a minute or two…`)
  // npm tells the scripts it runs how it was called; the npm started here must not take that for its own settings.
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(lifecycle|package|command|config_(argv|prefix|local_prefix))/i.test(name)),
  )
  const npm = (values) =>
    spawnSync('npm', [...values, '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'], {
      cwd: root,
      env: environment,
      stdio: ['ignore', process.stderr, process.stderr],
      shell: process.platform === 'win32',
    }).status === 0
  // A mirror that lacks the tools of other systems makes `npm ci` give up where `npm install` does not mind; neither touches the lock file.
  if (!npm([command, ...(command === 'install' ? ['--no-save'] : [])]) && !npm(['install', '--no-save'])) {
    console.error('Maillage: the installation failed (see above). The registry of npm must be reachable the first time.')
    process.exit(1)
  }
  writeFileSync(stamp, fingerprint)
}

function handOver() {
  const child = spawn(ownNode, ['--disable-warning=ExperimentalWarning', script, ...rest], {
    stdio: 'inherit',
    env: { ...process.env, PATH: `${join(modules, '.bin')}${delimiter}${process.env.PATH}`, MAILLAGE_ROOT: root },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)))
}
