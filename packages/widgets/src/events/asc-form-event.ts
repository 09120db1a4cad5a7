/**
 * Parameters of the Automotive Standards Council's form events (GA4 specification 1.2). Values are lower case with `_`;
 * absent item keys are `undefined` and not left out, because tag managers merge pushes and the last vehicle would stick.
 */
export interface AscFormDetail {
  readonly event_owner: 'beback';
  readonly page_type: 'item' | 'unknown';
  readonly comm_type: 'form';
  readonly comm_status?: 'start';
  readonly comm_outcome?: 'get_back_commitment';
  /** Our receipt, and never personal data. */
  readonly submission_id?: string;
  readonly element_text: string;
  readonly department: 'sales';
  readonly form_name: string;
  readonly form_type: 'consumer_contact';
  readonly item_id: string | undefined;
  readonly item_number: string | undefined;
}

/**
 * A form event in the words of the Automotive Standards Council, for a page's own analytics. We load none and push
 * nothing: a page listens and hands it on.
 *
 * @example
 * addEventListener('asc_form_submission', (event) => gtag('event', event.type, event.detail));
 */
export class AscFormEvent extends CustomEvent<AscFormDetail> {
  constructor(type: 'asc_form_engagement' | 'asc_form_submission', detail: AscFormDetail) {
    super(type, { bubbles: true, composed: true, detail });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    asc_form_engagement: AscFormEvent;
    asc_form_submission: AscFormEvent;
  }
}
