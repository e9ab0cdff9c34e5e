//! Pages and data that were made once and are given again: bytes, type and a tag by which a browser asks whether it
//! already has them.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, Write};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use askama::Template;
use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::civil::Date;
use serde::Serialize;
use yinuo_diag::Lang;

use crate::ask::Ask;
use crate::failure::Failure;

/// More bytes than this are not kept; the cache then starts anew.
const MAX_BYTES: usize = 64 << 20;

/// Bodies below this are sent as they are.
const MIN_PACKED: usize = 1024;

/// What a kept page is known by.
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct Key {
    /// Place, year and version of the reading.
    pub(crate) document: (String, String, u64),
    /// For a ledger: the day, and whether it was asked for.
    pub(crate) days: Option<(Date, bool)>,
    pub(crate) page: &'static str,
    /// The commitment, or 0.
    pub(crate) number: u32,
    pub(crate) lang: Lang,
}

/// Pages by key.
#[derive(Default)]
pub(crate) struct Cache(RwLock<Kept>);

#[derive(Default)]
struct Kept {
    pages: HashMap<Key, Arc<Rendered>>,
    bytes: usize,
}

impl Cache {
    pub(crate) fn get(&self, key: &Key) -> Option<Arc<Rendered>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).pages.get(key).cloned()
    }

    pub(crate) fn put(&self, key: Key, page: Arc<Rendered>) {
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if kept.bytes + page.body.len() > MAX_BYTES {
            *kept = Kept::default();
        }
        kept.bytes += page.body.len();
        kept.pages.insert(key, page);
    }
}

/// A body ready to be sent, as it is and, once someone asked for it, packed.
pub(crate) struct Rendered {
    body: Bytes,
    packed: OnceLock<Option<Bytes>>,
    kind: HeaderValue,
    tag: HeaderValue,
}

impl Rendered {
    /// A page.
    pub(crate) fn html(page: &impl Template, ask: &Ask) -> Result<Self, Failure> {
        let body = page.render().map_err(|_| Failure::broken(ask))?;
        Ok(Self::new(body, "text/html; charset=utf-8"))
    }

    /// Data.
    pub(crate) fn json(value: &impl Serialize, ask: &Ask) -> Result<Self, Failure> {
        let body = serde_json::to_string_pretty(value).map_err(|_| Failure::broken(ask))?;
        Ok(Self::new(body + "\n", "application/json; charset=utf-8"))
    }

    /// A file of the site.
    pub(crate) fn text(body: &str, kind: &'static str) -> Self {
        Self::new(body.to_string(), kind)
    }

    fn new(body: String, kind: &'static str) -> Self {
        let mut hasher = DefaultHasher::new();
        body.hash(&mut hasher);
        let tag = format!("W/\"{:016x}\"", hasher.finish());
        let tag = HeaderValue::try_from(tag).unwrap_or(HeaderValue::from_static("W/\"\""));
        Self { body: body.into(), packed: OnceLock::new(), kind: HeaderValue::from_static(kind), tag }
    }

    /// The answer: the body, or word that the browser already has it.
    pub(crate) fn answer(&self, ask: &Ask) -> Response {
        let mut headers = HeaderMap::with_capacity(6);
        headers.insert(header::ETAG, self.tag.clone());
        headers.insert(header::VARY, HeaderValue::from_static("cookie, accept-encoding"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        if let Some(cookie) = ask.cookie() {
            headers.insert(header::SET_COOKIE, cookie);
        }
        if ask.has(&self.tag) {
            return (StatusCode::NOT_MODIFIED, headers).into_response();
        }
        headers.insert(header::CONTENT_TYPE, self.kind.clone());
        if let Some(packed) = self.packed(ask) {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            return (headers, packed).into_response();
        }
        (headers, self.body.clone()).into_response()
    }

    /// The packed body, where the browser takes it and it is worth it.
    fn packed(&self, ask: &Ask) -> Option<Bytes> {
        if !ask.unpacks || self.body.len() < MIN_PACKED {
            return None;
        }
        self.packed.get_or_init(|| pack(&self.body).ok()).clone()
    }
}

fn pack(body: &[u8]) -> io::Result<Bytes> {
    let mut packer = GzEncoder::new(vec![], Compression::default());
    packer.write_all(body)?;
    Ok(packer.finish()?.into())
}
