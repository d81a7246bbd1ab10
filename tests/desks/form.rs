//! The fields of a form as a browser would send them.

/// Names and values, in order.
#[derive(Debug, Clone)]
pub(crate) struct Form(pub(crate) Vec<(String, String)>);

impl Form {
    /// The fields of the form with this `id`, without its buttons.
    pub(crate) fn read(html: &str, id: &str) -> Self {
        let from = html.find(&format!("id=\"{id}\"")).expect("the form");
        let html = &html[from..from + html[from..].find("</form>").unwrap()];
        let mut fields = Vec::new();
        let mut rest = html;
        while let Some(at) = rest.find('<') {
            rest = &rest[at + 1..];
            let end = rest.find('>').unwrap();
            let (tag, after) = (&rest[..end], &rest[end + 1..]);
            let name = attribute(tag, "name");
            let kind = attribute(tag, "type").unwrap_or_default();
            match (tag.split_whitespace().next().unwrap_or_default(), name) {
                ("input", Some(name)) if matches!(kind.as_str(), "radio" | "checkbox") => {
                    let checked = tag.ends_with(" checked").then_some(name);
                    let value = || attribute(tag, "value").unwrap_or("on".into());
                    fields.extend(checked.map(|name| (name, value())));
                }
                ("input", Some(name)) => {
                    fields.push((name, attribute(tag, "value").unwrap_or_default()));
                }
                ("textarea", Some(name)) => {
                    let text = &after[..after.find("</textarea>").unwrap()];
                    fields.push((name, plain(text.strip_prefix('\n').unwrap_or(text))));
                }
                ("select", Some(name)) => {
                    let options = &after[..after.find("</select>").unwrap()];
                    let chosen = options.split("<option").find(|o| o.contains(" selected>"));
                    let chosen = chosen.or_else(|| options.split("<option").nth(1));
                    let value = chosen.and_then(|option| attribute(option, "value"));
                    fields.push((name, value.unwrap_or_default()));
                }
                _ => {}
            }
            rest = after;
        }
        Self(fields)
    }

    /// The first value of a field.
    pub(crate) fn get(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(other, _)| other == name);
        found.map_or_else(|| panic!("no field {name}"), |(_, value)| value.as_str())
    }

    /// Fills a field in; one that was not there (a box, a button) is added.
    pub(crate) fn set(&mut self, name: &str, value: &str) -> &mut Self {
        match self.0.iter_mut().find(|(other, _)| other == name) {
            Some((_, held)) => value.clone_into(held),
            None => self.0.push((name.to_owned(), value.to_owned())),
        }
        self
    }

    /// Name and value of each field but the proof, which the browser adds.
    pub(crate) fn pairs(&self) -> Vec<(&str, &str)> {
        let pairs = self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        pairs.filter(|(name, _)| *name != "csrf").collect()
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let from = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    Some(plain(&tag[from..from + tag[from..].find('"')?]))
}

/// Text without the escapes of HTML.
fn plain(text: &str) -> String {
    [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")]
        .into_iter()
        .fold(text.to_owned(), |text, (escaped, plain)| text.replace(escaped, plain))
}
