import { createContext } from 'react'

/**
 * The corner of the panel around, where what stands in the panel puts its menu: beside the title, so that it
 * covers nothing. Null until the panel is there, undefined outside of any.
 */
export const PanelCorner = createContext<HTMLElement | null | undefined>(undefined)
