import './tsx-hooks.ts'

// Only once the hooks are there: reports are drawn with React.
await import('../../main/worker.ts')
