/**
 * What a browser on a wall is started with, and why. The supervisor, the unit for systemd and the document on hanging up a
 * wall all follow this list; a test compares them.
 * @type {readonly { flag: string, why: string }[]}
 */
export const KIOSK_FLAGS = [
  { flag: '--kiosk', why: 'full screen, without bars' },
  { flag: '--no-first-run', why: 'no greeting' },
  { flag: '--no-default-browser-check', why: 'no question' },
  { flag: '--noerrdialogs', why: 'no window about a fault over the picture' },
  { flag: '--disable-session-crashed-bubble', why: 'no offer to restore pages after a power cut' },
  { flag: '--hide-crash-restore-bubble', why: 'the same, under the name newer versions know' },
  { flag: '--disable-component-update', why: 'nothing is downloaded while showing' },
  { flag: '--disable-background-networking', why: 'no requests of the browser itself' },
  { flag: '--disable-sync', why: 'no account' },
  { flag: '--disable-features=Translate', why: 'no offer to translate the Chinese page' },
  { flag: '--disable-pinch', why: 'two fingers do not enlarge the page' },
  { flag: '--overscroll-history-navigation=0', why: 'a swipe does not leave the page' },
  { flag: '--password-store=basic', why: 'no question for the key ring of the desktop' },
  { flag: '--disable-background-timer-throttling', why: 'the show goes on behind a window of the system' },
  { flag: '--disable-backgrounding-occluded-windows', why: 'the same' },
  { flag: '--disable-renderer-backgrounding', why: 'the same' },
]
