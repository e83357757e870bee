"use strict";
// An article of the report: its marks and cards, the join between them, filters, steps and ticks.

const roomy = matchMedia("(min-width: 62rem)");
const still = matchMedia("(prefers-reduced-motion: reduce)");
const SVG = "http://www.w3.org/2000/svg";
const GAP = 10; // pixels between two cards
let keysOn = true;
document.documentElement.classList.add("js");

const all = (where, what) => [...where.querySelectorAll(what)];
const say = (text) => { document.getElementById("said").textContent = text; };
const toggle = (button) => { button.ariaPressed = String(button.ariaPressed !== "true"); };
const glide = () => (still.matches ? "auto" : "smooth");

/** What the browser remembers; nothing where it may not. */
function memory(act, ...words) {
  try { return localStorage[act](...words); } catch { return null; }
}

/** The findings of one article: which are shown, which one is looked at, where their cards stand. */
function desk(section) {
  const story = section.querySelector(".story");
  const cards = all(section, ".card");
  if (!story || !cards.length) return null;
  const output = section.querySelector("output");
  const clear = section.querySelector("[data-clear]");
  const filters = all(section, ".filter");
  const join = story.appendChild(document.createElementNS(SVG, "svg"));
  join.setAttribute("class", "join");
  join.setAttribute("aria-hidden", "true");
  let pinned = "", over = "";

  /** A line in the margin at the other place of a finding; its card has the same words, so that only eyes need it. */
  function echo(card, link) {
    const line = document.createElement("div");
    line.className = `echo ${card.dataset.level}`;
    line.dataset.f = card.dataset.f;
    line.ariaHidden = "true";
    const number = line.appendChild(document.createElement("span"));
    number.className = "number other";
    number.textContent = card.dataset.f;
    line.append(` ${link.parentElement.querySelector(".why").textContent}`);
    story.append(line);
    return { card, line, mark: document.getElementById(link.hash.slice(1)) };
  }

  const echoes = cards.flatMap((card) => all(card, ".away > a").map((link) => echo(card, link)));
  const shown = () => cards.filter((card) => !card.hidden);
  const byNumber = new Map(cards.map((card) => [card.dataset.f, card]));
  const cardOf = (number) => byNumber.get(number);
  const findingsOf = (mark) => mark.dataset.f.split(" ");
  const marks = new Map(); // of each finding
  for (const mark of all(story, "mark")) {
    for (const number of findingsOf(mark)) marks.set(number, [...(marks.get(number) ?? []), mark]);
  }
  const marksOf = (number) => marks.get(number) ?? [];
  const faultOf = (number) => marksOf(number).find((mark) => !mark.classList.contains("other")) ?? marksOf(number)[0];
  const firstShown = (numbers) => numbers.split(" ").find((number) => !cardOf(number)?.hidden) ?? "";

  const path = section.querySelector(".about code").textContent;
  for (const card of cards) tick(card);

  /** A box to tick a finding off; the browser remembers it by the finding's words, so that a new report has it too. */
  function tick(card) {
    const name = `checker ${path} ${card.dataset.print}`, label = document.createElement("label");
    const box = label.appendChild(document.createElement("input"));
    box.type = "checkbox";
    box.checked = memory("getItem", name) !== null;
    label.className = "tick";
    label.append(" done");
    card.querySelector(".where").append(label);
    const settle = () => {
      card.classList.toggle("done", box.checked);
      const isDone = (number) => cardOf(number).classList.contains("done");
      for (const mark of marksOf(card.dataset.f)) mark.classList.toggle("done", findingsOf(mark).every(isDone));
    };
    box.addEventListener("change", () => {
      memory(box.checked ? "setItem" : "removeItem", name, "done");
      settle();
      count();
    });
    settle();
  }

  function look() {
    const number = over || pinned;
    for (const one of all(section, ".on")) one.classList.remove("on");
    join.replaceChildren();
    if (!number) return;
    for (const one of all(story, `[data-f~="${number}"]`)) one.classList.add("on");
    draw(number);
  }

  /** The join: a bracket beside the text from place to place, and a line from the fault to its card. */
  function draw(number) {
    const box = story.getBoundingClientRect(), card = cardOf(number);
    const tops = marksOf(number).filter((mark) => mark.id).map((mark) => mark.getClientRects()[0]).filter(Boolean);
    const ys = [...new Set(tops.map((rect) => Math.round(rect.bottom - box.top - 6)))].sort((a, b) => a - b);
    const level = card.dataset.level, edge = roomy.matches ? -14 : -7, near = roomy.matches ? -4 : -1;
    let drawn = "";
    if (ys.length > 1) {
      const first = ys[0], last = ys.at(-1), r = Math.min(6, (last - first) / 2);
      drawn += `M${near} ${first}H${edge + r}Q${edge} ${first} ${edge} ${first + r}`;
      drawn += `V${last - r}Q${edge} ${last} ${edge + r} ${last}H${near}`;
      for (const y of ys.slice(1, -1)) drawn += `M${edge} ${y}H${near}`;
    }
    const rect = faultOf(number)?.getClientRects()[0];
    if (roomy.matches && rect) {
      const to = card.getBoundingClientRect(), y = rect.bottom - box.top - 6, x = box.width + 6;
      const end = parseFloat(card.style.top || "0") + Math.min(18, to.height / 2), far = to.left - box.left - 1;
      drawn += `M${x} ${y}C${x + 18} ${y} ${far - 18} ${end} ${far} ${end}`;
    }
    join.setAttribute("class", `join ${level}`);
    join.dataset.places = String(tops.length);
    const line = document.createElementNS(SVG, "path");
    line.setAttribute("d", drawn);
    join.append(line);
    for (const y of ys.length > 1 ? ys : []) {
      const dot = document.createElementNS(SVG, "circle");
      for (const [name, value] of [["cx", near], ["cy", y], ["r", 2.5]]) dot.setAttribute(name, String(value));
      join.append(dot);
    }
  }

  /** Put every card beside its mark; none covers another, and the one looked at is exactly at its place. */
  function place() {
    story.style.minHeight = "";
    if (!roomy.matches) {
      for (const card of cards) card.style.top = "";
      look();
      return;
    }
    const top = story.getBoundingClientRect().top;
    const stand = shown().map((card) => {
      const rect = faultOf(card.dataset.f)?.getClientRects()[0] ?? story.getBoundingClientRect();
      return { card, box: card, y: Math.max(0, rect.top - top - 8) };
    });
    for (const { card, line, mark } of echoes) {
      line.hidden = card.hidden || !mark;
      if (!line.hidden) stand.push({ card: null, box: line, y: mark.getClientRects()[0].top - top + 2 });
    }
    for (const one of stand) one.height = one.box.offsetHeight;
    stand.sort((a, b) => a.y - b.y);
    const fixed = Math.max(0, stand.findIndex((one) => one.card?.dataset.f === pinned));
    for (let at = fixed - 1; at >= 0; at--) {
      stand[at].y = Math.min(stand[at].y, stand[at + 1].y - stand[at].height - GAP);
    }
    let free = Math.max(0, stand[0]?.y ?? 0);
    for (const one of stand) {
      one.y = Math.max(one.y, free);
      free = one.y + one.height + GAP;
      one.box.style.top = `${one.y}px`;
    }
    if (stand.length) story.style.minHeight = `${free}px`;
    look();
  }

  function pin(number, focus) {
    pinned = number; over = "";
    for (const card of cards) card.classList.toggle("open", card.dataset.f === number);
    place();
    requestAnimationFrame(() => story.classList.add("placed"));
    count();
    if (focus && number) cardOf(number).focus({ preventScroll: true });
  }

  function count() {
    const list = shown(), at = list.findIndex((card) => card.dataset.f === pinned);
    const done = cards.filter((card) => card.classList.contains("done")).length;
    let told = `${list.length} finding${list.length === 1 ? "" : "s"}`;
    if (list.length < cards.length) told = `${list.length} of ${cards.length} shown`;
    if (at >= 0) told = `${at + 1} of ${list.length}`;
    output.textContent = done ? `${told}, ${done} done` : told;
  }

  function step(by) {
    const list = shown();
    if (!list.length) return;
    const at = list.findIndex((card) => card.dataset.f === pinned);
    const next = list[at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length];
    pin(next.dataset.f, true);
    ((roomy.matches && faultOf(next.dataset.f)) || next).scrollIntoView({ block: "center", behavior: glide() });
  }

  /** Nothing pressed shows everything; within levels or families any that is pressed will do. */
  function filter() {
    const pressed = filters.filter((one) => one.ariaPressed === "true");
    const wanted = (card, kind) => {
      const asked = pressed.map((one) => one.dataset[kind]).filter(Boolean);
      return !asked.length || asked.includes(card.dataset[kind]);
    };
    for (const card of cards) card.hidden = !(wanted(card, "level") && wanted(card, "family"));
    const isHidden = (number) => cardOf(number).hidden;
    for (const mark of all(story, "mark")) mark.classList.toggle("off", findingsOf(mark).every(isHidden));
    for (const ref of all(section, ".ref")) ref.hidden = isHidden(ref.dataset.f);
    clear.hidden = !pressed.length;
    pin(pinned && isHidden(pinned) ? "" : pinned);
    say(`${shown().length} of ${cards.length} findings shown`);
  }

  /** What a click on something in the article or its tools does. */
  function clicked(from, event) {
    if (from.matches(".filter")) {
      toggle(from);
      filter();
    } else if (from.matches("[data-clear]")) {
      for (const one of filters) one.ariaPressed = "false";
      filter();
      filters[0].focus();
    } else if (from.matches("[data-step]")) {
      step(Number(from.dataset.step));
    } else if (from.matches("[data-keys]")) {
      keysOn = !keysOn;
      for (const one of all(document, "[data-keys]")) one.ariaPressed = String(keysOn);
    } else if (from.matches(".ref")) {
      event.preventDefault();
      pin(from.dataset.f, true);
      cardOf(from.dataset.f).scrollIntoView({ block: "nearest", behavior: glide() });
    } else if (from.matches(".card a")) {
      pin(from.closest(".card").dataset.f);
    } else if (from.matches("mark, .card, .echo")) {
      const number = firstShown(from.dataset.f);
      pin(number);
      if (number && !from.matches(".card")) cardOf(number).scrollIntoView({ block: "nearest", behavior: glide() });
    }
  }

  section.addEventListener("click", (event) => {
    const from = event.target.closest("button, a, label, mark, .card, .echo");
    if (from) clicked(from, event);
    else if (pinned && story.contains(event.target)) pin("");
  });
  function hover(number) {
    if (number === over) return;
    over = number;
    look();
  }
  story.addEventListener("pointerover", (event) => hover(firstShown(event.target.closest("[data-f]")?.dataset.f ?? "")));
  story.addEventListener("pointerleave", () => hover(""));
  let pressed = false; // what is under the pointer must not move away before it is let go
  addEventListener("pointerdown", () => { pressed = true; }, true);
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => { pressed = false; }, true);
  story.addEventListener("focusin", (event) => {
    const number = event.target.closest(".card, .ref")?.dataset.f;
    if (number && number !== pinned && !pressed) pin(number);
  });
  count();
  return { step, place, escape: () => pin(""), tick: () => cardOf(pinned)?.querySelector(".tick input").click() };
}
