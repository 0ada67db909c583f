import { DATASETS } from "../datasets/mod.ts";
import { TASKS } from "../tasks/mod.ts";
import { readOptions } from "./_options.ts";
import { type Command, UsageError } from "./command.ts";

const HELP = `alidade completions: let a shell complete what is typed

Usage: alidade completions bash|zsh|fish

Prints a script for the shell, which completes commands, their options, tasks and datasets.

Examples:
  source <(alidade completions bash)      in ~/.bashrc; zsh likewise in ~/.zshrc
  alidade completions fish > ~/.config/fish/completions/alidade.fish
`;

/** The scripts, by the shell, of the words that may follow each command. */
const SHELLS: Readonly<Record<string, (words: Words) => string>> = { bash, zsh, fish };

/** What may follow `alidade`, and each command. */
type Words = ReadonlyMap<string, readonly string[]>;

/** `alidade completions`: scripts for shells; it is told which commands there are. */
export function completionsOf(commands: () => readonly Command[]): Command {
  return {
    name: "completions",
    summary: "Print a script that lets a shell complete what is typed",
    help: HELP,
    async run(args, io) {
      const [shell = "", ...rest] = readOptions(args, {}).words;
      const script = Object.hasOwn(SHELLS, shell) ? SHELLS[shell] : undefined;
      if (script === undefined || rest.length > 0) {
        throw new UsageError(
          `the shell is ${JSON.stringify([shell, ...rest].join(" "))}, must be bash, zsh or fish`,
        );
      }
      await io.out(script(new Map(commands().map((command) => [command.name, wordsOf(command)]))));
      return 0;
    },
  };
}

/** The options that a command's help names, and what else it takes by name. */
function wordsOf({ name, help }: Command): string[] {
  const options = new Set(help.match(/--[a-z][a-z-]*/g) ?? []);
  const names = name === "generate" || name === "tasks"
    ? TASKS
    : name === "verify" || name === "datasets"
    ? DATASETS
    : [];
  return [...names.map((one) => one.name), ...options, "--help", "--quiet"];
}

function bash(words: Words): string {
  return `# Completions of alidade for bash, and for zsh by bashcompinit.
_alidade() {
  local words
  case "\${COMP_WORDS[1]}" in
${cases(words)}
  esac
  if [ "\$COMP_CWORD" -eq 1 ]; then words="${[...words.keys()].join(" ")} help --version"; fi
  COMPREPLY=(\$(compgen -W "\$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _alidade alidade
`;
}

function cases(words: Words): string {
  return Array.from(words, ([name, list]) => `    ${name}) words="${list.join(" ")}" ;;`).join(
    "\n",
  );
}

function zsh(words: Words): string {
  return `autoload -U +X bashcompinit && bashcompinit\n${bash(words)}`;
}

function fish(words: Words): string {
  const first = `complete -c alidade -n __fish_use_subcommand -a "${
    [...words.keys()].join(" ")
  }"\n`;
  return first +
    Array.from(
      words,
      ([name, list]) =>
        `complete -c alidade -n "__fish_seen_subcommand_from ${name}" -a "${list.join(" ")}"\n`,
    ).join("");
}
