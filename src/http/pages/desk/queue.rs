//! The list of all that waits: filters, order and page stand in the address.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::case::first_words;
use super::view::{answer, case_href, day, desk, shell};
use crate::app::{
    App, Author, Likeness, QueueItem, QueueKind, QueueOrder, WaitingCase, WorkItem, WorkKind,
    WorkQuery,
};
use crate::http::extract::RawQuery;
use crate::http::pages::context::Context;
use crate::http::pages::shell::{Shell, door};
use crate::http::pages::suggest::kind_word;
use crate::http::params::{decode_lenient, encode};
use crate::http::problem::Problem;
use crate::http::session::{DeskUser, Visitor};

/// Items of one page.
const PAGE: usize = 50;

/// A kind to filter by.
pub(crate) struct KindChoice {
    pub(crate) word: String,
    pub(crate) label: &'static str,
    pub(crate) count: String,
    pub(crate) chosen: bool,
}

/// An order to choose.
pub(crate) struct OrderChoice {
    pub(crate) value: &'static str,
    pub(crate) label: &'static str,
    pub(crate) chosen: bool,
}

/// A line of the list.
pub(crate) struct Line {
    pub(crate) href: String,
    pub(crate) name: String,
    pub(crate) kind: &'static str,
    /// Class of the kind: `new`, `suggested`, `stale` …
    pub(crate) class: &'static str,
    pub(crate) organization: String,
    /// The beginning of the words that go with it.
    pub(crate) note: String,
    pub(crate) since: String,
    /// What a bulk action is told: `id:revision:version`, 0 where no version waits; empty where none applies.
    pub(crate) mark: String,
    /// Whether it was ticked when something was refused.
    pub(crate) chosen: bool,
}

/// `/redaktion`
#[derive(Template)]
#[template(path = "desk/queue.html")]
pub(crate) struct QueuePageView {
    pub(crate) shell: Shell,
    pub(crate) csrf: String,
    pub(crate) tab: &'static str,
    pub(crate) kinds: Vec<KindChoice>,
    pub(crate) orders: Vec<OrderChoice>,
    pub(crate) text: String,
    pub(crate) lines: Vec<Line>,
    pub(crate) total: String,
    /// "1 bis 50".
    pub(crate) range: String,
    pub(crate) previous: Option<String>,
    pub(crate) next: Option<String>,
    /// The query as it is, to come back to.
    pub(crate) here: String,
    /// What a bulk action did: a sentence, and what undoes it.
    pub(crate) done: Option<super::undo::Done>,
    pub(crate) filtered: bool,
    /// Words for the providers of what is ticked, and what is wrong with them.
    pub(crate) note: String,
    pub(crate) fault: String,
}

door!(QueuePageView);

/// What of the list the address asks for.
struct Asked {
    query: WorkQuery,
    page: usize,
}

fn read(raw: &str) -> Asked {
    let pairs = decode_lenient(raw);
    let values = |name: &'static str| pairs.iter().filter(move |(n, _)| n == name).map(|(_, v)| v);
    let mut kinds: Vec<WorkKind> =
        values("kind").flat_map(|v| v.split(',')).filter_map(WorkKind::parse).collect();
    kinds.sort();
    kinds.dedup();
    let text = values("q").next().map(|text| text.trim().to_owned()).filter(|t| !t.is_empty());
    let order = match values("order").next().map_or("", |order| order.as_str()) {
        "oldest" => QueueOrder::Oldest,
        "newest" => QueueOrder::Newest,
        "name" => QueueOrder::Name,
        _ => QueueOrder::Urgency,
    };
    let page = values("page").next().and_then(|page| page.parse().ok()).unwrap_or(1_usize);
    let page = page.clamp(1, 10_000);
    let query = WorkQuery { kinds, text, order, offset: (page - 1) * PAGE, limit: PAGE };
    Asked { query, page }
}

/// The address of a page of the same list.
fn href(query: &WorkQuery, page: usize) -> String {
    let mut words = Vec::new();
    if !query.kinds.is_empty() {
        let kinds: Vec<String> = query.kinds.iter().map(|kind| kind.word()).collect();
        words.push(("kind".to_owned(), kinds.join(",")));
    }
    if let Some(text) = &query.text {
        words.push(("q".to_owned(), text.clone()));
    }
    if query.order != QueueOrder::Urgency {
        words.push(("order".to_owned(), order_word(query.order).to_owned()));
    }
    if page > 1 {
        words.push(("page".to_owned(), page.to_string()));
    }
    if words.is_empty() {
        return "/redaktion".to_owned();
    }
    let pairs: Vec<(&str, &str)> = words.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    format!("/redaktion?{}", encode(pairs))
}

