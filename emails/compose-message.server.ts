/** What a mail says, made from a delivery. */
export async function composeMessage(_delivery: { template: string; language: string; props: unknown }): Promise<{
  subject: string;
  text: string;
  html: string;
}> {
  throw new Error('no templates yet');
}
