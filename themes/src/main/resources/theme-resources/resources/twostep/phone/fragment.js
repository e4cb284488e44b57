/* What a scanned link brings, behind the "#" so that no server and no log sees it: a pairing's token, or a request's id and secret. */

export function parse(fragment) {
  const [, name, value] = /^#?([pr])=(.+)$/.exec(fragment) ?? [];
  if (name === "p") return { token: value };
  const dot = value?.lastIndexOf(".") ?? -1;
  if (name === "r" && dot > 0) return { request: value.slice(0, dot), secret: value.slice(dot + 1) };
  return undefined;
}

/** Reads the address once and for all: what is secret stays neither in it nor in the history. */
export function take() {
  const found = parse(location.hash);
  if (location.hash) history.replaceState(history.state, "", location.pathname + location.search);
  return found;
}
