/** The messages the window may send; nothing else is listened to. */
export const invokeChannel = 'nines:invoke'
export const cancelChannel = 'nines:cancel'
/** Asks for a place with the system's own dialog. */
export const chooseChannel = 'nines:choose-workspace'
/** The one message the window is sent: the id of a command that was chosen in the menu. */
export const commandChannel = 'nines:command'
