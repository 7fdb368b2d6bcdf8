import { afterEach } from 'vitest'
import { makeTemporaryFolder } from '#support/temporary-folder'

const toRemove: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const remove of toRemove.splice(0)) await remove()
})

/** An empty folder of the test's own, gone after it. */
export const tempFolder = async (): Promise<string> => {
  const { path, remove } = await makeTemporaryFolder()
  toRemove.push(remove)
  return path
}
