// Search: exact substrings of two characters or more, pinyin and initials of names, and figures (投资>10亿).
// The index is loaded as scripts, so that it works from a disk as well. See publish/search.py.
"use strict";

(() => {
  const form = document.getElementById("search-form");
  const field = document.getElementById("search-field");
  const list = document.getElementById("search-results");
  const said = document.getElementById("search-status");
  const more = document.getElementById("search-more");
  const labels = JSON.parse(form.dataset.labels);
  const STEP = 20;
  const SENTENCE = /[。！？]/; // what has one says something; a list of names does not
  const APART = "\n";

  // -- files of the index -------------------------------------------------------------------------

  const pairs = new Map();
  const texts = new Map();
  const loading = new Map();
  let pages = [];
  let sounds = {};
  let shards = 1;
  let figures = null;

  window.parkbriefIndex = {
    pages(count, described, told) {
      shards = count;
      sounds = told;
      pages = described.map(([url, title, kind, names, parks, industries, years, place], number) => (
        { number, url, title, kind, names, parks, industries, years, place }));
    },
    pairs(number, shard) { pairs.set(number, shard); },
    text(number, chunk) { texts.set(number, chunk); },
    figures(rows) { figures = rows; },
  };

  function load(name) {
    if (!loading.has(name)) {
      loading.set(name, new Promise((done, fail) => {
        const script = document.createElement("script");
        script.src = name;
        script.onload = done;
        script.onerror = () => { loading.delete(name); fail(new Error(name)); };
        document.head.append(script);
      }));
    }
    return loading.get(name);
  }

  // -- words --------------------------------------------------------------------------------------

  const plain = (character) => (
    character === APART ? APART : character.normalize("NFKC").toLowerCase().replace(/\s+/g, ""));
  const squeezed = (text) => Array.from(text, plain).join("");

  async function holding(word) {
    const characters = Array.from(word);
    const found = [];
    for (let at = 0; at + 1 < characters.length; at += 1) {
      const [one, other] = [characters[at], characters[at + 1]];
      const number = (one.codePointAt(0) * 31 + other.codePointAt(0)) % shards;
      await load(`pairs-${number}.js`);
      let page = 0;
      found.push(new Set((pairs.get(number)[one + other] || []).map((step) => (page += step))));
    }
    found.sort((one, other) => one.size - other.size);
    const candidates = [...found[0]].filter((page) => found.every((each) => each.has(page)));
    if (characters.length === 2) return new Set(candidates);
    const held = new Set();
    for (const page of candidates) if ((await squeezedText(page)).includes(word)) held.add(page);
    return held;
  }

  async function text(number) {
    const [chunk, place] = pages[number].place;
    await load(`text-${chunk}.js`);
    return texts.get(chunk)[place];
  }

  const squeezedTexts = new Map();
  async function squeezedText(number) {
    if (!squeezedTexts.has(number)) squeezedTexts.set(number, squeezed(await text(number)));
    return squeezedTexts.get(number);
  }

  function sounding(word) {
    const found = new Set();
    if (/^[a-z0-9]{2,}$/.test(word)) {
      for (const sound of Object.keys(sounds)) if (sound.startsWith(word)) sounds[sound].forEach((each) => found.add(each));
    }
    return found;
  }

  const WEIGHT = { parks: 40, projects: 25, policies: 20, companies: 20, indicators: 20, industries: 20, sources: 10 };

  async function rank(number, words, heard) {
    const page = pages[number];
    const title = squeezed(page.title);
    const names = page.names.map(squeezed);
    let score = (WEIGHT[page.kind] || 5) + (heard ? 60 : 0);
    const body = await squeezedText(number);
    for (const word of words) {
      if (title === word || names.includes(word)) score += 200;
      else if (title.includes(word)) score += 100;
      score += 5 * Math.min(10, body.split(word).length - 1);
    }
    return score;
  }

  async function searchWords(words) {
    let held = null;
    const heard = new Set();
    for (const word of words) {
      const found = await holding(word);
      for (const each of sounding(word)) { found.add(each); heard.add(each); }
      held = held ? new Set([...held].filter((each) => found.has(each))) : found;
    }
    const ranked = [];
    for (const number of held) {
      if (admitted(pages[number])) ranked.push([await rank(number, words, heard.has(number)), number]);
    }
    ranked.sort((one, other) => other[0] - one[0] || one[1] - other[1]);
    return ranked.map(([, number]) => () => showPage(number, words));
  }

  // What the filters alone leave, where no word is asked for.
  function searchAll() {
    const left = pages.filter(admitted);
    left.sort((one, other) => (WEIGHT[other.kind] || 5) - (WEIGHT[one.kind] || 5) || one.number - other.number);
    return left.map((page) => () => showPage(page.number, []));
  }

  // -- filters ------------------------------------------------------------------------------------

  const filters = [...form.querySelectorAll("select")];

  function admitted(page) {
    return filters.every((select) => {
      const wanted = select.value;
      if (!wanted) return true;
      if (select.name === "kind") return page.kind === wanted;
      if (select.name === "year") return page.years.includes(Number(wanted));
      return page[select.name].includes(wanted);
    });
  }

  // -- figures ------------------------------------------------------------------------------------

  const SCALES = { 百: 1e2, 千: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8, 万亿: 1e12, "": 1 };
  const QUERY = /^(.*?)(>=|<=|≥|≤|>|<|=|＞|＜|＝|大于|小于|超过|不足)\s*(-?[\d.,]+)\s*(万亿|千万|百万|亿|万|千|百)?(.*)$/;
  const TESTS = {
    ">": (one, other) => one > other, "<": (one, other) => one < other,
    ">=": (one, other) => one >= other, "<=": (one, other) => one <= other,
    "=": (one, other) => Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other)),
  };
  const SAME = { "≥": ">=", "≤": "<=", "＞": ">", "＜": "<", "＝": "=", 大于: ">", 小于: "<", 超过: ">", 不足: "<" };
  const RISE = /增长|增幅|增速|同比/;

  function figureQuery(query) {
    const found = QUERY.exec(query.normalize("NFKC").trim());
    if (!found) return null;
    const [, words, sign, number, scale, unit] = found;
    return {
      words: words.trim().split(/\s+/).filter(Boolean),
      test: TESTS[SAME[sign] || sign],
      value: Number(number.replaceAll(",", "")) * SCALES[scale || ""],
      unit: unit.trim() || (scale && /资|产值|收入|总值|税|额|元/.test(words) ? "元" : ""),
    };
  }

  async function searchFigures(query) {
    await load("figures.js");
    const wanted = query.words.map(squeezed);
    const rises = wanted.some((word) => RISE.test(word));
    const words = wanted.map((word) => word.replace(RISE, "")).filter(Boolean);
    const found = figures.filter((row) => (
      query.test(row.value, query.value)
      && (!query.unit || row.unit === query.unit)
      && (!rises || row.measure === "growth")
      && words.every((word) => squeezed(row.told).includes(word))
      && admitted(row)));
    found.sort((one, other) => Math.abs(other.value) - Math.abs(one.value) || (one.told < other.told ? -1 : 1));
    return found.map((row) => () => showFigure(row, words));
  }

  // -- results ------------------------------------------------------------------------------------

  const element = (tag, className, ...children) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...children);
    return made;
  };

  function link(url, ...children) {
    const made = element("a", "", ...children);
    made.href = `../${url}`;
    return made;
  }

  // The text in pieces: plain, and the words that were looked for.
  function marked(shown, words) {
    const from = [];
    let bare = "";
    Array.from(shown).reduce((offset, character) => {
      for (const each of plain(character)) { from.push(offset); bare += each; }
      return offset + character.length;
    }, 0);
    from.push(shown.length);
    const ranges = [];
    for (const word of words) {
      for (let at = bare.indexOf(word); at >= 0; at = bare.indexOf(word, at + word.length)) {
        ranges.push([from[at], from[at + word.length - 1] + 1]);
      }
    }
    ranges.sort((one, other) => one[0] - other[0]);
    const pieces = [];
    let end = 0;
    for (const [first, last] of ranges) {
      if (first < end) continue;
      pieces.push(shown.slice(end, first), element("mark", "", shown.slice(first, last)));
      end = last;
    }
    pieces.push(shown.slice(end));
    return pieces;
  }

  function excerpt(whole, title, words) {
    const telling = (each) => each !== title && words.some((word) => squeezed(each).includes(word));
    const lines = whole.split(APART).filter(telling);
    const line = lines.find((each) => SENTENCE.test(each) && !each.includes(title)) || lines[0];
    if (!line) return "";
    const at = Math.max(0, ...words.map((word) => line.toLowerCase().indexOf(word)));
    const start = Math.max(0, at - 40);
    return (start ? "…" : "") + line.slice(start, at + 90) + (line.length > at + 90 ? "…" : "");
  }

  async function showPage(number, words) {
    const page = pages[number];
    const shown = excerpt(await text(number), page.title, words);
    return element(
      "li", "found",
      element("p", "found__head", link(page.url, ...marked(page.title, words)), " ", element("span", "tag", labels[page.kind] || labels.home)),
      element("p", "found__text", ...marked(shown, words)));
  }

  function showFigure(row, words) {
    const value = link(row.url, row.said);
    value.className = "value";
    const period = element("span", "found__period", row.period);
    return element("li", "found found--figure", element("p", "found__head", ...marked(row.told, words), " ", value, " ", period));
  }

  let shown = [];
  let at = 0;
  let turn = 0;

  async function showMore() {
    const mine = turn;
    const next = shown.slice(at, at + STEP);
    at += next.length;
    const made = await Promise.all(next.map((each) => each()));
    if (mine !== turn) return;
    list.append(...made);
    more.hidden = at >= shown.length;
  }

  async function search() {
    turn += 1;
    const mine = turn;
    const query = field.value.trim();
    const words = squeezed(query.replace(/\s+/g, APART)).split(APART).filter(Boolean);
    const figure = figureQuery(query);
    let found = [];
    let note = "";
    try {
      await load("pages.js");
      if (figure) found = await searchFigures(figure);
      else if (words.some((word) => Array.from(word).length < 2)) note = form.dataset.short;
      else if (words.length) found = await searchWords(words);
      else if (filters.some((select) => select.value)) found = searchAll();
      else note = form.dataset.empty;
    } catch (error) {
      note = `${form.dataset.failed} ${error.message}`;
    }
    if (mine !== turn) return;
    list.replaceChildren();
    shown = found;
    at = 0;
    more.hidden = true;
    list.dataset.count = String(found.length);
    said.textContent = note || (found.length ? form.dataset.found.replace("{n}", found.length) : form.dataset.none);
    await showMore();
    list.dataset.query = query;
  }

  // -- form ---------------------------------------------------------------------------------------

  function remember() {
    const state = new URLSearchParams({ q: field.value.trim() });
    for (const select of filters) if (select.value) state.set(select.name, select.value);
    const path = location.protocol === "file:" ? "" : location.pathname; // from a disk only the hash may change
    history.replaceState(null, "", `${path}#${state}`);
  }

  // What was looked for stands in the hash; the field in the masthead asks with ?q=.
  function recall() {
    const state = new URLSearchParams(location.hash.length > 1 ? location.hash.slice(1) : location.search);
    field.value = state.get("q") || "";
    for (const select of filters) select.value = state.get(select.name) || "";
  }

  let waiting = 0;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { remember(); search(); }, 150);
  };
  form.addEventListener("submit", (event) => { event.preventDefault(); remember(); search(); });
  form.addEventListener("input", soon);
  more.addEventListener("click", showMore);
  window.addEventListener("hashchange", () => { recall(); search(); });
  recall();
  search();
})();
