import { config } from 'zod'

// zod probes for eval when a schema is made, and the content policy reports the probe. This module therefore
// has to be imported before the first schema.
config({ jitless: true })
