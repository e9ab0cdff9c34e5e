//! Saved web pages: paragraphs, and tables with their merged cells. Tags are read one after another, as browsers do and
//! without building a tree, so a page of any shape takes linear time. Scripts, navigation and menus are left out.

mod crowded;
mod page;
mod words;

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use yinuo_diag::Diagnostic;

use crate::build::Builder;
use crate::limits;
use page::Page;

/// Reads a page.
pub(crate) fn read(text: &str) -> Result<Builder, Box<Diagnostic>> {
    if crowded::crowded(text) {
        let most = crowded::MOST;
        return Err(limits::over(
            format!("网页里有的标签带有超过 {most} 个属性"),
            format!("a tag of the page has over {most} attributes"),
        ));
    }
    let page = run(text, true)?;
    // A navigation that is never closed would swallow the page; it is then read as any other text.
    if page.is_inside_navigation() { run(text, false)?.finish() } else { page.finish() }
}

fn run(text: &str, skip_navigation: bool) -> Result<Page, Box<Diagnostic>> {
    let sink = Sink { page: RefCell::new(Page::new(skip_navigation)), failure: RefCell::new(None) };
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(text));
    // No script is ever run, so feeding stops only where the text ends.
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    match tokenizer.sink.failure.into_inner() {
        Some(failure) => Err(failure),
        None => Ok(tokenizer.sink.page.into_inner()),
    }
}

struct Sink {
    page: RefCell<Page>,
    failure: RefCell<Option<Box<Diagnostic>>>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        if self.failure.borrow().is_some() {
            return TokenSinkResult::Continue;
        }
        let mut page = self.page.borrow_mut();
        let done = match &token {
            Token::CharacterTokens(words) => {
                page.words(words);
                Ok(())
            }
            Token::TagToken(tag) => {
                let attribute = |name: &str| {
                    let found = tag.attrs.iter().find(|a| &*a.name.local == name);
                    found.map(|a| a.value.to_string())
                };
                match tag.kind {
                    TagKind::StartTag => page.start(&tag.name, attribute, tag.self_closing),
                    TagKind::EndTag => page.end(&tag.name),
                }
            }
            Token::EOFToken => page.flush(),
            _ => Ok(()),
        };
        if let Err(failure) = done {
            *self.failure.borrow_mut() = Some(failure);
        }
        match &token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => raw(&tag.name),
            _ => TokenSinkResult::Continue,
        }
    }
}

/// Elements whose content is not marked up.
const RAW: &[(&str, RawKind)] = &[
    ("script", RawKind::ScriptData),
    ("style", RawKind::Rawtext),
    ("xmp", RawKind::Rawtext),
    ("iframe", RawKind::Rawtext),
    ("noembed", RawKind::Rawtext),
    ("noframes", RawKind::Rawtext),
    ("title", RawKind::Rcdata),
    ("textarea", RawKind::Rcdata),
];

fn raw(name: &str) -> TokenSinkResult<()> {
    let kind = RAW.iter().find(|(raw, _)| *raw == name);
    kind.map_or(TokenSinkResult::Continue, |(_, kind)| TokenSinkResult::RawData(*kind))
}
