import type { DataWorkText } from '@/i18n/data-work-zh'

const plural = (n: string, one: string, many = `${one}s`): string => `${n} ${n === '1' ? one : many}`

/** Text of the clerks' view, in English: what was done, editing in place, and handing files on. */
export const dataWorkEn: DataWorkText = {
  keeping: {
    kept: 'Kept in this browser', saving: 'Saving', full: 'The storage of the browser is full: the last changes are not saved. Export all data, then free some space.', refused: 'The browser does not allow saving: the last changes are lost when the page is closed. Export all data first.',
    blocked: 'Another window holds the storage: the last changes are not saved. Close other windows and try again.', elsewhere: 'Another window has changed the data: this one is not up to date, and its change is not saved. Read the newest first.', unsaved: (n) => `${plural(n, 'step')} not saved`, retry: 'Try again', reload: 'Read the newest', exportNow: 'Export all data', server: 'The server has newer data than these are based on', takeServer: 'Use the server data', keepMine: 'Go on with mine', understood: 'I see', notice: { wasFull: 'The disk was full; all is saved now. The browser may still clear it when it starts again: export the data folder now.', wiped: 'The browser has removed the changes that were kept: the server data are shown.', merged: 'Another window changed the data too: the changes of this one were put on top.', dropped: 'Another window changed the same first: the change of this one was not taken.' }, none: 'No changes: the server data are shown', failed: 'This was not done; the data are as they were',
  },
  history: {
    title: 'History', open: 'History', count: (n) => plural(n, 'step'), undo: 'Undo', redo: 'Redo', restore: 'Restore', current: 'now', branch: 'branch', isUndone: 'undone', nobody: 'no name', who: 'Your name', whoExample: 'Name', whoHint: 'Stands on each step; kept in this browser only', empty: 'No changes yet. Each import and edit is listed here and can be undone and restored.', server: 'Server data', backToServer: 'Back to the server data', confirmServer: 'Go back to the server data? The history stays and can be restored.', yes: 'Go back', no: 'No', branchHint: 'After an undo something else was done; these steps are kept', more: (n) => `Show ${n} more`,
    step: {
      base: 'Opened the server data', import: (rows, files) => `Imported ${files}, ${plural(rows, 'record')} used`, importPlain: 'Imported files', progress: (place, item, from, to) => `${place} ${item} ${from} → ${to}`, milestone: (place, name, date) => `${place} ${name} ${date}`, remark: (place) => `${place} remark`, photo: (place) => `${place} photo`,
      geometry: (place) => `${place} boundary changed`, restore: (step) => `Restored step ${step}`, server: 'Took the server data', progressPlain: 'Changed progress', milestonePlain: 'Changed a milestone',
    },
  },
  edit: {
    title: 'Edit', of: (name) => `Edit ${name}`, choose: 'Community to edit', pick: 'Choose a community, or click one on the map', close: 'Stop editing', date: 'Reported on', note: 'Remark', noteHint: 'For example cause or basis', save: 'Save', saved: 'Saved', progress: 'Progress', milestones: 'Dates', geometry: 'Outline', photo: 'Photo', remark: 'Remark',
    item: 'Item', done: 'Done', building: 'Building', reached: 'Reached on', lower: (from) => `Less than the ${from} reported: it will be a correction`, shape: 'Change the boundary', shapeEnd: 'Stop changing', shapeHint: 'Click a shape, drag its corners, Delete removes a corner, Esc ends', shapeMany: 'A shape of several parts cannot be changed here', addPhoto: 'Add a photo', photoHint: 'It is scaled down and its location is removed',
    photoHeif: 'This is a HEIC photo, which the browser cannot read. Export it as JPG on the phone, or choose “Most compatible” in its camera settings.', photoTooLarge: 'The photo is larger than 40 MB and was not read: make it smaller first.', photoFailed: 'This is no photo that can be used (JPG, PNG, WebP)', remarkHint: 'Goes into the ledger with its date', noItems: 'This community has no items', whole: 'Community boundary', keepShape: 'Save the boundary', dropShape: 'Drop it', badDate: 'The date must not be later than today', side: { before: 'Before', after: 'After' }, credit: 'Taken by', removePhoto: 'Take this photo away',
    answer: { unsaved: 'Changed, but not saved: see the notice above', moot: 'There was nothing to change, or another window was first', renewed: 'The data on the server were just replaced: nothing was taken. You now see the new data, please look and change them again.', failed: 'Not done; the data are as they were: try again' }, problem: { 'too-few-corners': 'At least three corners are needed', 'self-crossing': 'The boundary must not cross itself', unavailable: 'The drawing tools could not be read, try again' },
  },
  out: {
    title: 'Export', open: 'Export', folder: 'All data (zip)', folderHint: 'For whoever runs the website: unpack it into its geodata folder, reload the page, and it is live', folderDownload: 'Download all data', oneDownload: 'Download this one', dataset: 'Data', format: 'Format', crs: 'Coordinate system', download: 'Download', writing: 'Writing the file', failed: 'The file could not be written, try again', close: 'Close', one: 'One dataset', table: 'A table has no coordinate system', wgs: 'WGS84 degrees', synthetic: 'Sample data are marked in the file', prefix: (name) => `Export ${name}`,
    formats: { geojson: 'GeoJSON', csv: 'CSV', xlsx: 'XLSX', shapefile: 'Shapefile' },
  },
}
