// The two phones of the benchmark, and how well Chromium plays them.
//
// Chromium's own throttling works on requests, not on packets: each answer waits for one latency after it was asked
// for, and all answers share the throughput. What it leaves out:
//
// - the round trips of DNS, TCP and TLS before the first request: about three latencies more on a first visit;
// - TCP's slow start: the first answer of a connection brings about 14 KB with the first round trip, and what is larger
//   waits for another one. So a page must stay below that size by a budget of its own (budgets.json);
// - lost packets.
//
// Lighthouse makes up for that when it throttles in this way: it waits 3.75 latencies for every request and takes 0.9
// of the throughput (150 ms become 562.5). That is not done here. The first two things left out are the same for page and
// floor, so a larger latency would only move both away from zero and their ratio towards 1: a goal that is a ratio would
// be met more easily. Times here are those on a connection that is already open, and the ratio is the strict one.
//
// What adds to both sides: the test driver prepares each new page on its main thread, tens of ms at these CPU factors.
//
// The CPU factor slows the main thread down from what the computer that runs the benchmark can do; so times from two
// computers differ, and ratios less.

/** Latency in ms for each request, throughput in kilobits (1000 bits) per second, and by what the CPU is divided. */
export const CONDITIONS = [
  { latency: 150, throughput: 1638, cpu: 4 },
  { latency: 400, throughput: 400, cpu: 6 },
];

/** How a condition is called in reports. */
export const nameOf = ({ latency, throughput, cpu }) =>
  `${latency} ms, ${throughput.toLocaleString('en')} kbps, CPU ${cpu}×`;

/** Makes what the CDP session's page does as slow as the condition says. */
export async function throttle(cdp, { latency, throughput, cpu }) {
  const bytes = (throughput * 1000) / 8;
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: bytes,
    uploadThroughput: bytes,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
}
