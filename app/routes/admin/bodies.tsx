export default function Bodies() {
  return null;
}
