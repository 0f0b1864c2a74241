/** Hand a file to the browser's downloads. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken the address once the click is handled; free it afterwards.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
