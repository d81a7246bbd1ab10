//! What every page has around its content, and the helpers that templates call.

use std::fmt;
use std::sync::Arc;

use askama::filters::{HtmlSafe, Safe};

use super::hours::shortened;
use super::prepared::Prepared;
use crate::domain::Language;
use crate::http::language;
use crate::http::links::Base;
use crate::http::params::encode;
use crate::http::session::{self, VisitorLine};
use crate::texts::Texts;

/// Longest description of a page, in characters: search engines show no more.
pub(crate) const DESCRIPTION: usize = 160;

/// The entry of the main menu that a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nav {
    Map,
    List,
    Municipalities,
    Numbers,
    Saved,
    Guide,
    None,
}

/// The frame of a page.
#[allow(clippy::struct_excessive_bools, reason = "each is asked for by itself in the template")]
pub(crate) struct Shell {
    /// What the pages of a state of the data share.
    pub(crate) prepared: Arc<Prepared>,
    /// `data-page` of the body.
    pub(crate) page: &'static str,
    /// Title without the name of the site.
    pub(crate) title: String,
    /// The one address of this view: a path with its canonical query, in the language of the page.
    pub(crate) canonical: String,
    /// Where the pages stand, for addresses that programs read.
    base: Base,
    /// What the page is about in a sentence or two, for search engines; empty where nobody has said it.
    pub(crate) description: String,
    /// The texts of the page's language.
    pub(crate) texts: &'static Texts,
    /// What the address says about languages.
    asked: language::Asked,
    /// The address without its language; the start page where the page has no address of its own.
    path: String,
    /// Where it stands in the menu.
    pub(crate) nav: Nav,
    /// Whether search engines should leave it out.
    pub(crate) noindex: bool,
    /// Whether nobody else should see this page, so that it can be left at once.
    pub(crate) discreet: bool,
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
        let asked = language::asked();
        let (_, path) = Language::split(&canonical.into());
        let canonical = if path.is_empty() { String::new() } else { language::at(&path) };
        Self {
            base: Base::of_request(&prepared.base_url),
            prepared: Arc::clone(prepared),
            page,
            title: title.into(),
            canonical,
            description: String::new(),
            texts: Texts::of(asked.language),
            asked,
            path: if path.is_empty() { "/".to_owned() } else { path },
            nav: Nav::None,
            noindex: false,
            discreet: false,
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

    /// The same page with what it is about, cut to what search engines show.
    pub(crate) fn described(mut self, text: &str) -> Self {
        self.description = shortened(text, DESCRIPTION);
        self
    }

    /// The whole address of this view, for programs; empty where the page has none.
    pub(crate) fn canonical_address(&self) -> String {
        if self.canonical.is_empty() { String::new() } else { self.base.url(&self.canonical) }
    }

    /// The same page, kept from search engines.
    pub(crate) fn hidden(mut self, hidden: bool) -> Self {
        self.noindex = hidden;
        self
    }

    /// The same page with a way to leave at once, where nobody else should see it.
    pub(crate) fn discreet(mut self, discreet: bool) -> Self {
        self.discreet = discreet;
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
            Nav::Guide => name == "guide",
            Nav::None => false,
        }
    }

    /// The language of the page.
    pub(crate) fn language(&self) -> Language {
        self.asked.language
    }

    /// Whether the address begins with a language that we do not have.
    pub(crate) fn is_unknown_language(&self) -> bool {
        self.asked.unknown
    }

    /// The languages to choose from: all of ours, unless the page exists in German only.
    pub(crate) fn languages(&self) -> Vec<LanguageLink> {
        let all = if self.asked.german_only { &[][..] } else { &Language::ALL };
        let to = |language: &Language| {
            let words = [("code", language.code()), ("zu", self.path.as_str())];
            let address = format!("{}?{}", language::REMEMBER, encode(words.into_iter()));
            LanguageLink {
                language: *language,
                href: address,
                current: *language == self.asked.language,
            }
        };
        all.iter().map(to).collect()
    }

