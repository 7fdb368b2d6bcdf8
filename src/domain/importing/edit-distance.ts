/**
 * How many slips part two words: a letter more, less or other, or two neighbours swapped, counts one (Damerau–Levenshtein, optimal string alignment).
 * Counting stops at 2: « more than one » is all that matching asks.
 */
export const distance = (left: string, right: string): 0 | 1 | 2 => {
  if (left === right) return 0
  if (Math.abs(left.length - right.length) > 1) return 2
  let start = 0
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1
  let leftEnd = left.length
  let rightEnd = right.length
  while (leftEnd > start && rightEnd > start && left[leftEnd - 1] === right[rightEnd - 1]) {
    leftEnd -= 1
    rightEnd -= 1
  }
  const leftRest = leftEnd - start
  const rightRest = rightEnd - start
  if (leftRest <= 1 && rightRest <= 1) return 1
  return leftRest === 2 && rightRest === 2 && left[start] === right[start + 1] && left[start + 1] === right[start] ? 1 : 2
}
