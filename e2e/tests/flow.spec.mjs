// The two doors: every path through them, by keyboard alone and by touch, to what fits and to the page for the call.
import { axe, violations } from '../support/axe.mjs';
import { expectBar } from '../support/bar.mjs';
import { site, ui, words } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

const { me, saw } = words.flows;
/** A door says in a second line what is behind it. */
const door = ({ text, about }) => (about ? `${text} ${about}` : text);
const toReady = door({ text: ui('ready.door'), about: ui('ready.door_about') });
const flowDoor = ({ door: text, about }) => door({ text, about });
const places = [...site.settings.map((id) => [id, words.settings[id].name]), [null, ui('flow.any_place')]];
const step = (flow, id) => site.flows[flow].find((step) => step.id === id);
const observers = step('saw', 'now').choices.filter(({ to }) => ['where', 'online'].includes(to));

/** What is to be seen of the flow now. */
const shown = (visitor) =>
  visitor.evaluate(() => {
    const seen = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
    return {
      steps: seen('.step > h2').map(({ textContent }) => textContent),
      focus: document.activeElement.textContent,
      top: scrollY,
      advice: seen('.step > section > h3').map(({ textContent }) => textContent),
      signs: [...document.querySelectorAll('.fits label')].map(({ textContent }) => textContent).sort(),
    };
  });
/** Waits until that step, and no other, is shown, and its heading is read out. */
const stands = (visitor, title) =>
  expect
    .poll(async () => {
      const { steps, focus } = await shown(visitor);
      return { steps, focus };
    })
    .toEqual({ steps: [title], focus: title });
/** The same for a step to which a choice led: it is shown from its top. */
async function leadsTo(visitor, title) {
  await stands(visitor, title);
  expect((await shown(visitor)).top).toBe(0);
}
/** The same for the first step, which is read out as a part of its page. */
const begins = (visitor, title) => expect.poll(async () => (await shown(visitor)).steps).toEqual([title]);

/** The signs and the advice for someone who knows of it in that way, at that place. */
function expected(observer, setting) {
  const here = ({ settings }) => (setting !== null && settings.includes(setting) && !settings.includes('any')) || settings.includes('any');
  const fits = site.signs.filter((sign) => sign.observers.includes(observer) && here(sign));
  const advises = (topic) => topic.observer === observer && (!topic.setting || topic.setting === setting);
  return {
    signs: fits.map(({ id }) => words.signs[id]).sort(),
    advice: site.topics.filter(advises).map(({ id }) => words.topics[id].title),
  };
}

/** Two ways to choose: with a finger, and with keys alone. */
const BY_TOUCH = {
  choose: (visitor, name) => visitor.tap('button', name),
  follow: (visitor, name) => visitor.tap('link', name),
  back: (visitor) => visitor.tap('button', ui('flow.back')),
};
const walkTo = async (visitor, name, key = 'Tab') => {
  const focus = () => document.activeElement.innerText?.replaceAll(/\s+/g, ' ').trim();
  for (let stop = 0; stop < 60; stop += 1) {
    if ((await visitor.evaluate(focus)) === name) return visitor.press('Enter');
    await visitor.press(key);
  }
  throw new Error(`no way by keyboard to "${name}"`);
};
const BY_KEYS = {
  choose: walkTo,
  follow: walkTo,
  // It stands before the heading. The small browser of WebKit goes round, and its driver holds no second key down.
  back: (visitor, engine) => walkTo(visitor, ui('flow.back'), engine === 'webkit' ? 'Tab' : 'Shift+Tab'),
};

test('a tap on a choice before the app is there counts once it is', async ({ visitor, server }) => {
  const letGo = server.hold(/\.wasm$/);
  await visitor.visit(server.url('/signs/me/'));
  await visitor.click('button', door(me.steps.start.choices.me));
  letGo();
  await visitor.started();
  await leadsTo(visitor, me.steps.ask.title);
  await visitor.back();
  await begins(visitor, me.steps.start.title);
});

for (const [way, { choose, follow, back }] of [
  ['by touch', BY_TOUCH],
  ['by keyboard alone', BY_KEYS],
]) {
  test(`${way}: about me, or someone I know`, async ({ visitor, browserName }) => {
    await visitor.open('/signs/');
    await follow(visitor, flowDoor(me));
    await visitor.arrives(me.title);
    await begins(visitor, me.steps.start.title);
    await choose(visitor, door(me.steps.start.choices.me));
    await leadsTo(visitor, me.steps.ask.title);
    await choose(visitor, door(me.steps.ask.choices.on));
    await leadsTo(visitor, me.steps.fits.title);
    await expectBar(visitor);
    await follow(visitor, toReady);
    await visitor.arrives(ui('ready.title'));

    await visitor.back();
    await visitor.arrives(me.title);
    await stands(visitor, me.steps.fits.title);
    await visitor.back();
    await stands(visitor, me.steps.ask.title);
    await visitor.forward();
    await stands(visitor, me.steps.fits.title);
    for (const before of [me.steps.ask.title, me.steps.start.title]) {
      await back(visitor, browserName);
      await begins(visitor, before);
    }
    await choose(visitor, door(me.steps.start.choices.friend));
    await leadsTo(visitor, me.steps.friend.title);
    expect((await shown(visitor)).signs).toEqual(expected('friend', null).signs);
    await follow(visitor, toReady);
    await visitor.arrives(ui('ready.title'));
  });

  test(`${way}: something I saw`, async ({ visitor }, { project }) => {
    test.setTimeout(150_000);
    await visitor.open('/signs/');
    await follow(visitor, flowDoor(saw));
    await visitor.arrives(saw.title);
    await begins(visitor, saw.steps.now.title);
    await choose(visitor, door(saw.steps.now.choices.danger));
    await leadsTo(visitor, saw.steps.danger.title);
    await expectBar(visitor);
    await follow(visitor, toReady);
    await visitor.arrives(ui('ready.title'));
    await visitor.back();
    await visitor.arrives(saw.title);
    await visitor.back();

    for (const [index, { id, to, observer }] of observers.entries()) {
      await begins(visitor, saw.steps.now.title);
      await choose(visitor, door(saw.steps.now.choices[id]));
      await leadsTo(visitor, saw.steps[to].title);
      // One engine walks all paths; the others each way of knowing, each place, and each of the two once.
      const all = project.name === 'chromium-phone' || index === 0;
      for (const [setting, name] of all ? places : [places[index]]) {
        await choose(visitor, name);
        await leadsTo(visitor, saw.steps.seen.title);
        const { signs, advice } = await shown(visitor);
        expect({ signs, advice }, `${id}, ${setting}`).toEqual(expected(observer, setting));
        await visitor.back();
        await stands(visitor, saw.steps[to].title);
      }
      await visitor.back();
    }
  });
}

