import { startInWorker } from "./start.ts";

startInWorker(self as unknown as Parameters<typeof startInWorker>[0]);
