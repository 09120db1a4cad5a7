import { html, type TemplateResult } from 'lit';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const USUAL = { opens: '09:00', closes: '19:00' } as const;

export const HOURS_LABEL = 'Opening hours';

/** A span of opening hours: 1 is Monday, times are `HH:MM` by the store's clock. */
export interface Span {
  readonly weekday: number;
  readonly opens: string;
  readonly closes: string;
}

/** Opening hours, a line a weekday; a day without hours is closed. */
export function renderHours(): TemplateResult {
  return html`<fieldset class="fields">
    <legend>${HOURS_LABEL} (leave a day empty when it is closed)</legend>
    ${DAYS.map((name, index) => {
      const usual = index === 6 ? { opens: '', closes: '' } : USUAL;
      return html`<div class="day">
        <span>${name}</span>
        <input type="time" name="opens-${index + 1}" aria-label="${name}, opens" value=${usual.opens} />
        <input type="time" name="closes-${index + 1}" aria-label="${name}, closes" value=${usual.closes} />
      </div>`;
    })}
  </fieldset>`;
}

/** The spans that the form holds; a day of which only one time is given is left to the server to refuse. */
export function readHours(data: FormData): readonly Span[] {
  return DAYS.flatMap((_, index) => {
    const opens = String(data.get(`opens-${index + 1}`) ?? '');
    const closes = String(data.get(`closes-${index + 1}`) ?? '');
    return opens === '' && closes === '' ? [] : [{ weekday: index + 1, opens, closes }];
  });
}
