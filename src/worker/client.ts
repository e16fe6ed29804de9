import type { Channel, WorkerHost } from './channel';
import type { Answer, Method, Question, ReadingService, Received } from './service';
import { serveHere } from './here';
import { spawn } from './spawn';

type Argument<M extends Method> = Parameters<ReadingService[M]>[0];
type Result<M extends Method> = Received<ReturnType<ReadingService[M]>>;

interface Pending extends Question {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** Thrown by a question that was taken back. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}

/**
 * Asks the reading service, which runs in a worker. The worker is started by the first question, and
 * again after it has failed or was stopped; where there can be none, the service runs here.
 */
export class ServiceClient {
  private channel: Promise<Channel> | undefined;
  private readonly pending = new Map<number, Pending>();
  private nextId = 1;

  constructor(private readonly host: WorkerHost) {}

  /** The service's answer. Rejects where the worker fails, or with {@link Cancelled}. */
  ask<M extends Method>(
    method: M,
    argument: Argument<M>,
    signal?: AbortSignal,
  ): Promise<Result<M>> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(new Cancelled());
      const id = this.nextId++;
      const pending: Pending = {
        id,
        method,
        argument,
        resolve: resolve as (result: unknown) => void,
        reject,
      };
      this.pending.set(id, pending);
      signal?.addEventListener('abort', () => this.cancel(id));
      void this.send(pending);
    });
  }

  dispose(): void {
    void this.channel?.then((channel) => channel.close());
    this.channel = undefined;
    for (const { reject } of this.pending.values()) reject(new Cancelled());
    this.pending.clear();
  }

  /**
   * Takes a question back. A worker can't be interrupted: the one that may be at it is ended, and a
   * new one is asked what else was open.
   */
  private cancel(id: number): void {
    const pending = this.pending.get(id);
    if (!pending) return;
    this.pending.delete(id);
    pending.reject(new Cancelled());
    void this.channel?.then((channel) => channel.close());
    this.channel = undefined;
    for (const other of this.pending.values()) void this.send(other);
  }

  private async send({ id, method, argument, reject }: Pending): Promise<void> {
    try {
      this.channel ??= this.open();
      (await this.channel).post({ id, method, argument });
    } catch (error) {
      this.pending.delete(id);
      reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  private async open(): Promise<Channel> {
    const events = {
      message: (message: unknown) => this.answered(message as Answer),
      failed: (reason: string) => this.failed(reason),
    };
    try {
      return await spawn(this.host, events);
    } catch {
      return serveHere(events.message);
    }
  }

  private answered(answer: Answer): void {
    const pending = this.pending.get(answer.id);
    this.pending.delete(answer.id);
    if ('error' in answer) pending?.reject(new Error(answer.error));
    else pending?.resolve(answer.result);
  }

  private failed(reason: string): void {
    this.channel = undefined;
    for (const { reject } of this.pending.values()) reject(new Error(reason));
    this.pending.clear();
  }
}
