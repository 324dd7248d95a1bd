import { spawnSync } from "node:child_process";

/**
 * Where others can fetch a clone from.
 *
 * @param root Folder of the clone.
 * @returns The address of its origin, without names and passwords in it; undefined when there is none that others can reach.
 */
export function cloneOrigin(root: string): string | undefined {
  const { status, stdout } = spawnSync("git", ["-C", root, "remote", "get-url", "origin"], { encoding: "utf8" });
  if (status !== 0) return undefined;
  const given = stdout.trim().replace(/^git@([^:/]+):/, "https://$1/");
  if (!/^https?:\/\//i.test(given) || !URL.canParse(given)) return undefined;
  const { protocol, host, pathname } = new URL(given);
  return `${protocol}//${host}${pathname}`;
}

/**
 * Adds to a workflow, before its install step, the steps that put a fetched clone in the place of the one on this machine.
 *
 * @param workflow The workflow, with a step `- run: npm install`.
 * @param origin What `cloneOrigin` found.
 */
export function withClone(workflow: string, origin: string): string {
  const install = /^( *)- run: npm install$/m;
  return workflow.replace(install, (step, indent: string) =>
    [
      "- name: Fetch Rivulet, which package.json takes from a clone",
      "  run: |",
      `    git clone --depth 1 ${origin} "$RUNNER_TEMP/rivulet"`,
      '    npm --prefix "$RUNNER_TEMP/rivulet" install',
      '    npm --prefix "$RUNNER_TEMP/rivulet" run build',
      '    npm pkg set dependencies.rivulet="file:$RUNNER_TEMP/rivulet"',
    ]
      .map((line) => indent + line)
      .concat(step)
      .join("\n"),
  );
}
