// Keeps what was entered in this tab until it has been received, so that it survives a lost connection. The page works without.
(() => {
  const done = document.querySelector("[data-done]");
  if (done) {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith("survey-") && sessionStorage.getItem(key).includes(done.dataset.done)) sessionStorage.removeItem(key);
    }
    return;
  }
  const form = document.getElementById("form");
  if (!form) return;
  // The page of an open link has another token each time: the first one is kept, so that the answer counts once.
  const link = form.elements.link;
  const key = "survey-" + (link || form.elements.token).value;
  const faults = document.getElementById("faults");
  if (faults) faults.focus();
  const kept = JSON.parse(sessionStorage.getItem(key) || "[]");
  for (const [name, value] of kept) {
    for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (field.type === "radio") field.checked = field.checked || field.value === value && !faults;
      else if (link && !faults && (name === "token" || name === "signature")) field.value = value;
      else if (!field.value) field.value = value;
    }
  }
  form.addEventListener("change", () => sessionStorage.setItem(key, JSON.stringify([...new FormData(form)])));
  // In the order of the page, so that what depends on a hidden question is hidden, too.
  const ask = () => {
    for (const part of form.querySelectorAll("[data-if]")) {
      const given = form.querySelector(`[name="${CSS.escape(part.dataset.if)}"]:checked`);
      part.hidden = !given || given.closest("[hidden]") !== null || !part.dataset.values.split(" ").includes(given.value);
    }
  };
  form.addEventListener("change", ask);
  ask();
})();
