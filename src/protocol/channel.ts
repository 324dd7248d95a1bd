/** Two ends that pass encoded messages in order. Every transport, memory included, carries bytes only. */
export interface Channel {
  send(bytes: Uint8Array): void;
  /** Returns a function that stops listening. */
  onMessage(listener: (bytes: Uint8Array) => void): () => void;
  onClose(listener: () => void): () => void;
  close(): void;
}