    /// The same page in all languages, for search engines: tag and address. None for what they should leave out.
    pub(crate) fn alternates(&self) -> Vec<(&'static str, String)> {
        if self.noindex || self.asked.german_only || self.canonical.is_empty() {
            return Vec::new();
        }
        let address = |language| self.base.url(&language::path_in(language, &self.path));
        let all = Language::ALL.into_iter().map(|language| (language.tag(), address(language)));
        all.chain([("x-default", address(Language::German))]).collect()
    }

    /// The page in German, on the pages of other languages.
    pub(crate) fn german_page(&self) -> Option<&str> {
        (self.language() != Language::German).then_some(self.path.as_str())
    }

    /// Whether entries are in another language than the page.
    pub(crate) fn is_foreign(&self) -> bool {
        !self.language().is_german()
    }

    /// Whether most entries are in other words than the page: in another language, or not in Leichte Sprache.
    pub(crate) fn is_translated(&self) -> bool {
        self.language() != Language::German
    }

    /// What a link to a German page says on the pages of other languages.
    pub(crate) fn german_link(&self) -> Safe<&'static str> {
        Safe(if self.language() == Language::German { "" } else { " hreflang=\"de\"" })
    }

    /// Who has looked at the translation, or that nobody has.
    pub(crate) fn notice(&self) -> String {
        match self.prepared.reviewed.as_str() {
            "" => self.texts.t("language-notice").to_owned(),
            by => self.texts.with("language-reviewed", &[("by", by.into())]),
        }
    }

    /// A language that the visitor would rather read, with the address of the page in it and a sentence that says so.
    pub(crate) fn offer(&self) -> Option<(Language, String, &'static str)> {
        let language = self.asked.offer?;
        let text = Texts::of(language).t("language-offer");
        Some((language, language::path_in(language, &self.path), text))
    }

    /// `lang` and `dir` for a German part of the page; nothing where the page is German.
    pub(crate) fn german_part(&self) -> GermanPart {
        GermanPart(self.language())
    }

    /// The name of the sprite file.
    pub(crate) fn sprite(&self) -> &str {
        &self.prepared.assets.sprite
    }
}

/// A language of the menu.
pub(crate) struct LanguageLink {
    /// Which.
    pub(crate) language: Language,
    /// Where it leads: by way of the cookie that remembers the choice.
    pub(crate) href: String,
    /// Whether it is the language of the page.
    pub(crate) current: bool,
}

/// The attributes of an element whose words are German: those of entries, organizations, sources.
#[derive(Debug, Clone, Copy)]
pub(crate) struct GermanPart(Language);

impl fmt::Display for GermanPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0.is_german(), self.0.direction()) {
            (true, _) => Ok(()),
            (false, "ltr") => f.write_str(" lang=\"de\""),
            (false, _) => f.write_str(" lang=\"de\" dir=\"ltr\""),
        }
    }
}

// Two fixed attributes.
impl HtmlSafe for GermanPart {}

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
        // What points somewhere points the other way where people read from right to left.
        let points =
            name.ends_with("-left") || name.ends_with("-right") || *name == "external-link";
        let class = if points { "icon icon--points" } else { "icon" };
        write!(
            f,
            r#"<svg class="{class}" width="{size}" height="{size}" aria-hidden="true" focusable="false"><use href="{sprite}#{name}"/></svg>"#
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

/// Gives page types the helpers that templates call: `t("key")`, `at("/liste")` (the address in the language of the
/// page), `de()` (attributes of an element with German words), `icon("phone", 24)`, `mark(m, "", 32)`.
macro_rules! door {
    ($($page:ty),+ $(,)?) => {
        $(impl $page {
            fn t<'k>(&self, key: &'k str) -> &'k str {
                self.shell.texts.t(key)
            }

            #[allow(dead_code, reason = "not every page has links of its own")]
            #[allow(clippy::unused_self, reason = "templates call helpers on their page")]
            fn at(&self, path: &str) -> String {
                $crate::http::language::at(path)
            }

            #[allow(dead_code, reason = "not every page shows words of entries")]
            fn de(&self) -> $crate::http::pages::shell::GermanPart {
                self.shell.german_part()
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
