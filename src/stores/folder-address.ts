/** Address of the data folder, beside the page; ends with a slash. */
export const folderAddress = (): string => new URL('geodata/', document.baseURI).href
