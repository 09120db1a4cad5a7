import type { AscFormDetail } from '../events/asc-form-event.ts';
import type { Item } from './lead-submission.ts';

/** What the page's analytics is told of the form, in the words of the Automotive Standards Council. */
export function ascDetail({ vin, stock, vehicle }: Item): AscFormDetail {
  return {
    event_owner: 'beback',
    page_type: vin || stock || vehicle ? 'item' : 'unknown',
    comm_type: 'form',
    element_text: 'send',
    department: 'sales',
    form_name: 'lead_form',
    form_type: 'consumer_contact',
    item_id: vin,
    item_number: stock,
  };
}
