import { existsSync } from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The Chromium that the real-browser tests use: CHROMIUM names one, otherwise the first found; undefined without any. */
export function findChromium(): string | undefined {
  const onPath = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [process.env['CHROMIUM'] ?? '', ...onPath, ...PLACES].find((file) => file && existsSync(file));
}

export const HOW_TO_GET_CHROMIUM =
  'The real-browser tests need Chromium: install it (on Debian and Ubuntu `apt-get install chromium`), or set CHROMIUM to the path of a Chrome.';
