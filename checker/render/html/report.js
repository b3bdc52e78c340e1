"use strict";
(function () {
  var root = document.documentElement;
  var all = function (selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); };
  root.classList.add("js");
  all(".js-only").forEach(function (node) { node.hidden = false; });

  // colours: as the system, light, dark; remembered where the browser lets a file remember
  var theme = document.getElementById("theme");
  var names = { auto: "Auto", light: "Light", dark: "Dark" };
  function recall() { try { return localStorage.getItem("checker-theme") || "auto"; } catch (e) { return "auto"; } }
  function paint(value) {
    if (value === "auto") { root.removeAttribute("data-theme"); } else { root.setAttribute("data-theme", value); }
    theme.lastElementChild.textContent = names[value];
    theme.setAttribute("aria-label", "Colours: " + (value === "auto" ? "as the system" : value));
  }
  var current = names[recall()] ? recall() : "auto";
  paint(current);
  theme.addEventListener("click", function () {
    current = { auto: "light", light: "dark", dark: "auto" }[current];
    paint(current);
    try { localStorage.setItem("checker-theme", current); } catch (e) { /* a file may not remember */ }
  });

  // printing shows everything, then gives the page back as it was
  document.getElementById("print").addEventListener("click", function () { window.print(); });
  var closed = [];
  window.addEventListener("beforeprint", function () {
    closed = all("details:not([open])");
    closed.forEach(function (d) { d.open = true; });
  });
  window.addEventListener("afterprint", function () { closed.forEach(function (d) { d.open = false; }); });

  // filters: any of one group, all of the groups; kept in the address
  var findings = all(".findings .finding");
  var pills = all(".pill");
  var shown = document.getElementById("shown");
  var reset = document.getElementById("reset");
  function chosen() {
    var out = {};
    pills.forEach(function (p) {
      if (p.getAttribute("aria-pressed") === "true") { (out[p.dataset.key] = out[p.dataset.key] || []).push(p.dataset.value); }
    });
    return out;
  }
  function passes(finding, choice) {
    return Object.keys(choice).every(function (key) {
      var has = (finding.dataset[key] || "").split(" ");
      return choice[key].some(function (value) { return has.indexOf(value) >= 0; });
    });
  }
  function filter() {
    var choice = chosen(), count = 0, any = Object.keys(choice).length > 0;
    findings.forEach(function (f) {
      f.hidden = !passes(f, choice);
      if (!f.hidden) { count += 1; }
    });
    all(".findings").forEach(function (section) {
      var empty = section.querySelector(".js-empty");
      empty.hidden = !section.querySelector(".finding") || section.querySelector(".finding:not([hidden])") !== null;
    });
    shown.textContent = any ? count + " of " + findings.length + " findings shown" : "All " + findings.length + " findings shown";
    reset.hidden = !any;
    return choice;
  }
  function remember(choice) {
    var parts = Object.keys(choice).map(function (key) { return key + "=" + choice[key].map(encodeURIComponent).join(","); });
    try { history.replaceState(null, "", parts.length ? "#" + parts.join("&") : location.pathname + location.search); } catch (e) { /* not for this page */ }
  }
  function press(pill, on) { pill.setAttribute("aria-pressed", on ? "true" : "false"); }
  function fromAddress() {
    if (location.hash.indexOf("=") < 0 || !pills.length) { return false; }
    var wanted = {};
    location.hash.slice(1).split("&").forEach(function (part) {
      var pair = part.split("=");
      try { wanted[pair[0]] = (pair[1] || "").split(",").map(decodeURIComponent); } catch (e) { /* a broken address filters nothing */ }
    });
    pills.forEach(function (p) {
      var values = Object.prototype.hasOwnProperty.call(wanted, p.dataset.key) ? wanted[p.dataset.key] : [];
      press(p, values.indexOf(p.dataset.value) >= 0);
    });
    filter();
    return true;
  }
  if (pills.length) {
    pills.forEach(function (p) {
      p.addEventListener("click", function () { press(p, p.getAttribute("aria-pressed") !== "true"); remember(filter()); });
    });
    reset.addEventListener("click", function () {
      pills.forEach(function (p) { press(p, false); });
      remember(filter());
      pills[0].focus();
    });
  }
  var unfold = document.getElementById("unfold");
  if (unfold) {
    unfold.addEventListener("click", function () { fold(true); });
    document.getElementById("fold").addEventListener("click", function () { fold(false); });
  }
  function fold(open) { findings.forEach(function (f) { if (!f.hidden) { f.querySelector(".fold").open = open; } }); }

  // claims: the row opens the words it rests on
  all(".claim").forEach(function (body) {
    var row = body.querySelector(".row"), link = body.querySelector(".open"), words = body.querySelector(".words");
    link.setAttribute("role", "button");
    link.setAttribute("aria-controls", words.id);
    function toggle(on) {
      body.classList.toggle("shown", on);
      link.setAttribute("aria-expanded", body.classList.contains("shown") ? "true" : "false");
    }
    toggle(location.hash === "#" + words.id);
    row.addEventListener("click", function (event) {
      event.preventDefault();
      if (location.hash === "#" + words.id) { try { history.replaceState(null, "", " "); } catch (e) { /* stays */ } }
      toggle(!body.classList.contains("shown"));
    });
    link.addEventListener("keydown", function (event) {
      if (event.key === " ") { event.preventDefault(); toggle(!body.classList.contains("shown")); }
    });
  });

  // going to a place opens what hides it, and puts the keyboard there
  function reveal(id) {
    var node = id && document.getElementById(id);
    if (!node) { return; }
    for (var up = node; up; up = up.parentElement) {
      if (up.tagName === "DETAILS") { up.open = true; }
      if (up.classList.contains("finding")) {
        up.hidden = false;
        if (up.id === id) { up.querySelector(".fold").open = true; }
      }
    }
    if (!node.hasAttribute("tabindex") && node.tagName !== "A") { node.setAttribute("tabindex", "-1"); }
    node.focus({ preventScroll: true });
    node.scrollIntoView();
    all(".lit").forEach(function (m) { m.classList.remove("lit"); });
    var place = /^t(\d+)-\d+$/.exec(id);
    if (place) {
      var text = node.closest(".prose");
      for (var next = node; next && text.contains(next); next = next.nextElementSibling) {
        if (next.tagName === "MARK") {
          if (next.dataset.finding.split(" ").indexOf(place[1]) < 0) { break; }
          next.classList.add("lit");
        }
      }
    }
  }
  function arrive() { if (!fromAddress()) { reveal(decodeURIComponent(location.hash.slice(1))); } }
  window.addEventListener("hashchange", arrive);
  document.addEventListener("click", function (event) {
    var mark = event.target.closest(".hl");
    if (mark && !event.target.closest("a") && !String(window.getSelection())) {
      location.hash = "f" + mark.dataset.finding.split(" ")[0];
      return;
    }
    // the same place twice is no change of address, but still a wish to go there
    var link = event.target.closest("a[href^='#']");
    if (link && !link.classList.contains("open") && link.hash === location.hash) { reveal(link.hash.slice(1)); }
  });
  if (location.hash) { arrive(); }
})();
