/** Lets the number of a choice choose it, where the browser runs scripts; nothing else on the page needs one. */
export function NumberKeys({ nonce }: { nonce: string }) {
  return <script type="module" src="/number-keys.js" nonce={nonce} />;
}
