/** The two messages the window may send; nothing else is listened to. */
export const invokeChannel = 'nines:invoke'
export const cancelChannel = 'nines:cancel'
