import { createMessages, type Messages } from "../i18n/messages";
import type { Backdrop } from "../state/atlas";
import type { AppConfig } from "../state/config";
import { Exports } from "./exports";
import { QuestionForm } from "./form";
import { Parts } from "./parts";
import type { PlanMap } from "./picture";
import { Plan } from "./plan";
import { Rows } from "./rows";
import { Toolbar } from "./toolbar";

/** What the page brings along that planning itself must not know. */
export interface Surroundings {
  readonly config: AppConfig;
  readonly say: (text: string) => void;
  readonly background: Promise<Backdrop>;
  readonly openMap: (place: HTMLElement, plan: Plan, background: Promise<Backdrop>) => PlanMap;
}

/** Brings the planning page to life: map, live form, tables joined with the map, scenario, diagrams, picture. */
export function startPlanning(place: HTMLElement, around: Surroundings): void {
  const { config, say } = around;
  const plan = new Plan(config, ownMessages(config), say, new URL(window.location.href));
  const form = document.querySelector<HTMLFormElement>("form#planung-frage");
  new Parts(plan);
  new Rows(plan);
  if (form !== null) {
    new QuestionForm(form, plan);
  }
  const map = around.openMap(place, plan, around.background);
  const tools = document.getElementById("planung-werkzeuge");
  if (tools !== null) {
    new Toolbar(tools, plan);
  }
  new Exports(plan, map, place);
  void plan.start(document);
  void startCharts(plan);
}

/** The diagrams come by themselves: their library is the largest part of this page. */
async function startCharts(plan: Plan): Promise<void> {
  const { Charts } = await import("./charts");
  new Charts(plan);
}

/** The words of this page: its own block and those that every page has. */
function ownMessages(config: AppConfig): Messages {
  const block = document.getElementById("planung-texte")?.textContent;
  if (!block) {
    return config.messages;
  }
  try {
    const table = JSON.parse(block) as Readonly<Record<string, string>>;
    const own = createMessages(table, document.documentElement.lang || "de");
    return {
      text: (key, values) => (key in table ? own : config.messages).text(key, values),
      plural: (key, count, values) =>
        (`${key}-other` in table ? own : config.messages).plural(key, count, values),
    };
  } catch {
    return config.messages;
  }
}
