// The time between a page that is there and a frame that shows it, made as long as a test needs it.

/** From now on the app waits for a frame. */
export const holdFrames = (visitor) =>
  visitor.evaluate(() => {
    const held = [];
    window.framesHeld = { held, come: window.requestAnimationFrame };
    window.requestAnimationFrame = (work) => held.push(work);
  });

/** The frames come that were waited for, and each that is waited for from now on. */
export const letFramesCome = (visitor) =>
  visitor.evaluate(() => {
    const { held, come } = window.framesHeld;
    window.requestAnimationFrame = come;
    for (const work of held) requestAnimationFrame(work);
  });
