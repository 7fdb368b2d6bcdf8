import { expect, test } from 'vitest'
import { createMirror } from '#data/mirror'
import { makeTag, tagId } from '#support/builders'
import { openTestDatabase } from '#support/data-world'

// Tables are read in pages of 5,000, the next ones on their way while one is unpacked.
test.each([0, 1, 4_999, 5_000, 5_001, 10_000, 15_001])('une table de %i fiches est lue en entier, dans l’ordre des identifiants', async (count) => {
  const database = openTestDatabase()
  await database.open()
  const tags = Array.from({ length: count }, (_, index) => makeTag({ id: tagId(index), name: `Étiquette ${index}` }))
  await database.records('tags').bulkAdd(tags)
  const read = await createMirror(database).read('tags')
  expect([...read.values()]).toEqual(tags)
  database.close()
})
