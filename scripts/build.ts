import { build } from './support/ensure-built.ts'

const { code, output } = await build()
if (code !== 0) process.stderr.write(output)
process.exitCode = code
