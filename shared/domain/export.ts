import { z } from 'zod'

/** Files that trials leave in; the endings of their names. */
export const exportFormats = ['csv', 'jsonl'] as const
export const exportFormat = z.enum(exportFormats)
export type ExportFormat = z.infer<typeof exportFormat>
