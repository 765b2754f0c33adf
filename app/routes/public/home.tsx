export default function Home() {
  return <h1>Hub</h1>;
}
