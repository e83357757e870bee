"use strict";
(() => {
  const page = document.documentElement;
  const roomy = matchMedia("(min-width: 62rem)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const SVG = "http://www.w3.org/2000/svg";
  const GAP = 10; // pixels between two cards
  const desks = new Map(); // what each article that was shown can do
  let keysOn = true;
  page.classList.add("js");

  const all = (where, what) => [...where.querySelectorAll(what)];
  const say = (text) => { document.getElementById("said").textContent = text; };
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
    const cardOf = (number) => cards.find((card) => card.dataset.f === number);
    const marks = new Map(); // of each finding
    for (const mark of all(story, "mark")) for (const number of mark.dataset.f.split(" ")) marks.set(number, [...(marks.get(number) ?? []), mark]);
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
        for (const mark of marksOf(card.dataset.f)) mark.classList.toggle("done", mark.dataset.f.split(" ").every((number) => cardOf(number).classList.contains("done")));
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
      let path = "";
      if (ys.length > 1) {
        const first = ys[0], last = ys.at(-1), r = Math.min(6, (last - first) / 2);
        path += `M${near} ${first}H${edge + r}Q${edge} ${first} ${edge} ${first + r}V${last - r}Q${edge} ${last} ${edge + r} ${last}H${near}`;
        for (const y of ys.slice(1, -1)) path += `M${edge} ${y}H${near}`;
      }
      const rect = faultOf(number)?.getClientRects()[0];
      if (roomy.matches && rect) {
        const to = card.getBoundingClientRect(), y = rect.bottom - box.top - 6, x = box.width + 6;
        const end = parseFloat(card.style.top || "0") + Math.min(18, to.height / 2), far = to.left - box.left - 1;
        path += `M${x} ${y}C${x + 18} ${y} ${far - 18} ${end} ${far} ${end}`;
      }
      join.setAttribute("class", `join ${level}`);
      join.dataset.places = String(tops.length);
      const line = document.createElementNS(SVG, "path");
      line.setAttribute("d", path);
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
      if (!roomy.matches) { for (const card of cards) card.style.top = ""; look(); return; }
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
      for (let at = fixed - 1; at >= 0; at--) stand[at].y = Math.min(stand[at].y, stand[at + 1].y - stand[at].height - GAP);
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
      const total = `${list.length} finding${list.length === 1 ? "" : "s"}`;
      const done = cards.filter((card) => card.classList.contains("done")).length;
      const place = at < 0 ? (list.length < cards.length ? `${list.length} of ${cards.length} shown` : total) : `${at + 1} of ${list.length}`;
      output.textContent = done ? `${place}, ${done} done` : place;
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
      const pressed = (kind) => filters.filter((one) => one.dataset[kind] && one.ariaPressed === "true").map((one) => one.dataset[kind]);
      const levels = pressed("level"), families = pressed("family");
      const wanted = (card) => (!levels.length || levels.includes(card.dataset.level)) && (!families.length || families.includes(card.dataset.family));
      for (const card of cards) card.hidden = !wanted(card);
      const hidden = new Set(cards.filter((card) => card.hidden).map((card) => card.dataset.f));
      for (const mark of all(story, "mark[data-f]")) mark.classList.toggle("off", mark.dataset.f.split(" ").every((number) => hidden.has(number)));
      for (const ref of all(section, ".ref")) ref.hidden = hidden.has(ref.dataset.f);
      clear.hidden = !levels.length && !families.length;
      pin(hidden.has(pinned) ? "" : pinned);
      say(`${shown().length} of ${cards.length} findings shown`);
    }

    section.addEventListener("click", (event) => {
      const from = event.target.closest("button, a, label, mark, .card, .echo");
      if (from?.matches(".filter")) { from.ariaPressed = String(from.ariaPressed !== "true"); filter(); }
      else if (from?.matches("[data-clear]")) { for (const one of filters) one.ariaPressed = "false"; filter(); filters[0].focus(); }
      else if (from?.matches("[data-step]")) step(Number(from.dataset.step));
      else if (from?.matches("[data-keys]")) { keysOn = !keysOn; for (const one of all(document, "[data-keys]")) one.ariaPressed = String(keysOn); }
      else if (from?.matches(".ref")) {
        event.preventDefault();
        pin(from.dataset.f, true);
        cardOf(from.dataset.f).scrollIntoView({ block: "nearest", behavior: glide() });
      } else if (from?.matches(".card a")) pin(from.closest(".card").dataset.f);
      else if (from?.matches("mark, .card, .echo")) {
        const number = firstShown(from.dataset.f);
        pin(number);
        if (number && !from.matches(".card")) cardOf(number).scrollIntoView({ block: "nearest", behavior: glide() });
      } else if (!from && pinned && story.contains(event.target)) pin("");
    });
    const hover = (event) => {
      const number = firstShown(event.target.closest("mark, .card, .ref, .echo")?.dataset.f ?? "");
      if (number !== over) { over = number; look(); }
    };
    story.addEventListener("pointerover", hover);
    story.addEventListener("pointerleave", () => { over = ""; look(); });
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

  /** The index: sorting by a column, and only the articles that are asked for. */
  function archive(index) {
    const table = index.querySelector(".sortable"), body = table.tBodies[0], rows = [...body.rows];
    const search = index.querySelector("input"), buttons = all(index, ".filter"), output = index.querySelector("output");
    const number = (cell) => parseFloat(cell.textContent.replace(/,/g, "")) || 0;
    function narrow() {
      const words = search.value.trim().toLowerCase(), levels = buttons.filter((one) => one.ariaPressed === "true").map((one) => one.dataset.has);
      for (const row of rows) {
        const has = row.dataset.has.split(" ");
        row.hidden = (levels.length && !levels.some((level) => has.includes(level))) || (words && !row.cells[0].textContent.toLowerCase().includes(words));
      }
      const count = rows.filter((row) => !row.hidden).length;
      output.textContent = count < rows.length ? `${count} of ${rows.length} shown` : "";
      say(`${count} of ${rows.length} articles shown`);
    }
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const falls = head.ariaSort ? head.ariaSort === "ascending" : column > 0;
        for (const other of table.tHead.rows[0].cells) other.ariaSort = null;
        head.ariaSort = falls ? "descending" : "ascending";
        const order = (a, b) => column ? number(a.cells[column]) - number(b.cells[column]) : a.cells[0].textContent.localeCompare(b.cells[0].textContent);
        body.append(...rows.sort((a, b) => (falls ? order(b, a) : order(a, b))));
      });
    });
    search.addEventListener("input", narrow);
    for (const button of buttons) button.addEventListener("click", () => { button.ariaPressed = String(button.ariaPressed !== "true"); narrow(); });
  }

  /** Behind “All articles” the ways to the article before and the one after. */
  function neighbours(section) {
    const back = section.querySelector(".back");
    if (!back || back.children.length > 1) return;
    for (const [name, other] of [["Previous", section.previousElementSibling], ["Next", section.nextElementSibling]]) {
      if (!other?.matches(".article")) continue;
      const link = document.createElement("a");
      link.href = `#${other.id}`;
      link.textContent = name;
      back.append(" ", link);
    }
  }

  const current = () => all(document, "main > section.article").find((section) => !section.hidden);

  function open(section) {
    if (!section) return;
    if (!desks.has(section)) desks.set(section, desk(section));
    desks.get(section)?.place();
  }

  /** Show what the address names: of an archive one article or the index, the rest hidden. */
  function route() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const details = target?.closest("details");
    if (details) details.open = true;
    const index = document.getElementById("index");
    if (index && !details) {
      const view = target?.closest("main > section") ?? index;
      for (const section of all(document, "main > section")) section.hidden = section !== view;
      document.title = view.querySelector(".headline")?.textContent || document.querySelector(".masthead p").textContent;
      neighbours(view);
      if (view === target || !target) scrollTo(0, 0);
      else target.scrollIntoView({ block: "center" });
      if (target) view.querySelector("h2").focus({ preventScroll: true });
    } else if (details) target.scrollIntoView();
    open(current());
  }

  document.addEventListener("DOMContentLoaded", () => {
    const index = document.getElementById("index");
    if (index) archive(index);
    route();
    addEventListener("hashchange", route);
    let asked = 0;
    addEventListener("resize", () => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(() => desks.get(current())?.place());
    });
    document.fonts?.ready.then(() => desks.get(current())?.place());
    addEventListener("keydown", (event) => {
      const typing = event.target.matches("input:not([type=checkbox])");
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      const now = desks.get(current());
      if (event.key === "Escape") now?.escape();
      else if (keysOn && "jn".includes(event.key)) now?.step(1);
      else if (keysOn && "kp".includes(event.key)) now?.step(-1);
      else if (keysOn && event.key === "x") now?.tick();
    });
  });
})();
