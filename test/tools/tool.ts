/** An expected failure: the user sees its message as one line, without a stack trace. */
export class Refusal extends Error {}

/** Says what is going on. */
export function say(line: string): void {
  console.log(line);
}

/** The arguments after the tool's name. */
export function toolArguments(): string[] {
  return process.argv.slice(3);
}

/** The value after an option, as `--port 8080`. */
export function optionValue(option: string): string | undefined {
  const args = toolArguments();
  const at = args.indexOf(option);
  if (at < 0) return undefined;
  const value = args[at + 1];
  if (value === undefined) throw new Refusal(`${option} needs a value.`);
  return value;
}

/** Runs a tool; what it refuses is told in one line. */
export async function runTool(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (error instanceof Refusal) console.error(error.message);
    else console.error(error);
    process.exitCode = 1;
  }
}
