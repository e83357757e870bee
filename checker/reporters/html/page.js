// The pages of an archive, and the keys.

const desks = new Map(); // what each article that was shown can do

/** The index: sorting by a column, and only the articles that are asked for. */
function archive(index) {
  const table = index.querySelector(".sortable"), body = table.tBodies[0], rows = [...body.rows];
  const search = index.querySelector("input"), buttons = all(index, ".filter"), output = index.querySelector("output");
  const number = (cell) => parseFloat(cell.textContent.replace(/,/g, "")) || 0;
  function narrow() {
    const words = search.value.trim().toLowerCase();
    const levels = buttons.filter((one) => one.ariaPressed === "true").map((one) => one.dataset.has);
    for (const row of rows) {
      const has = row.dataset.has.split(" "), text = row.cells[0].textContent.toLowerCase();
      row.hidden = (levels.length && !levels.some((level) => has.includes(level))) || !text.includes(words);
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
      const words = (row) => row.cells[0].textContent;
      const value = (row) => number(row.cells[column]);
      const order = (a, b) => (column ? value(a) - value(b) : words(a).localeCompare(words(b)));
      body.append(...rows.sort((a, b) => (falls ? order(b, a) : order(a, b))));
    });
  });
  search.addEventListener("input", narrow);
  for (const button of buttons) {
    button.addEventListener("click", () => {
      toggle(button);
      narrow();
    });
  }
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

/** The article that is looked at: of an archive the one that is open. */
const current = () => document.querySelector(document.body.matches(".archive") ? ".article.current" : ".article");

function reveal(section) {
  if (!section) return;
  if (!desks.has(section)) desks.set(section, desk(section));
  desks.get(section)?.place();
}

/** Show what the address names: of an archive one article or the index, and what is folded away. */
function route() {
  const target = document.getElementById(location.hash.slice(1));
  const details = target?.closest("details");
  if (details) details.open = true;
  if (details) target.scrollIntoView();
  else if (document.body.matches(".archive")) turn(target);
  reveal(current());
}

/** Turn to the page of an archive that has an element, or to the index. */
function turn(target) {
  const before = current(), view = target?.closest(".article") ?? null;
  before?.classList.remove("current");
  view?.classList.add("current");
  document.body.classList.toggle("reading", Boolean(view));
  const title = view?.querySelector(".headline") ?? document.querySelector(".masthead p");
  document.title = title.textContent;
  if (view) neighbours(view);
  if (target && target !== view) target.scrollIntoView({ block: "center" });
  else scrollTo(0, 0);
  if (view !== before) document.querySelector(view ? ".current h2" : ".index h2").focus({ preventScroll: true });
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
