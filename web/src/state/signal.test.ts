import { expect, it, vi } from "vitest";
import { createSignal } from "./signal";

it("tells listeners the new and the old value until they leave", () => {
  const signal = createSignal(1);
  const heard = vi.fn();
  const leave = signal.subscribe(heard);
  signal.set(2);
  signal.set(2);
  leave();
  signal.set(3);
  expect(heard.mock.calls).toEqual([[2, 1]]);
  expect(signal.get()).toBe(3);
});
