/** A DBF field name has ten bytes and an end. */
const MAX_NAME = 10

/**
 * Names of DBF columns for fields, in their order: the first ten letters and digits, and where two would be the same a
 * number at the end. ASCII only: surveyors' programs cut Chinese names after three characters, some in the middle of one.
 */
export function dbfNames(fields: readonly string[]): string[] {
  const taken = new Set<string>()
  return fields.map((field) => {
    const plain = field.replace(/\W/g, '').slice(0, MAX_NAME) || 'field'
    let name = plain
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain.slice(0, MAX_NAME - `${n}`.length)}${n}`
    taken.add(name.toLowerCase())
    return name
  })
}
