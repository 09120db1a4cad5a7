import type { ReactiveController } from 'lit';

/** A host without a browser: runs its controllers as an element would. */
export class TestHost {
  readonly controllers: ReactiveController[] = [];
  connected = false;
  #pending: Promise<boolean> = Promise.resolve(true);
  #asked = false;

  addController(controller: ReactiveController): void {
    this.controllers.push(controller);
    if (this.connected) controller.hostConnected?.();
  }

  removeController(controller: ReactiveController): void {
    this.controllers.splice(this.controllers.indexOf(controller), 1);
  }

  get updateComplete(): Promise<boolean> {
    return this.#pending;
  }

  connect(): void {
    this.connected = true;
    for (const controller of this.controllers) controller.hostConnected?.();
    this.requestUpdate();
  }

  disconnect(): void {
    this.connected = false;
    for (const controller of this.controllers) controller.hostDisconnected?.();
  }

  requestUpdate(): void {
    if (this.#asked) return;
    this.#asked = true;
    this.#pending = Promise.resolve().then(() => {
      this.#asked = false;
      for (const controller of this.controllers) controller.hostUpdate?.();
      for (const controller of this.controllers) controller.hostUpdated?.();
      return true;
    });
  }
}
