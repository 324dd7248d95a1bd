import { type Cache, getTsconfig } from "get-tsconfig";

/** The compiler options that change what code does; the others are for the type checker. */
const MEANINGFUL = [
  "experimentalDecorators",
  "useDefineForClassFields",
  "target",
  "jsx",
  "jsxFactory",
  "jsxFragmentFactory",
  "jsxImportSource",
  "verbatimModuleSyntax",
  "preserveValueImports",
  "importsNotUsedAsValues",
  "alwaysStrict",
  "strict",
] as const;

/** JSX that is left in place cannot run. */
function runnable(options: Record<string, unknown>): Record<string, unknown> {
  const { jsx } = options;
  if (jsx === undefined || jsx === "preserve" || jsx === "react-native") return { ...options, jsx: "react-jsx" };
  return options;
}

/**
 * Reads the options of the nearest tsconfig.json, its `extends` included.
 *
 * @returns Answers for a file with the text for esbuild's `tsconfigRaw`. `forget` when files changed.
 * @example createTsconfigReader().optionsFor("/app/main.ts");
 */
export function createTsconfigReader() {
  let cache: Cache = new Map();
  let answers = new Map<string, string>();

  const read = (file: string): string => {
    let options: Record<string, unknown> = {};
    try {
      options = (getTsconfig(file, "tsconfig.json", cache)?.config.compilerOptions ?? {}) as Record<string, unknown>;
    } catch {
      // A broken or missing `extends` is the type checker's to report: the script can run.
    }
    const kept = Object.fromEntries(MEANINGFUL.filter((key) => options[key] !== undefined).map((key) => [key, options[key]]));
    return JSON.stringify({ compilerOptions: runnable(kept) });
  };

  return {
    optionsFor(file: string): string {
      const folder = file.slice(0, file.lastIndexOf("/") + 1);
      let answer = answers.get(folder);
      if (answer === undefined) {
        answer = read(file);
        answers.set(folder, answer);
      }
      return answer;
    },
    forget(): void {
      cache = new Map();
      answers = new Map();
    },
  };
}
