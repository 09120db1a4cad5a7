import { type BebackClient, createBebackClient, type Failure } from '@beback/client';
import type { PropertyDeclarations } from 'lit';
import { BebackElement } from '../base/beback-element.ts';
import { SignInNeededEvent } from '../events/sign-in-needed-event.ts';

/**
 * What the widgets for a store's people share: the way to the server. It comes from the `client` property, from
 * `clientContext`, or from the `api` attribute (then the browser's session cookie, or `token`, says who asks).
 *
 * @prop {BebackClient} client - The way to the server, instead of `api`; several elements may share one.
 * @prop {string | (() => string | Promise<string>)} token - A member token, or what fetches one, for pages of another origin.
 */
export class StaffElement extends BebackElement {
  static override properties: PropertyDeclarations = {
    api: {},
    client: { attribute: false },
    token: { attribute: false },
    signInHref: { attribute: 'sign-in-href' },
  };

  /** The server's address without the path: `https://beback.example`. */
  declare api: string | undefined;
  declare client: BebackClient | undefined;
  /** A member token, or what fetches one, for pages of another origin. Another one is another person: all is asked anew. */
  declare token: string | (() => string | Promise<string>) | undefined;
  /** Where to sign in; without it a signed-out reader is only told so. */
  declare signInHref: string | undefined;

  #own: { readonly api: string; readonly token: StaffElement['token']; readonly client: BebackClient } | undefined;

  protected get ownClient(): BebackClient | undefined {
    if (this.client !== undefined) return this.client;
    if (this.api === undefined) return undefined;
    if (this.#own?.api !== this.api || this.#own.token !== this.token) {
      const url = `${this.api.replace(/\/+$/, '')}/graphql`;
      const options = this.token === undefined ? { url } : { url, token: this.token };
      this.#own = { api: this.api, token: this.token, client: createBebackClient(options) };
    }
    return this.#own.client;
  }

  /** Tells the page, once per loss, that somebody has to sign in. */
  protected tellSignedOut(failure: Failure | undefined): void {
    const signedOut = failure?.kind === 'signedOut';
    if (signedOut && !this.#toldSignedOut) this.dispatchEvent(new SignInNeededEvent());
    this.#toldSignedOut = signedOut;
  }

  #toldSignedOut = false;
}
