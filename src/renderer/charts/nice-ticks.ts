/**
 * Round numbers for an axis that starts at zero, or crosses it: 0, 50, 100… and not 0, 85, 170.
 * @param lowest at most 0
 * @param highest at least 0
 * @returns ticks from below `lowest` to above `highest`, about five of them, steps of 1, 2 or 5 × 10ⁿ
 */
export const niceTicks = (lowest: number, highest: number): readonly number[] => {
  const rough = Math.max(1, (highest - lowest) / 4)
  const magnitude = 10 ** Math.floor(Math.log10(rough))
  const step = magnitude * ([1, 2, 5, 10].find((factor) => factor * magnitude >= rough) ?? 10)
  const first = Math.floor(lowest / step)
  const last = Math.max(first + 1, Math.ceil(highest / step))
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step)
}
