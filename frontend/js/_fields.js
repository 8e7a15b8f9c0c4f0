// What stands in a form, and putting it back.

const OURS = new Set(["csrfmiddlewaretoken", "draft"]);

function labelOf(form, name) {
  const control = form.elements[name];
  const one = control instanceof RadioNodeList ? control[0] : control;
  return (one?.closest("fieldset")?.querySelector("legend") ?? one?.labels?.[0])?.textContent.trim() ?? name;
}

// [name, value, label] of everything that would be sent, files aside.
export const read = (form) =>
  [...new FormData(form)].filter(([name, value]) => !OURS.has(name) && typeof value === "string").map(([name, value]) => [name, value, labelOf(form, name)]);

// Put the values back. What has no place in this form is returned: nothing is dropped.
export function fill(form, fields) {
  const values = grouped(fields);
  for (const control of form.elements) {
    if (!control.name || OURS.has(control.name) || control.type === "file") continue;
    const wanted = (values.get(control.name) ?? []).map(([, value]) => value);
    if (control.type === "checkbox" || control.type === "radio") control.checked = wanted.includes(control.value);
    else if (wanted.length) control.value = wanted[0];
    if (wanted.some(Boolean) && control.type !== "hidden") control.closest("details")?.setAttribute("open", "");
  }
  return fields.filter(([name, value]) => value && !form.elements[name]);
}

function grouped(fields) {
  const found = new Map();
  for (const field of fields) found.set(field[0], [...(found.get(field[0]) ?? []), field]);
  return found;
}
