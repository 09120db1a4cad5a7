import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const namesOnPath = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome'] as const;

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
] as const;

/** The first file that exists among the candidates: by default the usual names on PATH, then the usual places. */
export function findInstalledChromium(candidates: readonly string[] = defaultCandidates()): string | undefined {
  return candidates.find((file) => existsSync(file));
}

function defaultCandidates(): readonly string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...folders.flatMap((folder) => namesOnPath.map((name) => join(folder, name))), ...usualPlaces];
}