test('in four taps: through either door to what fits, and to the page for the call', async ({ visitor }) => {
  const paths = [
    [flowDoor(me), [door(me.steps.start.choices.me), door(me.steps.ask.choices.on)]],
    [flowDoor(me), [door(me.steps.start.choices.friend)]],
    [flowDoor(saw), [door(saw.steps.now.choices.danger)]],
    [flowDoor(saw), [door(saw.steps.now.choices.work), places[0][1]]],
    [flowDoor(saw), [door(saw.steps.now.choices.online), places[1][1]]],
  ];
  for (const [opened, choices] of paths) {
    expect(1 + choices.length + 1).toBeLessThanOrEqual(4);
    await visitor.open('/signs/');
    await visitor.tap('link', opened);
    for (const choice of choices) await visitor.tap('button', choice);
    await visitor.tap('link', toReady);
    await visitor.arrives(ui('ready.title'));
  }
});

test('axe finds nothing wrong with any step', { tag: '@chromium' }, async ({ visitor, server }) => {
  test.setTimeout(120_000);
  server.inject(axe);
  const clean = async (title) => {
    await begins(visitor, title);
    expect.soft(await violations(visitor), title).toEqual([]);
  };
  await visitor.open('/signs/me/');
  await clean(me.steps.start.title);
  await visitor.click('button', door(me.steps.start.choices.me));
  await clean(me.steps.ask.title);
  await visitor.click('checkbox', `${words.questions.hurt.ask} ${words.questions.hurt.answer}`);
  await visitor.click('button', door(me.steps.ask.choices.on));
  await clean(me.steps.fits.title);
  await visitor.click('link', toReady);
  await visitor.arrives(ui('ready.title'));
  expect.soft(await violations(visitor), 'ready').toEqual([]);
  await visitor.open('/signs/me/');
  await visitor.click('button', door(me.steps.start.choices.friend));
  await clean(me.steps.friend.title);
  for (const [choice, ...rest] of [['danger'], ['online'], ['work', 'seen']]) {
    await visitor.open('/signs/saw/');
    await visitor.click('button', door(saw.steps.now.choices[choice]));
    await clean(saw.steps[step('saw', 'now').choices.find(({ id }) => id === choice).to].title);
    if (rest.length === 0) continue;
    await visitor.click('button', places[0][1]);
    await clean(saw.steps.seen.title);
  }
});

test('a tick opens what belongs to it, and is kept on the way back', async ({ visitor }) => {
  await visitor.open('/signs/me/');
  await visitor.click('button', door(me.steps.start.choices.me));
  const { ask, answer } = words.questions.papers;
  await visitor.click('checkbox', `${ask} ${answer}`);
  await visitor.click('button', door(me.steps.ask.choices.on));
  await leadsTo(visitor, me.steps.fits.title);
  const open = () =>
    [...document.querySelectorAll('.topic[open] > summary')].filter((one) => one.checkVisibility()).map(({ textContent }) => textContent);
  const topics = site.questions.find(({ id }) => id === 'papers').topics.map((id) => words.topics[id].title);
  expect(await visitor.evaluate(open)).toEqual(topics);
  await visitor.back();
  await stands(visitor, me.steps.ask.title);
  expect(await visitor.evaluate(() => document.querySelectorAll('input:checked').length)).toBe(1);
  // A reload begins anew.
  await visitor.reload();
  await visitor.started();
  await begins(visitor, me.steps.start.title);
  expect(await visitor.evaluate(() => document.querySelectorAll('input:checked').length)).toBe(0);
});

test.describe('without scripts', () => {
  // Chromium calls it an error that a script was not run.
  test.use({ breaks: true });

  test('each door is a plain page: every step, no buttons, and links to the signs of each place', async ({ visitor, server }) => {
    server.forbidScripts();
    for (const [id, flow] of Object.entries(words.flows)) {
      await visitor.visit(server.url(`/signs/${id}/`));
      expect((await shown(visitor)).steps).toEqual(site.flows[id].map((step) => flow.steps[step.id].title));
      expect(await visitor.count('button', ui('flow.back'))).toBe(0);
      await expectBar(visitor);
    }
    await visitor.click('link', words.settings.hotel.name);
    await visitor.arrives(words.settings.hotel.title);
  });
});
