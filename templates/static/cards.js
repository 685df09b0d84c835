// Evidence cards: a click on a number shows its sentence, its source, and what speaks against it.
// Without this file, or where it fails, the number is what it was: a link to its sentence.
"use strict";

(() => {
  const script = document.currentScript;
  if (!("popover" in HTMLElement.prototype)) return;

  const WORDS = {
    close: "关闭", back: "返回", sentence: "看原句", original: "原网页", report: "报告这个数字",
    weighed: "对照", worked: "推算", working: "算法", operands: "用到的数", retells: "摘编自",
    rival: "另一处说是", revised: "后来改为", REVISED: "已修订",
  };
  const FIGURES = "a.value[href], a.claim[href], a.derived[data-operands], span[data-derived][title]";
  const PATIENCE = 4000; // ms; then the link is followed
  const LONG = 110; // characters of a sentence on either side of the number
  const GAP = 8; // px between number and card

  // -- evidence: one script a document, which calls parkbriefEvidence ---------------------------------

  const told = new Map();
  const files = new Map();
  window.parkbriefEvidence = (evidence) => told.set(document.currentScript.src, evidence);

  const load = (address) => {
    if (!files.has(address)) {
      files.set(address, new Promise((done, fail) => {
        const loading = document.createElement("script");
        const failed = () => {
          files.delete(address);
          fail(new Error(address));
        };
        loading.onload = () => (told.has(loading.src) ? done({ ...told.get(loading.src), address }) : failed());
        loading.onerror = failed;
        loading.src = address;
        document.head.append(loading);
        setTimeout(failed, PATIENCE);
      }));
    }
    return files.get(address);
  };

  // The mark that a link leads to, and the script with what is told of it.
  const placeOf = (href) => {
    const url = new URL(href, location.href);
    const mark = url.hash.slice(1);
    if (!/\/sources\/[^/]+\.html$/.test(url.pathname) || !/^[qp]\d+$/.test(mark)) return null;
    url.hash = "";
    url.search = "";
    return { mark, address: url.href.replace(/\.html$/, ".evidence.js") };
  };

  const isWorked = (link) => link.hasAttribute("data-derived");
  const operandsOf = (link) => (link.dataset.operands ?? "").split(" ").filter(Boolean).map((each) => {
    const at = each.indexOf("=");
    return { id: decodeURIComponent(each.slice(0, at)), href: new URL(each.slice(at + 1), location.href).href };
  });
  const addressesOf = (link) => (
    isWorked(link) ? operandsOf(link).map((each) => placeOf(each.href)) : [placeOf(link.href)]);

  const factsAt = (evidence, mark, id) => {
    if (id && evidence.facts[id]) return [{ ...evidence.facts[id], id }];
    const here = Object.entries(evidence.facts).filter(([, fact]) => fact.mark === mark);
    return here.map(([each, fact]) => ({ ...fact, id: each }));
  };

  // -- what a card is made of -------------------------------------------------------------------------

  const element = (tag, className, ...children) => {
    const made = document.createElement(tag);
    if (className) made.className = `evidence__${className}`;
    made.append(...children.filter((each) => each !== null && each !== undefined));
    return made;
  };

  const link = (href, text, className) => {
    const made = element("a", className, text);
    made.href = href;
    return made;
  };

  const tag = (text, tone) => {
    const made = element("span", "", text);
    made.className = `tag tag--${tone}`;
    return made;
  };

  const external = (href, text) => {
    const made = link(href, text);
    made.rel = "external noreferrer";
    return made;
  };

  const figure = (id, href, text) => {
    const made = link(href, text);
    made.className = "value";
    made.dataset.fact = id;
    return made;
  };

  // The sentence with the number marked; of a long one, the clauses around it.
  const quoted = ({ text }, at) => {
    if (!at) return element("blockquote", "quote", text);
    const [start, end] = at;
    let [before, after] = [text.slice(0, start), text.slice(end)];
    if (before.length > LONG) before = `…${before.slice(-LONG).replace(/^[^，。；：、]*[，。；：、]/, "")}`;
    if (after.length > LONG) after = `${after.slice(0, LONG).replace(/[，。；：、][^，。；：、]*$/, "")}…`;
    return element("blockquote", "quote", before, element("mark", "", text.slice(start, end)), after);
  };

  const cited = (source, address) => element(
    "p", "source",
    link(new URL(source.url, address).href, `《${source.title}》`),
    ...(source.tags ?? []).map((word) => tag(word, "digest")),
    element("span", "from", [source.publisher, source.date].filter(Boolean).join("，")),
    source.retells ? element("span", "retells", `${WORDS.retells}${source.retells}`) : null);

  const disputed = (doubt, address) => {
    const told = (doubt.rivals ?? []).map((each) => element(
      "p", "rival",
      doubt.word === WORDS.REVISED ? WORDS.revised : WORDS.rival, " ",
      figure(each.id, new URL(each.url, address).href, each.said),
      element("span", "from", [each.period, `《${each.source}》`].join("，"))));
    const weighed = link(new URL(doubt.url, address).href, WORDS.weighed);
    return element(
      "div", "doubt", element("b", "word", doubt.word),
      ...(told.length ? told : [element("p", "rival", doubt.told)]), weighed);
  };

  // The address comes filled in but for the fact, whose place in it is encoded as all else.
  const reported = (fact) => {
    const address = script.dataset.report?.replaceAll("%7Bfact%7D", encodeURIComponent(fact));
    return address ? external(address, WORDS.report) : null;
  };

  const actions = (fact, evidence, href) => {
    const original = evidence.quotes[fact.quote].original ?? evidence.source.original;
    return element(
      "p", "actions", link(href, WORDS.sentence, "go"),
      original ? external(original, `${WORDS.original} ↗`) : null,
      fact.said ? reported(fact.id) : null);
  };

  const listed = (rows) => {
    if (!rows?.length) return null;
    return element("dl", "rows", ...rows.map(
      ([label, text]) => element("div", "", element("dt", "", label), element("dd", "", text))));
  };

  const headed = (name, said, ...about) => {
    const head = element(
      "div", "head",
      element("p", "name", name), said ? element("p", "said", said) : null,
      about.length ? element("p", "about", ...about) : null);
    [...head.children].slice(0, 2).forEach((each, number) => { each.id = `evidence-name-${number}`; });
    return head;
  };

  const factCard = (facts, evidence, href) => {
    const [fact] = facts;
    const names = facts.filter((each) => !each.said).map((each) => each.name);
    const about = fact.said ? [element("span", "", fact.period), tag(fact.status, fact.tone)] : [];
    const name = fact.said ? fact.name : [...new Set(names)].join("；");
    return [
      headed(name, fact.said, ...about),
      ...(fact.doubts ?? []).map((each) => disputed(each, evidence.address)),
      quoted(evidence.quotes[fact.quote], fact.at),
      cited(evidence.source, evidence.address),
      listed(fact.rows),
      actions(fact, evidence, href),
    ];
  };

  const workedCard = async (shown) => {
    const used = await Promise.all(operandsOf(shown).map(async ({ id, href }) => {
      const { mark, address } = placeOf(href);
      const evidence = await load(address);
      const [fact] = factsAt(evidence, mark, id);
      return element(
        "li", "", `${fact.name} `, figure(id, href, fact.said), " ",
        element("span", "from", [fact.period, `《${evidence.source.title}》`].join("，")));
    }));
    const label = element("p", "label", WORDS.operands);
    return [
      headed(WORDS.worked, shown.textContent.trim()),
      element("p", "working", shown.dataset.derived),
      ...(used.length ? [label, element("ul", "operands", ...used)] : []),
    ];
  };

  const contentOf = async (shown) => {
    if (isWorked(shown)) return workedCard(shown);
    const { mark, address } = placeOf(shown.href);
    const evidence = await load(address);
    const facts = factsAt(evidence, mark, shown.dataset.fact);
    const names = facts.filter((each) => !each.said);
    const told = shown.classList.contains("claim") && names.length ? names : facts;
    if (!told.length) throw new Error(shown.href);
    return factCard(told, evidence, shown.href);
  };

  // -- the card: one for the page ---------------------------------------------------------------------

  const card = element("div", "");
  card.id = "evidence";
  card.className = "evidence";
  card.popover = "auto";
  card.tabIndex = -1;
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-labelledby", "evidence-name-0 evidence-name-1");
  document.body.append(card);

  let opener = null; // the number that the card stands by
  let trail = []; // what the card showed before, since it was opened
  let pressed = null; // the number whose card was open when the button went down
  let turn = 0;

  const isOpen = () => card.matches(":popover-open");

  const place = () => {
    const number = opener.getClientRects()[0] ?? opener.getBoundingClientRect();
    const view = document.documentElement;
    const room = view.clientHeight - number.bottom - GAP;
    const above = room < card.offsetHeight && number.top > room;
    const top = above ? Math.max(GAP, number.top - GAP - card.offsetHeight) : number.bottom + GAP;
    const left = Math.max(GAP, Math.min(number.left, view.clientWidth - card.offsetWidth - GAP));
    card.style.setProperty("--top", `${top + scrollY}px`);
    card.style.setProperty("--left", `${left + scrollX}px`);
    const covered = number.bottom + GAP - card.getBoundingClientRect().top;
    if (getComputedStyle(card).position === "fixed" && covered > 0) scrollBy(0, covered);
  };

  const button = (text, className, press) => {
    const made = element("button", className, text);
    made.type = "button";
    made.addEventListener("click", press);
    return made;
  };

  const fill = (content) => {
    const close = button("×", "close", () => card.hidePopover());
    close.setAttribute("aria-label", WORDS.close);
    const back = trail.length ? button(`← ${WORDS.back}`, "back", () => fill(trail.pop())) : null;
    card.replaceChildren(...[close, back, ...content].filter(Boolean));
    card.content = content;
    card.scrollTop = 0;
    if (isOpen()) settle();
  };

  // Placed before it is focused: the focus must not scroll the page to where it stood last.
  const settle = () => {
    place();
    card.focus({ preventScroll: true });
  };

  const release = () => {
    if (!opener) return;
    opener.classList.remove("is-open");
    opener.removeAttribute("aria-expanded");
    if (opener.saidTitle) opener.title = opener.saidTitle;
    opener = null;
  };

  const hold = (shown) => {
    release();
    opener = shown;
    opener.classList.add("is-open");
    opener.setAttribute("aria-expanded", "true");
    opener.saidTitle = opener.title; // two boxes with the same words would lie upon each other
    opener.removeAttribute("title");
  };

  const open = async (shown) => {
    turn += 1;
    const mine = turn;
    let content;
    try {
      content = await contentOf(shown);
    } catch {
      if (mine === turn && shown.href) location.assign(shown.href);
      return;
    }
    if (mine !== turn) return;
    if (card.contains(shown)) {
      trail.push(card.content);
      fill(content);
      return;
    }
    trail = [];
    if (!isOpen()) shown.focus({ preventScroll: true }); // where the focus returns to
    hold(shown);
    fill(content);
    if (isOpen()) return;
    card.showPopover({ source: shown });
    settle();
  };

  card.addEventListener("toggle", (event) => {
    if (event.newState !== "closed" || isOpen()) return;
    const left = opener;
    release();
    if (left && [document.body, null].includes(document.activeElement)) left.focus({ preventScroll: true });
  });
  addEventListener("resize", () => isOpen() && place());

  // -- numbers ----------------------------------------------------------------------------------------

  const figureAt = (target) => {
    const shown = target instanceof Element ? target.closest(FIGURES) : null;
    if (!shown || shown.classList.contains("confidence")) return null;
    return addressesOf(shown).includes(null) ? null : shown;
  };

  const warm = (event) => {
    const shown = figureAt(event.target);
    if (shown) addressesOf(shown).forEach(({ address }) => load(address).catch(() => {}));
  };
  document.addEventListener("pointerover", warm, { passive: true });
  document.addEventListener("focusin", warm);

  document.addEventListener("pointerdown", (event) => {
    pressed = isOpen() && figureAt(event.target) === opener ? opener : null;
  }, { capture: true, passive: true });

  document.addEventListener("click", (event) => {
    const again = pressed;
    pressed = null;
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const shown = figureAt(event.target);
    if (!shown) {
      if (event.target instanceof Element && event.target.closest(".evidence a")) card.hidePopover();
      return;
    }
    if (shown === again || (isOpen() && shown === opener)) {
      if (isOpen()) card.hidePopover();
      return; // the second click follows the link
    }
    event.preventDefault();
    open(shown);
  });

  document.addEventListener("keydown", (event) => {
    const shown = event.target instanceof Element ? event.target.closest("span[data-derived][role=button]") : null;
    if (!shown || !["Enter", " "].includes(event.key)) return;
    event.preventDefault();
    open(shown);
  });

  // What was worked out of dates has no sentence of its own to lead to: only its card can be opened.
  for (const each of document.querySelectorAll("span[data-derived][title]")) {
    each.tabIndex = 0;
    each.setAttribute("role", "button");
    each.classList.add("derived");
  }
  for (const each of document.querySelectorAll(FIGURES)) {
    if (figureAt(each) === each) each.setAttribute("aria-haspopup", "dialog");
  }
})();
