import type { LandScenarioText } from '@/i18n/land-scenario-zh'

const plural = (n: string, one: string, many = `${one}s`): string => `${n} ${n === '1' ? one : many}`

/** Text of scenarios, comparison, exports, the printed site card and the life of a space, in English. */
export const landScenarioEn: LandScenarioText = {
  scenario: {
    title: 'Scenarios', name: 'Name of the scenario', defaultName: (facility, n) => `${facility}, scenario ${n}`, keep: 'Keep', replace: 'Replace', kept: (name) => `Kept ${name}`,
    none: 'No scenario is kept yet. Give the present question a name to open and compare it at any time.', hint: 'A scenario keeps the question, changed rules and drawn spaces; opening it computes on the present data.',
    line: (facility, mode, radius, count) => `${facility} · ${mode} ${radius} · ${count}`, rules: (n) => plural(n, 'rule changed', 'rules changed'), drawn: (n) => `${n} drawn`,
    open: 'Open', remove: 'Remove', removeSure: 'Really remove', now: 'asked now', pick: (name) => `Pick ${name} to compare`,
    notSaved: 'The browser did not save this: scenarios are lost when the page is closed. Export them to a file.', full: (n) => `At most ${n} scenarios are kept. Remove some first.`,
    compare: 'Compare the two', compareHint: 'Pick two scenarios to compare', exportFile: 'Export file', importFile: 'Import file', imported: (n) => `${plural(n, 'scenario')} imported`, leftOut: (n) => `no room for ${n} more`,
    notRead: 'This is no file of scenarios; nothing was imported.', fileName: 'land-scenarios', copy: 'Copy link', copied: 'Link copied', copyFailed: 'The browser does not allow copying: take it from the address line',
    linkHint: 'The link holds the whole question, changed rules, drawn spaces and the view.',
  },
  compare: {
    title: 'Two scenarios', close: 'Back', working: 'Computing both scenarios', failed: 'The two scenarios could not be computed, so there is nothing to compare.', retry: 'Try again', map: (name) => `Map of ${name}`, together: 'Both maps move together',
    results: 'Result', parameters: 'Question', differs: 'differs', same: (n) => `${n} settings are the same`, allSame: 'Both ask the same',
    choices: 'Sites chosen', onlyIn: (name) => `Only in ${name}`, both: 'In both', none: 'none', shares: (name) => `shares ground with ${name} of the other`,
    row: {
      facility: 'Type of facility', mode: 'Way of measuring', radius: 'Service radius', gap: 'Gap bridged', minLand: 'Least land', minFloor: 'Least room', minWidth: 'Least width', siteCount: 'Number of sites', capacity: 'Limited by floor area',
      wanted: 'Wanted coverage', include: 'Must be chosen', exclude: 'Ruled out', rules: 'Rules changed', drawn: 'Drawn spaces', weight: (criterion) => `Weight: ${criterion}`, bounds: (criterion) => `Bounds: ${criterion}`,
      sites: 'Sites that qualify', chosen: 'Chosen', land: 'Land of the chosen', floor: 'Rooms of the chosen', gained: 'Newly covered', coverage: 'Coverage, all residents', programme: 'Coverage, programme only', walk: 'Mean walk of the covered', line: 'Mean straight line of the covered',
      uncovered: 'Communities left uncovered', proof: 'Proven best',
    },
    yes: 'yes', no: 'no', proven: 'proven', gap: (share) => `not proven, ${share} below the bound`, change: (before, after) => `${before} → ${after}`,
  },
  export: {
    title: 'Export', hint: 'Every file says that it is no basis for a permit, what was asked, and of which data.', internal: 'With tenure, right holders and register (internal)', working: 'Writing the file', failed: 'The file could not be written. Try again.', saved: (name) => `Saved ${name}`, wait: 'There is no answer to export yet',
    behind: 'The page shows the last good answer, and this is what is exported.',
    kind: { geojson: 'Result as GeoJSON', sites: 'Sites as CSV', coverage: 'Coverage per building, CSV' },
    about: { geojson: 'WGS84: candidates, what is out, scores, sources', sites: 'For spreadsheets, in Chinese', coverage: 'People, distance and coverage per building; internal' },
    place: 'Anqiu', synthetic: 'sample-data', internalMark: 'internal', sitesName: (facility) => `sites-${facility.toLowerCase().replaceAll(' ', '-')}`, coverageName: (facility) => `coverage-${facility.toLowerCase().replaceAll(' ', '-')}`,
  },
  life: {
    title: 'Progress of the space', stage: { candidate: 'candidate', checked: 'checked', applied: 'applied for', approved: 'approved', built: 'built' }, date: 'Date', remark: 'Remark', next: 'Now', note: 'Note', takeBack: 'Take back the last step', history: 'History', none: 'Nothing noted yet: a candidate.',
    notSaved: 'The browser did not save this: the notes are lost when the page is closed.', badDate: 'Give a date such as 2024-10-28.', partly: (parts) => `only ${parts}`, least: 'Parts differ: the one least far counts',
  },
  sheet: {
    title: 'Site card', preparing: 'Preparing the page', choice: 'Sites chosen', facilityFor: (facility) => `Siting: ${facility}`, score: (n) => plural(n, 'point'), chosen: 'chosen',
    noPicture: 'No picture of the map could be taken', picture: 'Map of the site', pictureNote: (radius) => `Thick line: this site. Red line: about ${radius} m on foot`, pictureNoteLine: 'Thick line: this site', parts: 'Parts and tenure', part: 'Space', kind: 'Kind', area: 'Measured', tenure: 'Tenure', landUse: 'Present use', survey: 'Survey', moreParts: (n) => `${n} more`,
    landAndGap: 'Land and gaps', reach: 'People', contributions: 'Score', criterion: 'Criterion', value: 'Value', points: 'Points', fit: 'What fits', advice: 'Advice and rules', life: 'Progress', question: 'Question',
    cite: (state, source) => `[${state}] ${source}`, reached: (reached, group) => `${reached} (${group.toLowerCase()})`,
    asked: (asked, rule) => `${asked} (rule ${rule})`, walkSpeed: 'Walking speed', speed: (n) => `${n} m a minute`, more: (n) => `${n} more`, program: 'Program', hashes: 'Data (SHA-256, first 8 digits)', address: 'Link', longAddress: 'The link is too long for paper: copy it from the page.', rulesEdited: 'rules edited',
    noSites: 'No site is chosen', mark: 'Sample data, not measured',
  },
}
