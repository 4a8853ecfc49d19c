import { foundation } from './0001-foundation.ts'
import { configurationsAndPlans } from './0002-configurations-and-plans.ts'
import { removedTasks } from './0003-removed-tasks.ts'
import { imports } from './0004-imports.ts'
import type { Migration } from './migration.ts'

export const migrations: readonly Migration[] = [foundation, configurationsAndPlans, removedTasks, imports]
