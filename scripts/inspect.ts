// npm run -s inspect -- FILE…: what the importer sees in each file, one JSON line a file, in the order given. Exits 0 whatever the files are.
import { inspectFiles } from './inspect/inspect-files.ts'

const files = process.argv.slice(2)
if (files.length === 0) console.error('Usage : npm run -s inspect -- FICHIER…')
// A reader that leaves early (« | head -1 ») is no error.
process.stdout.on('error', () => process.exit(0))
for await (const report of inspectFiles(files)) process.stdout.write(`${JSON.stringify(report)}\n`)
