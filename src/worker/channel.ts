/** A line to a worker. */
export interface Channel {
  post(message: unknown): void;
  /** Ends the worker, whatever it is doing. */
  close(): void;
}

/** What a worker has to say. */
export interface ChannelEvents {
  message(message: unknown): void;
  /** The worker has failed and is gone. */
  failed(reason: string): void;
}

/** What starting a worker may need of the host. */
export interface WorkerHost {
  /** The text of a script of `dist`, for hosts where a worker can't be started by its path. */
  readScript(path: string): Promise<string>;
}
