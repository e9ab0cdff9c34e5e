//! XML as a run of starts, ends and text, names without their prefixes. Declarations of a document type are refused, and
//! with them every entity but the five that XML itself knows. Nothing is recursive.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use yinuo_diag::{Diagnostic, Text, codes};

use crate::{limits, package};

/// The deepest nesting.
const MAX_DEPTH: usize = 1000;

/// One step through a document.
pub(crate) enum Step<'a> {
    /// An element begins. Empty elements end at once.
    Start(Tag<'a>),
    /// An element ends.
    End,
    /// A piece of text; one text may come in several pieces.
    Text(std::borrow::Cow<'a, str>),
}

/// The beginning of an element.
pub(crate) struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    /// The name without its prefix.
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of an attribute, by its name without prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut all = self.0.attributes();
        let found = all.with_checks(false).flatten().find(|a| a.key.local_name().into_inner() == name)?;
        Some(
            found
                .normalized_value(XmlVersion::Implicit1_0)
                .map_or_else(|_| found.value.to_string(), |v| v.into_owned()),
        )
    }

    /// The same as a number.
    pub fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }
}

/// A reader of one document.
pub(crate) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
}

impl<'a> Xml<'a> {
    /// Reads `text`.
    pub fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Self { reader, depth: 0 }
    }

    /// The next step; `None` at the end.
    pub fn next(&mut self) -> Result<Option<Step<'a>>, Box<Diagnostic>> {
        loop {
            return Ok(Some(match self.reader.read_event().map_err(|_| package::damaged())? {
                Event::Start(tag) => {
                    self.depth += 1;
                    if self.depth > MAX_DEPTH {
                        return Err(limits::over(
                            format!("标记嵌套超过 {MAX_DEPTH} 层"),
                            format!("its markup is nested over {MAX_DEPTH} levels deep"),
                        ));
                    }
                    Step::Start(Tag(tag))
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    Step::End
                }
                Event::Text(text) => Step::Text(text.xml10_content()),
                Event::CData(text) => Step::Text(text.into_inner()),
                Event::GeneralRef(name) => match reference(&name) {
                    Some(c) => Step::Text(c.to_string().into()),
                    None => return Err(refused()),
                },
                Event::DocType(_) => return Err(refused()),
                Event::Eof if self.depth > 0 => return Err(package::damaged()),
                Event::Eof => return Ok(None),
                _ => continue,
            }));
        }
    }

    /// Passes over the element that was just begun, with all it holds.
    pub fn skip(&mut self) -> Result<(), Box<Diagnostic>> {
        let outside = self.depth - 1;
        while self.depth > outside {
            if self.next()?.is_none() {
                break;
            }
        }
        Ok(())
    }
}

/// The character of a reference that needs no declaration.
fn reference(name: &quick_xml::events::BytesRef) -> Option<char> {
    if let Ok(Some(c)) = name.resolve_char_ref() {
        return Some(c);
    }
    match &**name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ if name.is_char_ref() => Some(char::REPLACEMENT_CHARACTER),
        _ => None,
    }
}

fn refused() -> Box<Diagnostic> {
    let message = Text::new(
        "文件内的 XML 带有文档类型声明或自定义实体，没有读取",
        "the XML in the file declares a document type or entities and was not read",
    );
    Box::new(Diagnostic::new(&codes::MARKUP_REFUSED, message).help(Text::new(
        "用 Word、Excel 或 WPS 打开后另存为新文件；打不开的，请核实文件来源",
        "open it in an office program and save it as a new file; if that fails, ask where it came from",
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(xml: &str) -> Result<String, &'static str> {
        let mut reader = Xml::new(xml);
        let mut all = String::new();
        while let Some(step) = reader.next().map_err(|d| d.code.id)? {
            if let Step::Text(t) = step {
                all.push_str(&t);
            }
        }
        Ok(all)
    }

    #[test]
    fn text_is_whole_around_references() {
        assert_eq!(text("<a>甲 &amp; 乙&#x4E19;<b/>&lt;<![CDATA[丁&]]></a>").as_deref(), Ok("甲 & 乙丙<丁&"));
    }

    #[test]
    fn declarations_depth_and_loose_ends_are_refused() {
        assert_eq!(text("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>"), Err("S007"));
        assert_eq!(text("<a>&x;</a>"), Err("S007"));
        assert_eq!(text(&"<a>".repeat(1001)), Err("S005"));
        assert_eq!(text("<a><b></b>"), Err("S006"));
        assert_eq!(text("<a></b>"), Err("S006"));
    }
}
