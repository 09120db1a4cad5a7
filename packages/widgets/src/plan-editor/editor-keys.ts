/** What the keys of every editor ask for; undefined: they ask for nothing, and are the field's. */
export function editorKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): EditorKey | undefined {
  if (!(ctrlKey || metaKey) || altKey) return undefined;
  const name = key.toLowerCase();
  if (name === 'z') return shiftKey ? 'redo' : 'undo';
  return KEYS[name];
}

export type EditorKey = 'save' | 'undo' | 'redo';

const KEYS: Readonly<Record<string, EditorKey>> = { s: 'save', y: 'redo' };
