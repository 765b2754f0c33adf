/** Of what may follow in an address, punctuation at its end belongs to the sentence. */
const ADDRESS = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]]/g;

/** A plain text with the addresses in it made links. Nothing in it is read as HTML. */
export function LinkedText({ children }: { children: string }) {
  const addresses = children.match(ADDRESS) ?? [];
  return children.split(ADDRESS).map((words, index) => {
    const address = addresses[index];
    return (
      <span key={index}>
        {words}
        {address && <a href={address}>{address}</a>}
      </span>
    );
  });
}
