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
 * With `isAhead` the next call is made before the callers of the last one go on: for work that is always waited for.
 */
export function batched<Input, Output>(
  work: (inputs: Input[]) => Promise<Array<Output | Error>>,
  {
    atOnce,
    largest,
    isAhead = false,
    mayBeOfOne = () => false,
  }: { atOnce: number; largest: number; isAhead?: boolean; mayBeOfOne?: (error: unknown) => boolean },
): (input: Input) => Promise<Output> {
  const waiting: Array<Waiting<Input, Output>> = [];
  let running = 0;
  let isScheduled = false;

  function schedule(): void {
    if (isScheduled || running >= atOnce || waiting.length === 0) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      start();
      schedule();
    });
  }

  function start(): void {
    running += 1;
    void run(waiting.splice(0, largest)).then((answer) => {
      running -= 1;
      if (!isAhead || waiting.length === 0) answer();
      else {
        start();
        // A connection is given out in the next tick, after all that its callers would do at once.
        setImmediate(answer);
      }
      schedule();
    });
  }

  /** @returns what lets the callers of the batch go on */
  async function run(batch: Array<Waiting<Input, Output>>): Promise<() => void> {
    try {
      const results = await work(batch.map(({ input }) => input));
      return () => settle(batch, results);
    } catch (error) {
      if (batch.length === 1 || !mayBeOfOne(error)) return () => batch.forEach((one) => one.reject(error));
      for (const one of batch) (await run([one]))();
      return () => {};
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
