/**
 * A thread of Node that runs a module as the web's workers do.
 *
 * @module
 */
import { parentPort, workerData } from "node:worker_threads";
import { installHost } from "./_node_host.ts";

installHost();

let handler: ((event: { readonly data: unknown }) => void) | null = null;
Object.defineProperty(globalThis, "onmessage", {
  get: () => handler,
  set: (value) => handler = value,
});
const scope = globalThis as Record<string, unknown>;
scope.self = globalThis;
scope.postMessage = (data: unknown, transfer: readonly ArrayBuffer[]) =>
  parentPort!.postMessage(data, transfer);

await import((workerData as { readonly url: string }).url);
// Messages wait until somebody listens.
parentPort!.on("message", (data) => handler?.({ data }));
