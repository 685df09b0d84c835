// Progressive enhancement: without this file every page says all that it has to say.
// It is read before the page is drawn, so that a chosen theme does not flash; the rest waits for the page.
"use strict";

(() => {
  const KEY = "parkbrief-theme";
  const root = document.documentElement;

  // A browser may refuse its memory, to a page from a disk above all: then the choice lasts for the page.
  const remembered = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  const remember = (theme) => {
    try {
      if (theme === "system") localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, theme);
    } catch {
      // nothing is lost but the memory
    }
  };

  const apply = (theme) => {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
  };

  const showChoice = () => {
    const chosen = root.dataset.theme ?? "system";
    for (const each of document.getElementsByName("theme")) each.checked = each.value === chosen;
  };

  apply(remembered());
  document.addEventListener("DOMContentLoaded", () => {
    showChoice();
    for (const each of document.getElementsByName("theme")) {
      each.addEventListener("change", () => {
        remember(each.value);
        apply(each.value);
      });
    }
  });
  window.addEventListener("pageshow", () => { // a page that comes back keeps its old colours and buttons
    apply(remembered() ?? root.dataset.theme);
    showChoice();
  });
  window.addEventListener("storage", (event) => { // the choice made in another window
    if (event.key !== KEY) return;
    apply(event.newValue);
    showChoice();
  });
})();

// The directory closes with Escape, and when the reader turns elsewhere.
document.addEventListener("DOMContentLoaded", () => {
  const all = document.querySelector(".nav__all");
  if (!all) return;

  all.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !all.open) return;
    all.open = false;
    all.querySelector("summary").focus();
  });
  for (const kind of ["click", "focusin"]) {
    document.addEventListener(kind, (event) => {
      if (!all.contains(event.target)) all.open = false;
    });
  }
});

// The choice of parks to compare.
document.addEventListener("DOMContentLoaded", () => {
  const choice = document.querySelector("[data-choice]");
  if (!choice) return;

  const boxes = [...choice.querySelectorAll("input")];
  const said = choice.querySelector("[data-said]");
  const clear = choice.querySelector("[data-clear]");
  const limit = Number(choice.dataset.limit);
  const known = new Set(boxes.map((box) => box.value));

  const chosen = () => boxes.filter((box) => box.checked);

  // The choice stands in the address, so that it can be sent on and survives a reload.
  const readHash = () => {
    const [name, ids = ""] = location.hash.slice(1).split("=");
    if (name !== "parks") return null;
    return decodeURIComponent(ids).split(",").filter((id) => known.has(id)).slice(0, limit);
  };

  const writeHash = () => {
    const ids = chosen().map((box) => encodeURIComponent(box.value)).join(",");
    location.replace(`#parks=${ids}`);
  };

  // Of rows on one indicator: those in which a chosen park compares, else the first that tells anything.
  const rowsToShow = (rows, ids) => {
    const told = (row, kind) => ids.some((id) => row.querySelector(`td.${kind}[data-park="${CSS.escape(id)}"]`));
    const alike = rows.filter((row) => told(row, "alike"));
    return alike.length ? alike : rows.filter((row) => told(row, "apart")).slice(0, 1);
  };

  const showTopic = (topic, parks) => {
    const ids = parks.map((box) => box.value);
    for (const cell of topic.querySelectorAll("table [data-park]")) {
      cell.hidden = ids.length > 0 && !ids.includes(cell.dataset.park);
    }
    const groups = new Map();
    for (const row of topic.querySelectorAll("[data-row]")) {
      groups.set(row.dataset.row, [...(groups.get(row.dataset.row) ?? []), row]);
    }
    let shown = 0;
    for (const rows of groups.values()) {
      const kept = ids.length ? rowsToShow(rows, ids) : rows;
      for (const row of rows) row.hidden = !kept.includes(row);
      shown += kept.length;
    }
    topic.hidden = shown === 0;
    const heads = new Set([...topic.querySelectorAll("thead [data-park]")].map((cell) => cell.dataset.park));
    const missing = parks.filter((box) => !heads.has(box.value)).map((box) => box.dataset.parkName);
    const gaps = topic.querySelector("[data-gaps]");
    gaps.hidden = missing.length === 0;
    gaps.textContent = missing.length ? `${gaps.dataset.gaps}${missing.join("、")}。` : "";
  };

  // Said aloud only when it changes.
  const tell = (parks, names) => {
    const { none, one, some, full } = said.dataset;
    let text = none;
    if (parks.length === 1) text = `${one}${names}。`;
    if (parks.length > 1) text = `${some}${names}。${parks.length >= limit ? full : ""}`;
    if (said.textContent !== text) said.textContent = text;
    clear.hidden = parks.length === 0;
  };

  const show = () => {
    const parks = chosen();
    const compared = parks.length > 1 ? parks : [];
    const names = parks.map((box) => box.dataset.parkName).join("、");
    for (const box of boxes) box.disabled = !box.checked && parks.length >= limit;
    document.body.classList.toggle("is-chosen", compared.length > 0);
    for (const topic of document.querySelectorAll("[data-topic]")) showTopic(topic, compared);
    tell(parks, names);
  };

  const restore = () => {
    const ids = readHash();
    if (ids) for (const box of boxes) box.checked = ids.includes(box.value);
    show();
  };

  choice.addEventListener("change", () => {
    writeHash();
    show();
  });
  clear.addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    writeHash();
    show();
    boxes[0]?.focus();
  });
  window.addEventListener("hashchange", restore);
  restore();
});
