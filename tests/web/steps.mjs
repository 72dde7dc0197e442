// Steps of a journey that several browser tests take, through the twin's roles and names.
import { collectErrors } from "./browser.mjs";

export const kAnswer =
  "I would first ask who depends on it and what they lose when it stops. I chose the smaller step, because eight people carry the pager, and the price was that a report slipped by a quarter. " +
  "The sales lead objected, and she was right about the date, so I let her team go first. Since then complaints fell from thirty a week to two, and now I ask support early.";

export async function open(context, address, { clock = false } = {}) {
  const page = await context.newPage();
  if (clock) await page.clock.install();
  page.errors = collectErrors(page);
  await page.goto(address);
  await isReady(page);
  return page;
}

/** The first screen is there: home, or the answer that a closed tab left. `page` may be a frame. */
export const isReady = (page) => page.locator("#twin h1").first().waitFor({ state: "attached" });

/** Presses as a keyboard or a screen reader does: the element is transparent and lets the pointer through. */
export const press = (page, name) => page.locator("#twin :is(button, a)").filter({ hasText: new RegExp(`^${name}$`) }).first().evaluate((element) => element.click());

export const field = (page) => page.getByRole("textbox", { name: "Your answer" });

export async function answer(page, text) {
  await press(page, "Start a question");
  await press(page, "Start answering now");
  await field(page).fill(text);
}

/** The word of the verdict, once it is there. */
export async function verdict(page) {
  const heading = page.getByRole("heading", { name: /^(Pass|Fail, for now|Can't judge)/ }).first();
  await heading.waitFor({ state: "attached" });
  return heading.textContent();
}

export async function finish(page) {
  await press(page, "Finish");
  return verdict(page);
}

/** A snapshot holds every change of this browser's tabs. */
export const saved = (page) => page.waitForFunction(() => !Object.keys(localStorage).some((key) => /^dryrun\/journal\/[^/]+\/\d+$/.test(key)));

/** What the screen says, in one line. */
export const words = async (page) => (await page.locator("#twin").innerText()).replace(/\s+/g, " ");

/** The tab dies without a chance to say goodbye. */
export async function crash(page) {
  const crashed = page.waitForEvent("crash");
  page.goto("chrome://crash").catch(() => {});
  await crashed;
  await page.close();
}