const fn order_word(order: QueueOrder) -> &'static str {
    match order {
        QueueOrder::Urgency => "urgency",
        QueueOrder::Oldest => "oldest",
        QueueOrder::Newest => "newest",
        QueueOrder::Name => "name",
    }
}

/// `GET /redaktion`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let view = page(&app, &user.author, visitor.csrf().to_string(), &raw).await?;
    answer(StatusCode::OK, &view)
}

/// The list that an address asks for.
pub(super) async fn page(
    app: &App,
    author: &Author,
    csrf: String,
    raw: &str,
) -> Result<QueuePageView, Problem> {
    let Asked { query, page } = read(raw);
    let found = desk(app)?.list_work(author, &query).await?;
    let context = Context::new(app);
    let texts = context.texts;
    let first = query.offset + 1;
    let last = query.offset + found.items.len();
    let number = |n: usize| texts.number(n as u64);
    let (from, to) = (number(first), number(last));
    let range = texts.with("queue-range", &[("from", (&from).into()), ("to", (&to).into())]);
    let kinds = WorkKind::all().into_iter().map(|kind| KindChoice {
        word: kind.word(),
        label: work_word(&context, kind),
        // Likely duplicates are counted only where they are looked for.
        count: found.counts.get(&kind).map(|count| number(*count)).unwrap_or_default(),
        chosen: query.kinds.contains(&kind),
    });
    let orders = [QueueOrder::Urgency, QueueOrder::Oldest, QueueOrder::Newest, QueueOrder::Name];
    Ok(QueuePageView {
        shell: shell(&context, texts.t("queue-title")),
        csrf,
        tab: "queue",
        kinds: kinds.collect(),
        orders: orders
            .into_iter()
            .map(|order| OrderChoice {
                value: order_word(order),
                label: texts.t(match order {
                    QueueOrder::Urgency => "queue-order-urgency",
                    QueueOrder::Oldest => "queue-order-oldest",
                    QueueOrder::Newest => "queue-order-newest",
                    QueueOrder::Name => "queue-order-name",
                }),
                chosen: order == query.order,
            })
            .collect(),
        text: query.text.clone().unwrap_or_default(),
        lines: found.items.iter().map(|item| line(&context, app, item)).collect(),
        total: texts.count("queue-total", found.total as u64),
        range,
        previous: (page > 1).then(|| href(&query, page - 1)),
        next: (last < found.total).then(|| href(&query, page + 1)),
        here: href(&query, page),
        done: super::undo::done(&context, app, raw),
        filtered: !query.kinds.is_empty() || query.text.is_some(),
        note: String::new(),
        fault: String::new(),
    })
}

fn line(context: &Context, app: &App, item: &WorkItem) -> Line {
    let since = match item.since() {
        "" => String::new(),
        since => day(context, app, since),
    };
    let kind = work_word(context, item.kind());
    match item {
        WorkItem::Listing(found) => {
            let owner = found.organization_id;
            let owner = owner.and_then(|id| context.reference().organizations.get(&id));
            let other = found.other.as_ref();
            let reasons = other.map(|other| {
                let words: Vec<String> = other
                    .reasons
                    .iter()
                    .map(|reason| likeness_word(context, *reason).to_owned())
                    .collect();
                let reasons = context.texts.list(&words);
                let args = [("name", (&other.name).into()), ("reasons", (&reasons).into())];
                context.texts.with("queue-duplicate-note", &args)
            });
            let translation = found.language.map(|language| {
                let page = super::super::mine::translations_href(found.id, Some(language));
                (page, context.texts.t(super::super::mine::language_key(language)).to_owned())
            });
            Line {
                href: match (other, &translation) {
                    (Some(other), _) => {
                        format!("/redaktion/zusammenfuehren?kept={}&merged={}", found.id, other.id)
                    }
                    (None, Some((page, _))) => page.clone(),
                    (None, None) => {
                        case_href(WaitingCase { id: found.id, source: is_source(found.kind) })
                    }
                },
                name: found.name.clone(),
                kind,
                class: found.kind.as_str(),
                organization: owner.map(|o| o.name.clone()).unwrap_or_default(),
                note: reasons
                    .or_else(|| translation.map(|(_, language)| language))
                    .unwrap_or_else(|| found.note.as_deref().map(first_words).unwrap_or_default()),
                since,
                chosen: false,
                mark: mark(found),
            }
        }
        WorkItem::Suggestion(record) => {
            let text = record.text.as_ref();
            let about = text.map(|text| text.about.clone()).filter(|about| !about.is_empty());
            Line {
                href: format!("/redaktion/vorschlaege/{}", record.id),
                name: about.unwrap_or_else(|| context.texts.t("queue-unnamed").to_owned()),
                kind,
                class: "suggested",
                organization: text.map(|text| text.organization.clone()).unwrap_or_default(),
                note: text.map(|text| first_words(&text.message)).unwrap_or_default(),
                since,
                chosen: false,
                mark: String::new(),
            }
        }
    }
}

