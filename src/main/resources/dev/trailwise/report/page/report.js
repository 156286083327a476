"use strict";
/* Sorts and filters the tables of the page. Texts are only compared and counted, never made into markup. */
(() => {
  const number = (text) => {
    const value = Number(text.replace(/,/g, ""));
    return text.trim() === "" || Number.isNaN(value) ? -Infinity : value;
  };

  const textOf = (row, column) => row.cells[column].textContent;

  const element = (name, className) => {
    const made = document.createElement(name);
    made.className = className;
    return made;
  };

  const sortable = (table) => {
    const body = table.tBodies[0];
    const heads = Array.from(table.tHead.rows[0].cells);
    heads.forEach((head, column) => {
      const button = element("button", "sort");
      button.type = "button";
      button.textContent = head.textContent;
      head.textContent = "";
      head.append(button);
      button.addEventListener("click", () => {
        const numeric = head.classList.contains("number");
        const before = head.getAttribute("aria-sort");
        const down = before ? before === "ascending" : numeric;
        const sign = down ? -1 : 1;
        const rows = Array.from(body.rows);
        rows.sort((one, other) => {
          const a = textOf(one, column);
          const b = textOf(other, column);
          return sign * (numeric ? number(a) - number(b) || 0 : a < b ? -1 : a > b ? 1 : 0);
        });
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        body.append(...rows);
      });
    });
  };

  const filterable = (table, index) => {
    const rows = Array.from(table.tBodies[0].rows);
    const box = element("p", "filter");
    const label = element("label", "");
    const input = element("input", "");
    const count = element("output", "");
    input.type = "search";
    input.id = "filter-" + index;
    input.autocomplete = "off";
    input.spellcheck = false;
    label.htmlFor = input.id;
    label.textContent = "Filter rows: " + table.caption.firstChild.textContent;
    count.setAttribute("for", input.id);
    count.setAttribute("aria-live", "polite");
    const show = () => {
      const wanted = input.value.toLowerCase();
      let shown = 0;
      rows.forEach((row) => {
        row.hidden = !row.textContent.toLowerCase().includes(wanted);
        shown += row.hidden ? 0 : 1;
      });
      count.textContent = shown + " of " + rows.length + " rows";
    };
    input.addEventListener("input", show);
    box.append(label, input, count);
    table.parentElement.before(box);
    show();
  };

  document.querySelectorAll("table.data").forEach((table, index) => {
    const rows = table.tBodies[0].rows.length;
    if (rows > 1) {
      sortable(table);
    }
    if (rows > 7) {
      filterable(table, index);
    }
  });
})();
