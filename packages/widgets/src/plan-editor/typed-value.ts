import { noChange } from 'lit';
import { Directive, directive, type PropertyPart } from 'lit/directive.js';

/** Whether what is typed in a field says what the document holds. */
export type Says = (input: HTMLInputElement) => boolean;

/**
 * The value of a field that somebody types in. A field that says what the document holds is left as it was typed: "-" on
 * the way to "-2" is no number yet, "1." is one, and writing either anew would take signs away under the fingers.
 */
class TypedValue extends Directive {
  render(shown: string, _says: Says): unknown {
    return shown;
  }

  override update({ element }: PropertyPart, [shown, says]: [shown: string, says: Says]): unknown {
    const input = element as HTMLInputElement;
    if (!says(input)) input.value = shown;
    return noChange;
  }
}

export const typedValue = directive(TypedValue);
