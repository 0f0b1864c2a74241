import type { WallSetupText } from '@/i18n/wall-setup-zh'

/** Text of the wall's set-up, of the window that steers it and of its printed page, in English. */
export const wallSetupEn: WallSetupText = {
  remote: {
    title: 'Wall remote', hint: 'Steers the walls that are open in this browser on this machine.', open: 'Open a wall', language: '中文', languageLabel: 'Switch to Chinese', dark: 'Dark', light: 'Light',
    unavailable: 'This browser has no channel between windows (BroadcastChannel), so it cannot steer. Use the keyboard of the wall: ← → scenes, space pauses, P pins.',
    none: 'No wall found. Open one in this browser and it appears here by itself.', silent: (time) => `Silent for ${time}. The wall may be closed or hang.`,
    walls: 'Walls', all: 'All walls', wall: (n, size) => `Wall ${n} (${size})`, allHint: 'Commands go to all walls; the first one is shown below.',
    now: 'On the wall', waiting: 'No scene', previous: 'Previous', next: 'Next', pause: 'Pause', resume: 'Resume', pin: 'Pin this scene', unpin: 'Unpin',
    mode: { playing: 'Playing', paused: 'Paused', pinned: 'Pinned' }, nextIn: (time) => `next scene in ${time}`, resumeIn: (time) => `resumes in ${time}`, staysPaused: 'does not resume by itself', staysPinned: 'stays until unpinned',
    scenes: 'All scenes', sceneCount: (n) => `${n} scenes`, jump: (name) => `Go to ${name}`, noScenes: 'The wall has no scene to show yet.',
    freshness: { fresh: 'Data in order', stale: 'Refresh fails', old: 'Data are old' }, checked: (time) => `checked ${time} ago`, checkedNow: 'checked just now', neverChecked: 'not checked yet',
    dataDate: (date) => `Data as of ${date}`, build: (build) => `Program ${build}`, hidden: 'The window of the wall is hidden; its picture may stand still.', view: 'Open in the progress map', seconds: (n) => `${n} s`, minutes: (n) => `${n} min`, hours: (n) => `${n} h`,
  },
  setup: {
    title: 'Wall set-up', close: 'Close', closesIn: (n) => `closes after ${n} s without input`, keys: '← → scenes, space pauses, P pins, S set-up, Esc goes on; a long press opens the set-up too.',
    screen: 'Screen and viewing distance', diagonal: 'Screen diagonal', inch: 'inch', distance: 'Farthest viewer', metres: 'm', textScale: 'Text size', resolution: 'Resolution', resolutionValue: (width, height, ratio) => `${width} × ${height}, pixel ratio ${ratio}`,
    smallest: 'Smallest text', smallestValue: (mm, arcmin) => `${mm} mm high, ${arcmin}′ of vision`, enter: 'Enter diagonal and distance to check whether the smallest text can be read.',
    level: { good: 'Legible', poor: 'Small, hard to read', illegible: 'Too small to read' },
    fit: (scale) => `${scale} times the text size would be better.`, apply: 'Apply', noFit: (scale) => `Even the largest text, ${scale} times, cannot be read. Use a larger screen or a shorter distance.`, readableTo: (metres) => `The smallest text can be read up to ${metres} m away.`,
    source: 'Judged by the visual angle of capitals and digits: legible from 16′, comfortable from 20′ (ISO 9241-303, from memory, not verified).', notSaved: 'The browser did not save the settings. Copy the link below.',
    still: 'Cuts instead of flights', language: 'Language', links: 'Links', link: 'Link to this wall', linkHint: 'Settings in the link go before those saved on this machine.', copy: 'Copy', copied: 'Copied', copyFailed: 'Selected, copy it by hand', view: 'Open this scene in the progress map', remote: 'Open the remote',
    state: 'State',
    rows: { map: 'Map pixels', wakeLock: 'Screen stays on', offline: 'Offline cache', keeping: 'Last data kept', persisted: 'Storage protected', build: 'Program', dataDate: 'Data date', checked: 'Last refresh' },
    mapFull: 'All pixels', mapPart: (share) => `Only ${share} of the pixels are drawn, the picture is soft. Use a smaller window or another graphics card.`, mapNone: 'No 3D map',
    wakeLock: { on: 'On', off: 'Refused: switch off the screen saver in the system', unavailable: 'Not supported (needs HTTPS): switch off the screen saver in the system' },
    offline: { on: 'On', off: 'Off', starting: 'Starting' }, offlineReason: { insecure: 'needs HTTPS or this machine', unsupported: 'not in this browser', development: 'development server', refused: 'not allowed by browser or server', incomplete: 'some files are not kept yet' },
    because: (what, why) => `${what} (${why})`, keeping: { starting: 'Starting', on: 'On', off: 'Off: needs the network after a power cut' },
    persisted: { yes: 'Yes', no: 'No: may be cleared when space runs out', unavailable: 'Unknown' }, never: 'Not yet', failing: (time) => `failing since ${time}`, update: 'A new version is there and is taken at the end of a round',
  },
  print: {
    title: 'Scene of the wall', asOf: (date) => `As of ${date}`, picture: 'Map', noPicture: 'No picture of the map', district: 'District', community: 'Community', actual: 'Progress', planned: 'Plan', stage: 'Stage', households: 'Households', buildings: 'Buildings', started: 'Started', finished: 'Finished', accepted: 'Accepted',
    lamp: 'Lamp', count: 'Communities', aggregateOnly: 'Totals only.', more: (n) => `and ${n} more`, site: 'Site', facility: 'Facility', land: 'Land, m²', milestone: 'Milestone', plannedOn: 'Planned for', address: (address) => `Address of the scene ${address}`,
  },
}
