/** The views of a task, in the order of their tabs; each has the key of its place. */
export const taskTabs = ['verdict', 'log', 'cases', 'scaling', 'compare', 'plan', 'report'] as const
export type TaskTab = (typeof taskTabs)[number]