/// What a bulk action is told of an entry; empty where none applies.
fn mark(found: &QueueItem) -> String {
    use QueueKind::{
        AskedBack, BrokenLink, Draft, Duplicate, SourceChanged, SourceGone, StaleTranslation,
        Translation,
    };
    match (found.kind, found.version) {
        (
            Duplicate | Draft | AskedBack | SourceChanged | SourceGone | BrokenLink | Translation
            | StaleTranslation,
            _,
        )
        | (_, None) => String::new(),
        (_, Some(version)) => {
            format!("{}:{}:{version}", found.id, found.revision.unwrap_or_default())
        }
    }
}

/// Whether it is about what the county's package says.
const fn is_source(kind: QueueKind) -> bool {
    matches!(kind, QueueKind::SourceChanged | QueueKind::SourceGone)
}

/// Why something waits, in words.
pub(super) fn work_word(context: &Context, kind: WorkKind) -> &'static str {
    let kind = match kind {
        WorkKind::Suggestion(kind) => return kind_word(context, kind),
        WorkKind::Listing(kind) => kind,
    };
    context.texts.t(match kind {
        QueueKind::New => "queue-new",
        QueueKind::Changed => "queue-changed",
        QueueKind::Translation => "queue-translation",
        QueueKind::StaleTranslation => "queue-stale-translation",
        QueueKind::ClosureOver => "queue-closure-over",
        QueueKind::SourceChanged => "queue-source-changed",
        QueueKind::SourceGone => "queue-source-gone",
        QueueKind::Sample => "queue-sample",
        QueueKind::Duplicate => "queue-duplicate",
        QueueKind::Stale => "queue-stale",
        QueueKind::BrokenLink => "queue-broken-link",
        QueueKind::AskedBack => "queue-asked-back",
        QueueKind::Draft => "queue-draft",
    })
}

/// What two entries have in common, in words.
pub(super) fn likeness_word(context: &Context, likeness: Likeness) -> &'static str {
    context.texts.t(match likeness {
        Likeness::Name => "likeness-name",
        Likeness::Phone => "likeness-phone",
        Likeness::Address => "likeness-address",
        Likeness::Distance => "likeness-distance",
        Likeness::Email => "likeness-email",
        Likeness::Website => "likeness-website",
        Likeness::Organization => "likeness-organization",
        Likeness::Category => "likeness-category",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_the_list_reads_back_as_it_was_written() {
        let raw = "kind=stale,new&q=Tafel+%26+mehr&order=name&page=3&unknown=1";
        let asked = read(raw);
        assert_eq!(asked.page, 3);
        assert_eq!(asked.query.offset, 100);
        let again = href(&asked.query, asked.page);
        let back = read(again.split_once('?').unwrap().1);
        assert_eq!(back.query, asked.query, "{again}");
        assert_eq!(href(&WorkQuery::default(), 1), "/redaktion");
    }

    #[test]
    fn nonsense_in_the_address_is_passed_over() {
        let asked = read("kind=nothing&order=up&page=-1&q=");
        assert_eq!((asked.page, asked.query.kinds.len(), asked.query.text), (1, 0, None));
    }
}
