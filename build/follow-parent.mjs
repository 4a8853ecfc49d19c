/** Ends this process with the npm that started it: npm passes no signal on, so what it started would stay behind. */
const lookEveryMs = 500

/**
 * Sends this process SIGTERM once its parent is gone, if that was npm or npx: who starts a script by itself, as with
 * nohup, may go and leave it running. Windows gives no process another parent, so nothing happens there.
 */
export function endWithNpm() {
  if (process.env['npm_lifecycle_event'] === undefined) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, lookEveryMs)
  timer.unref()
}
