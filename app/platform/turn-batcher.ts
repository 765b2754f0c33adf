type Waiting<Input, Output> = {
  input: Input;
  resolve: (output: Output) => void;
  reject: (error: unknown) => void;
};

/**
 * Lets what arrives together be done together. Inputs of one turn of the event loop, and those that come while
 * earlier batches are under way, are given to `work` in one call; each caller gets its own result, an Error as a
 * rejection. When `work` itself fails, so does the whole batch, unless `mayBeOfOne` says that one of the inputs can be
 * the cause: then each is tried alone, so that one never affects another.
 *
 * `work` returns one result an input, in their order. At most `atOnce` calls run at a time, of at most `largest` inputs.
 */
export function batched<Input, Output>(
  work: (inputs: Input[]) => Promise<Array<Output | Error>>,
  {
    atOnce,
    largest,
    mayBeOfOne = () => false,
  }: { atOnce: number; largest: number; mayBeOfOne?: (error: unknown) => boolean },
): (input: Input) => Promise<Output> {
  const waiting: Array<Waiting<Input, Output>> = [];
  let running = 0;
  let isScheduled = false;

  function schedule(): void {
    if (isScheduled || running >= atOnce || waiting.length === 0) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      running += 1;
      void run(waiting.splice(0, largest)).finally(() => {
        running -= 1;
        schedule();
      });
      schedule();
    });
  }

  async function run(batch: Array<Waiting<Input, Output>>): Promise<void> {
    try {
      settle(batch, await work(batch.map(({ input }) => input)));
    } catch (error) {
      if (batch.length > 1 && mayBeOfOne(error)) for (const one of batch) await run([one]);
      else for (const one of batch) one.reject(error);
    }
  }

  return (input) =>
    new Promise((resolve, reject) => {
      waiting.push({ input, resolve, reject });
      schedule();
    });
}

function settle<Input, Output>(batch: Array<Waiting<Input, Output>>, results: Array<Output | Error>): void {
  batch.forEach((one, index) => {
    const result = results[index];
    if (result instanceof Error || result === undefined)
      one.reject(result ?? new Error('No result for an input'));
    else one.resolve(result);
  });
}
