/** Bad arguments: one line for the person who typed them, exit code 2. */
export class UsageError extends Error {}

export interface Arguments {
  command: string
  /** What stands alone: a folder or a file; null if nothing was named. */
  target: string | null
  /** All that stands alone. */
  targets: readonly string[]
  options: ReadonlyMap<string, string>
}

/** The options of a command; true: a value follows. */
export type CommandOptions = Readonly<Record<string, Readonly<Record<string, boolean>>>>

/**
 * Take a command line apart.
 *
 * @param manyTargets - Commands that take several files; the others take one folder.
 * @throws {UsageError} No or an unknown command, an unknown option, two targets.
 */
export function parseArguments(args: readonly string[], commands: CommandOptions, manyTargets: readonly string[] = []): Arguments {
  const [command = '', ...rest] = args
  const allowed = Object.hasOwn(commands, command) ? commands[command] : undefined
  if (!allowed) {
    const problem = command === '' ? '缺少命令 / no command' : `没有命令 ${command} / no such command`
    throw new UsageError(`${problem}: ${Object.keys(commands).join(' | ')}`)
  }
  const options = new Map<string, string>()
  const targets: string[] = []
  for (let i = 0; i < rest.length; i++) {
    const [name, inline] = splitOnce(rest[i]!)
    if (!name.startsWith('-')) targets.push(rest[i]!)
    else if (!Object.hasOwn(allowed, name)) throw new UsageError(`${command} 没有选项 ${name} / has no option ${name}`)
    else options.set(name, inline ?? (allowed[name] ? (rest[++i] ?? '') : 'true'))
  }
  if (targets.length > 1 && !manyTargets.includes(command)) throw new UsageError(`只能给一个文件夹 / one folder only: ${targets.join(' ')}`)
  return { command, target: targets[0] ?? null, targets, options }
}

/** `--weights=sun=1` is an option with the value `sun=1`. */
function splitOnce(argument: string): [name: string, value: string | undefined] {
  const at = argument.startsWith('-') ? argument.indexOf('=') : -1
  return at < 0 ? [argument, undefined] : [argument.slice(0, at), argument.slice(at + 1)]
}
