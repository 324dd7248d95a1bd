/** A test asked for something that is not there, or the app did not come to rest in time. */
export class AppTestError extends Error {
  constructor(message: string, options: { cause?: unknown } = {}) {
    super(message, "cause" in options ? { cause: options.cause } : undefined);
    this.name = "AppTestError";
  }
}
