import { parseArgs } from "node:util";

import { type Client, rivuletClient, streamlitClient } from "./clients.ts";
import { measureEcho, serveEcho } from "./echo.ts";
import { latencyLine, percentile, ratioLine } from "./figures.ts";
import { benchPage } from "./page.ts";
import { type Running, startRivulet, startStreamlit } from "./servers.ts";
import { measureSessions } from "./sessions.ts";
import { benchStream } from "./stream.ts";

const USAGE = "npm run bench -- rerun|bytes|start|sessions|page|stream [--streamlit PYTHON] [--sessions N] [--count N] [--seconds N]";

interface Settings {
  streamlit: string | undefined;
  sessions: number;
  count: number;
  seconds: number;
}

interface Pair {
  rivulet: Client;
  streamlit: Client | undefined;
}

/** Both servers alive for as long as the body runs, with a client each. */
async function withBoth<T>(app: string, python: string | undefined, body: (pair: Pair) => Promise<T>): Promise<T> {
  const closers: (() => Promise<void>)[] = [];
  const open = (running: Running, client: Client): Client => {
    closers.push(
      () => client.close(),
      () => running.stop(),
    );
    return client;
  };
  try {
    const ours = await startRivulet(app);
    const rivulet = open(ours, rivuletClient(ours.port));
    let streamlit: Client | undefined;
    if (python !== undefined) {
      const theirs = await startStreamlit(python, app);
      streamlit = open(theirs, streamlitClient(python, theirs.port));
    }
    return await body({ rivulet, streamlit });
  } finally {
    for (const close of closers) await close();
  }
}

async function rerun({ streamlit: python, count }: Settings): Promise<void> {
  const blocks = 5;
  const samples = { rivulet: [] as number[], streamlit: [] as number[], bytes: [] as number[] };
  await withBoth("hundred", python, async ({ rivulet, streamlit }) => {
    await rivulet.alone(100);
    await streamlit?.alone(10);
    for (let block = 0; block < blocks; block++) {
      const ours = await rivulet.alone(Math.ceil(count / blocks));
      samples.rivulet.push(...ours.ms);
      samples.bytes.push(...ours.bytes);
      if (streamlit) samples.streamlit.push(...(await streamlit.alone(Math.max(12, Math.ceil(count / blocks / 5)))).ms);
    }
  });
  console.log(latencyLine("Rivulet", samples.rivulet));
  if (python !== undefined) console.log(latencyLine("Streamlit", samples.streamlit));
  const size = percentile(samples.bytes, 0.5);
  console.log(latencyLine(`Bare exchange of ${size} bytes through a worker`, await measureEcho(size, count)));
  if (python === undefined) console.log("Name a Python that has Streamlit with --streamlit to measure the ratio.");
  const ratio = python === undefined ? undefined : percentile(samples.streamlit, 0.5) / percentile(samples.rivulet, 0.5);
  console.log(ratioLine("rerun", ratio));
}

async function rerunTogether({ streamlit: python, sessions, seconds }: Settings): Promise<void> {
  await withBoth("hundred", python, async ({ rivulet, streamlit }) => {
    await rivulet.together(sessions, 1);
    const ours = await rivulet.together(sessions, seconds);
    console.log(`Rivulet: ${ours.toFixed(0)} reruns per second with ${sessions} sessions`);
    if (!streamlit) return console.log(ratioLine("rerun", undefined));
    await streamlit.together(sessions, 1);
    const theirs = await streamlit.together(sessions, seconds);
    console.log(`Streamlit: ${theirs.toFixed(1)} reruns per second with ${sessions} sessions`);
    console.log(ratioLine("rerun", ours / theirs));
  });
}

async function bytes({ streamlit: python }: Settings): Promise<void> {
  let ratio: number | undefined;
  for (const [app, beside] of [
    ["hundred", "100 elements"],
    ["table", "a table of 10,000 rows"],
  ] as const) {
    await withBoth(app, python, async ({ rivulet, streamlit }) => {
      const middle = async (client: Client): Promise<number> => percentile((await client.alone(11)).bytes, 0.5);
      const ours = await middle(rivulet);
      console.log(`Rivulet: ${ours} bytes beside ${beside}`);
      if (!streamlit) return;
      const theirs = await middle(streamlit);
      console.log(`Streamlit: ${theirs} bytes beside ${beside} (${(theirs / ours).toFixed(1)} times)`);
      // The smaller of the two cases: the ratio never flatters.
      ratio = Math.min(ratio ?? Number.POSITIVE_INFINITY, theirs / ours);
    });
  }
  console.log(ratioLine("bytes", ratio));
}

async function start({ streamlit: python }: Settings): Promise<void> {
  const middles: Record<string, number> = {};
  for (const app of ["hundred", "hello"]) {
    const [ours, theirs]: [number[], number[]] = [[], []];
    // The first start of each fills the disk's caches and is not counted.
    for (let round = 0; round < 6; round++) {
      const once = async (running: Running, into: number[]): Promise<void> => {
        await running.stop();
        if (round > 0) into.push(running.startedIn);
      };
      await once(await startRivulet(app), ours);
      if (python !== undefined) await once(await startStreamlit(python, app), theirs);
    }
    console.log(latencyLine(`Rivulet, ${app}`, ours));
    if (python === undefined) continue;
    console.log(latencyLine(`Streamlit, ${app}`, theirs));
    middles[app] = percentile(theirs, 0.5) / percentile(ours, 0.5);
  }
  console.log(ratioLine("start", middles.hundred));
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} must be a whole number above 0, not ${text}`);
  return value;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      streamlit: { type: "string" },
      sessions: { type: "string", default: "1" },
      count: { type: "string", default: "500" },
      seconds: { type: "string", default: "5" },
    },
  });
  const [what, size] = positionals;
  if (what === "echo-server") return serveEcho(Number(size));
  const settings: Settings = {
    streamlit: values.streamlit,
    sessions: positive("sessions", values.sessions),
    count: positive("count", values.count),
    seconds: positive("seconds", values.seconds),
  };
  if (what === "rerun") return settings.sessions > 1 ? rerunTogether(settings) : rerun(settings);
  if (what === "bytes") return bytes(settings);
  if (what === "start") return start(settings);
  if (what === "sessions") return measureSessions(values.sessions === "1" ? 10_000 : settings.sessions);
  if (what === "page") return benchPage(settings.streamlit, Math.min(settings.count, 10));
  if (what === "stream") return benchStream();
  throw new Error(`Say what to measure: ${USAGE}`);
}

// An orderly exit, so that the servers end with it.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
