//! What every page has around its content, and the helpers that templates call.

use std::fmt;
use std::sync::Arc;

use askama::filters::HtmlSafe;

use super::prepared::Prepared;
use crate::http::session::{self, VisitorLine};

/// The entry of the main menu that a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nav {
    Map,
    List,
    Municipalities,
    Numbers,
    Saved,
    None,
}

/// The frame of a page.
pub(crate) struct Shell {
    /// What the pages of a state of the data share.
    pub(crate) prepared: Arc<Prepared>,
    /// `data-page` of the body.
    pub(crate) page: &'static str,
    /// Title without the name of the site.
    pub(crate) title: String,
    /// The one address of this view: a path with its canonical query.
    pub(crate) canonical: String,
    /// Where it stands in the menu.
    pub(crate) nav: Nav,
    /// Whether search engines should leave it out.
    pub(crate) noindex: bool,
    /// Who is signed in, for the second line of the header.
    pub(crate) visitor: Option<Arc<VisitorLine>>,
    /// Whether the footer offers to sign in.
    pub(crate) may_sign_in: bool,
    /// Whether the footer offers to tell the editors something.
    pub(crate) may_suggest: bool,
}

impl Shell {
    /// A page that search engines may list.
    pub(crate) fn new(
        prepared: &Arc<Prepared>,
        page: &'static str,
        title: impl Into<String>,
        canonical: impl Into<String>,
    ) -> Self {
        let around = session::around();
        Self {
            prepared: Arc::clone(prepared),
            page,
            title: title.into(),
            canonical: canonical.into(),
            nav: Nav::None,
            noindex: false,
            visitor: around.line,
            may_sign_in: around.may_sign_in,
            may_suggest: around.may_suggest,
        }
    }

    /// The same page at a place in the menu.
    pub(crate) fn at(mut self, nav: Nav) -> Self {
        self.nav = nav;
        self
    }

    /// The same page, kept from search engines.
    pub(crate) fn hidden(mut self, hidden: bool) -> Self {
        self.noindex = hidden;
        self
    }

    /// Whether the page belongs to the entry of the menu with this name.
    pub(crate) fn is_at(&self, name: &str) -> bool {
        match self.nav {
            Nav::Map => name == "map",
            Nav::List => name == "list",
            Nav::Municipalities => name == "municipalities",
            Nav::Numbers => name == "numbers",
            Nav::Saved => name == "saved",
            Nav::None => false,
        }
    }

    /// The name of the sprite file.
    pub(crate) fn sprite(&self) -> &str {
        &self.prepared.assets.sprite
    }
}

/// A glyph of the sprite; decoration only, so hidden from screen readers.
pub(crate) struct Icon<'a> {
    sprite: &'a str,
    name: &'a str,
    size: u32,
}

impl<'a> Icon<'a> {
    pub(crate) fn new(sprite: &'a str, name: &'a str, size: u32) -> Self {
        Self { sprite, name, size }
    }
}

impl fmt::Display for Icon<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { sprite, name, size } = self;
        write!(
            f,
            r#"<svg class="icon" width="{size}" height="{size}" aria-hidden="true" focusable="false"><use href="{sprite}#{name}"/></svg>"#
        )
    }
}

// Names of icons, shapes and colours come from the code and the checked classification, never from visitors.
impl HtmlSafe for Icon<'_> {}

/// How a theme is drawn: colour, shape and glyph, never colour alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Code of the theme.
    pub(crate) theme: String,
    /// `#rrggbb`.
    pub(crate) color: String,
    /// Word of the shape.
    pub(crate) shape: &'static str,
    /// Name of the glyph.
    pub(crate) icon: String,
}

/// A mark as it is written into a page.
pub(crate) struct DrawnMark<'a> {
    sprite: &'a str,
    mark: &'a Mark,
    class: &'a str,
    size: u32,
}

impl<'a> DrawnMark<'a> {
    pub(crate) fn new(sprite: &'a str, mark: &'a Mark, class: &'a str, size: u32) -> Self {
        Self { sprite, mark, class, size }
    }
}

impl fmt::Display for DrawnMark<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { sprite, mark, class, size } = self;
        let Mark { color, shape, icon, .. } = mark;
        let space = if class.is_empty() { "" } else { " " };
        write!(
            f,
            r#"<svg class="mark{space}{class}" width="{size}" height="{size}" viewBox="0 0 32 32" color="{color}" aria-hidden="true" focusable="false"><use href="{sprite}#shape-{shape}"/><use class="mark__glyph" href="{sprite}#{icon}" x="7" y="7" width="18" height="18"/></svg>"#
        )
    }
}

impl HtmlSafe for DrawnMark<'_> {}

/// Gives page types the helpers that templates call: `t("key")`, `icon("phone", 24)`, `mark(m, "", 32)`.
macro_rules! door {
    ($($page:ty),+ $(,)?) => {
        $(impl $page {
            #[allow(clippy::unused_self, reason = "templates call helpers on their page")]
            fn t<'k>(&self, key: &'k str) -> &'k str {
                $crate::texts::Texts::german().t(key)
            }

            #[allow(dead_code, reason = "not every page draws icons")]
            fn icon<'p>(&'p self, name: &'p str, size: u32) -> $crate::http::pages::shell::Icon<'p> {
                $crate::http::pages::shell::Icon::new(self.shell.sprite(), name, size)
            }

            #[allow(dead_code, reason = "not every page draws marks")]
            fn mark<'p>(
                &'p self,
                mark: &'p $crate::http::pages::shell::Mark,
                class: &'p str,
                size: u32,
            ) -> $crate::http::pages::shell::DrawnMark<'p> {
                $crate::http::pages::shell::DrawnMark::new(self.shell.sprite(), mark, class, size)
            }
        })+
    };
}

pub(crate) use door;
