/**
 * Calls back once when this process has grown by more than `megabytes` since the watch began; answers the function that ends the watch.
 * V8's own limit on a thread is no safe guard: reached inside a native function, it ends the whole application.
 */
export const watchMemory = (megabytes: number, onTooMuch: () => void): (() => void) => {
  const most = process.memoryUsage.rss() + megabytes * 1_048_576
  const timer = setInterval(() => {
    if (process.memoryUsage.rss() < most) return
    clearInterval(timer)
    onTooMuch()
  }, 50)
  return () => clearInterval(timer)
}
