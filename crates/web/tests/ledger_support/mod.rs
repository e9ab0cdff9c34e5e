//! An invented town's ledger with a year in it, a site over it, and a browser that can be signed in.
#![allow(dead_code, reason = "not every test uses everything")]

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use jiff::Timestamp;
use tower::ServiceExt;
use yinuo_app::reader::{Direct, Reader};
use yinuo_app::store::MemoryStore;
use yinuo_app::usecases::{By, First, Fix, adopt, correct, request};
use yinuo_app::{Edition, GivenClock, Ledger};
use yinuo_ledger::{Command, CommitmentId, EntryId, Holder, MeasureId, UnitId};
use yinuo_model::{Mode, Role};
use yinuo_web::{Options, ledger_router, office_path};

/// The list as it was first adopted.
pub const FIRST: &str = "临溪区2026年民生实事\n\n序号\n\n工作任务\n\n第一季度\n\n第二季度\n\n第三季度\n\n第四季度\n\n\
    1\n\n新建候车亭12座。\n\n完成选址。完成设计。\n\n建成4座。\n\n建成4座。\n\n建成4座。\n\n\
    2\n\n改造农贸市场2家。\n\n完成设计。\n\n改造1家。\n\n改造1家。\n\n验收。\n\n";
/// Where the plan is shown.
pub const PLAN: &str = "/%E4%B8%B4%E6%BA%AA%E5%8C%BA/2026";

/// A later edition.
pub fn second() -> String {
    FIRST.replace("候车亭12座", "候车亭15座").replace("改造农贸市场2家", "新建口袋公园3座")
}

/// A ledger with its site.
pub struct Town {
    pub ledger: Arc<Ledger>,
    pub clock: Arc<GivenClock>,
    pub site: Router,
}

/// What the site answered.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    /// Where it sends the browser.
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).map_or("", |l| l.to_str().unwrap())
    }
}

impl Town {
    /// An empty ledger.
    pub fn empty() -> Self {
        Self::read_by(Arc::new(Direct))
    }

    /// An empty ledger whose documents are read by `reader`.
    pub fn read_by(reader: Arc<dyn Reader>) -> Self {
        let clock = Arc::new(GivenClock::at("2026-01-05T01:30:00Z".parse().unwrap()));
        let ledger = Ledger::new(Arc::new(MemoryStore::default()), clock.clone()).read_by(reader);
        let ledger = Arc::new(ledger);
        let site = ledger_router(ledger.clone(), Options::default());
        Self { ledger, clock, site }
    }

    /// A year: e0 opening, e1 plan, e2 unit, e3 assignment, e4 release on 1 March, e5 correction that is not released.
    pub fn with_year() -> Self {
        let town = Self::empty();
        town.adopt(FIRST);
        town.day("2026-02-01");
        town.ask(Command::CreateUnit { name: "市容科".into() });
        let (commitment, holders) = (CommitmentId::new(EntryId(1), 1), vec![Holder::Unit(UnitId::new(EntryId(2), 1))]);
        town.ask(Command::Assign { commitment, role: Role::Lead, holders, from: "2026-02-01".parse().unwrap() });
        town.day("2026-03-01");
        town.release(&[1, 2, 3]);
        town.day("2026-04-01");
        town.correct("保密的理由");
        town
    }

    pub fn day(&self, day: &str) {
        self.clock.set(format!("{day}T04:00:00Z").parse::<Timestamp>().unwrap());
    }

    pub fn adopt(&self, text: &str) {
        let edition = Edition::compile("list.txt", text.as_bytes(), &Default::default()).unwrap();
        let first = First { demonstration: true, ..First::default() };
        adopt(&self.ledger, &by(), &edition, text.as_bytes(), "", &first, None).unwrap();
    }

    pub fn ask(&self, command: Command) {
        request(&self.ledger, &by(), command).unwrap();
    }

    pub fn release(&self, entries: &[u64]) {
        let entries = entries.iter().map(|e| EntryId(*e)).collect();
        self.ask(Command::Release { entries, remark: None });
    }

    /// The first number is read as context from now on.
    pub fn correct(&self, reason: &str) {
        let fix = Fix::Measure(MeasureId::new(EntryId(1), 1), Some(Mode::Context), None);
        let seen = EntryId(self.ledger.store().head().unwrap().next);
        correct(&self.ledger, &by(), EntryId(1), seen, fix, reason.into()).unwrap();
    }

    pub async fn get(&self, path: &str) -> Answer {
        send(&self.site, Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// Signs in; gives the cookie.
    pub async fn sign_in(&self) -> Browser<'_> {
        let path = office_path(&self.ledger).unwrap();
        let answer = self.get(&path).await;
        assert_eq!(answer.location(), "/office");
        let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap().to_string();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
        let mut browser =
            Browser { town: self, cookie: cookie.split(';').next().unwrap().into(), token: String::new() };
        browser.token = value(&browser.get("/office").await.body, "form");
        browser
    }
}

/// Somebody who is signed in.
pub struct Browser<'a> {
    pub town: &'a Town,
    pub cookie: String,
    pub token: String,
}

impl Browser<'_> {
    pub async fn get(&self, path: &str) -> Answer {
        let request = Request::get(path).header(header::COOKIE, &self.cookie);
        send(&self.town.site, request.body(Body::empty()).unwrap()).await
    }

    /// Sends a form with the token, as a browser does.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut all = vec![("form", self.token.as_str())];
        all.extend(fields);
        self.post_raw(path, &all, &[("sec-fetch-site", "same-origin")]).await
    }

    pub async fn post_raw(&self, path: &str, fields: &[(&str, &str)], headers: &[(&str, &str)]) -> Answer {
        let encoded = |text: &str| -> String { text.bytes().map(|b| format!("%{b:02X}")).collect() };
        let body: Vec<String> = fields.iter().map(|(n, v)| format!("{n}={}", encoded(v))).collect();
        let mut request = Request::post(path)
            .header(header::COOKIE, &self.cookie)
            .header(header::HOST, "town.test")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        send(&self.town.site, request.body(body.join("&").into()).unwrap()).await
    }

    /// Hands in a document.
    pub async fn upload(&self, name: &str, bytes: &[u8], year: &str) -> Answer {
        let mut body = vec![];
        let mut part = |head: &str, value: &[u8]| {
            body.extend_from_slice(format!("--edge\r\ncontent-disposition: form-data; {head}\r\n\r\n").as_bytes());
            body.extend_from_slice(value);
            body.extend_from_slice(b"\r\n");
        };
        part("name=\"form\"", self.token.as_bytes());
        part(&format!("name=\"document\"; filename=\"{name}\""), bytes);
        part("name=\"year\"", year.as_bytes());
        body.extend_from_slice(b"--edge--\r\n");
        let request = Request::post("/office/documents")
            .header(header::COOKIE, &self.cookie)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge");
        send(&self.town.site, request.body(body.into()).unwrap()).await
    }
}

/// The value of the first input with this name.
pub fn value(html: &str, name: &str) -> String {
    let rest = html.split_once(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("{name} in {html}")).1;
    rest[..rest.find('"').unwrap()].to_string()
}

async fn send(site: &Router, request: Request<Body>) -> Answer {
    let (parts, body) = site.clone().oneshot(request).await.unwrap().into_parts();
    let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    Answer { status: parts.status, headers: parts.headers, body: String::from_utf8(bytes.to_vec()).unwrap() }
}

fn by() -> By {
    By::post(Ledger::first_post())
}
