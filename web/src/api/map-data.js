import { fetchJson } from "./http";
/** Fetches the offers to mark for a canonical query string. */
export async function fetchMapData(address, query, signal) {
    return (await fetchJson(query === "" ? address : `${address}?${query}`, signal));
}
/** Fetches the background; its address carries a hash, so the browser keeps it. */
export async function fetchBackdrop(address) {
    return (await fetchJson(address));
}
