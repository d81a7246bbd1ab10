//! What programs are told of an entry's page: search engines, and whoever shows a preview of a link.

use super::super::card::place;
use super::super::context::Context;
use super::super::hours::shortened;
use super::super::in_script;
use super::super::shell::DESCRIPTION;
use super::EntryPage;
use super::around::Chosen;
use super::schema;
use crate::http::links::Base;

/// Description, preview and facts of a page.
pub(crate) struct Meta {
    pub(crate) description: String,
    /// Absolute address of the page.
    pub(crate) url: String,
    /// Absolute address of the picture of the preview.
    pub(crate) image: String,
    /// schema.org facts as JSON-LD, safe to stand inside `<script>`.
    pub(crate) json_ld: String,
}

impl Meta {
    pub(super) fn new(
        context: &Context,
        chosen: &Chosen,
        page: &EntryPage,
        base: &Base,
    ) -> Option<Self> {
        let site = chosen.view.site()?;
        let place = place(context, site);
        let args = [
            ("category", (&page.category).into()),
            ("place", (&place).into()),
            ("summary", (&page.summary).into()),
        ];
        let description = context.texts.with("entry-description", &args);
        let facts = schema::facts(context, chosen, base)?;
        Some(Self {
            description: shortened(&description, DESCRIPTION),
            url: base.url(&chosen.path("")),
            image: base.url(&chosen.path("/bild.png")),
            json_ld: in_script(&facts),
        })
    }
}
