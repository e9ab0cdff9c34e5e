//! Pages that say what went wrong and offer a way on. What went wrong inside is never shown to the public.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use jiff::civil::Date;
use std::sync::Arc;
use yinuo_app::Reading;
use yinuo_diag::{Lang, Text};

use crate::address::Links;
use crate::ask::Ask;
use crate::frame::{self, Frame};
use crate::site::Site;
use crate::view::period::full_day;

/// More ways on than this are no help.
const MAX_WAYS: usize = 8;

/// What pages go by, besides the language and the day.
const KEPT: &[&str] = &["q", "item", "before", "at", "from", "to"];

/// Why there is no page.
#[derive(Debug)]
pub(crate) struct Failure(Box<Told>);

#[derive(Debug)]
struct Told {
    status: StatusCode,
    ask: Ask,
    title: Text,
    said: Text,
    ways: Vec<(String, String)>,
}

impl Failure {
    /// A page of its own words.
    pub(crate) fn told(status: StatusCode, ask: &Ask, title: Text, said: Text) -> Self {
        Self(Box::new(Told { status, ask: ask.clone(), title, said, ways: vec![] }))
    }

    /// The same with another way on.
    pub(crate) fn way(mut self, name: &str, href: String) -> Self {
        self.0.ways.push((name.to_string(), href));
        self
    }

    /// Nothing is at this address.
    pub(crate) fn missing(ask: &Ask, readings: &[Reading]) -> Self {
        let way = |r: &Reading| (frame::name(r), Links::new(&r.place, &r.year, ask).plan());
        let title = Text::new("没有这一页", "There is no such page");
        let said = Text::new(
            "地址可能写错了，或者那份清单没有在这里打开。",
            "The address may be mistyped, or that plan is not open here.",
        );
        let mut failure = Self::told(StatusCode::NOT_FOUND, ask, title, said);
        failure.0.ways = readings.iter().map(way).collect();
        failure
    }

    /// The page could not be made.
    pub(crate) fn broken(ask: &Ask) -> Self {
        let title = Text::new("页面没有生成", "The page could not be made");
        let said = Text::new(
            "这一页生成时程序出了错，清单和文件没有受影响。重新打开一次；仍不行时，请把地址告诉维护的人。",
            "The program failed while making this page; the plan and its file are untouched. Try again, and if it happens \
             twice, tell whoever runs the site which address it was.",
        );
        Self::told(StatusCode::INTERNAL_SERVER_ERROR, ask, title, said)
    }

    /// What was written as a day is none.
    pub(crate) fn no_day(ask: &Ask, today: Date) -> Self {
        let title = Text::new("日期看不懂", "That is no day");
        let said = Text::new(
            format!("as_of 后面应写一天，例如 {today}。"),
            format!("After as_of stands a day, as in {today}."),
        );
        Self::told(StatusCode::BAD_REQUEST, ask, title, said).or_today()
    }

    /// Files have no past.
    pub(crate) fn no_history(ask: &Ask) -> Self {
        let title = Text::new("这里没有历史", "There is no history here");
        let said = Text::new(
            "这里展示的是文件现在的样子；要看某一天的样子，清单须先记入台账（yinuo adopt）。",
            "These pages show files as they are now. To see a day of the past, a plan has to be in a ledger (yinuo adopt).",
        );
        Self::told(StatusCode::NOT_FOUND, ask, title, said).or_today()
    }

    /// The day has not come.
    pub(crate) fn not_yet(ask: &Ask, day: Date, today: Date) -> Self {
        let title = Text::new("这一天还没有到", "That day has not come yet");
        let said = Text::new(
            format!("{}还没有到，今天是{}。", full_day(day, Lang::Zh), full_day(today, Lang::Zh)),
            format!("{} lies ahead; today is {}.", full_day(day, Lang::En), full_day(today, Lang::En)),
        );
        Self::told(StatusCode::NOT_FOUND, ask, title, said).or_today()
    }

    /// The ledger had not begun on that day.
    pub(crate) fn before_all(ask: &Ask, day: Date) -> Self {
        let title = Text::new("那时还没有台账", "There was no ledger yet");
        let said = Text::new(
            format!("到{}为止，台账里还没有任何记录。", full_day(day, Lang::Zh)),
            format!("By the end of {} nothing had been recorded.", full_day(day, Lang::En)),
        );
        Self::told(StatusCode::NOT_FOUND, ask, title, said).or_today()
    }

    /// The plan was not public on that day.
    pub(crate) fn too_early(ask: &Ask, day: Date) -> Self {
        let title = Text::new("那时还没有公布", "It was not public yet");
        let said = Text::new(
            format!("到{}为止，这份清单还没有公布。", full_day(day, Lang::Zh)),
            format!("By the end of {} this plan had not been released.", full_day(day, Lang::En)),
        );
        Self::told(StatusCode::NOT_FOUND, ask, title, said).or_today()
    }

    /// Offers the same page as it is now, and stays with now.
    fn or_today(mut self) -> Self {
        let ask = &mut self.0.ask;
        ask.as_of = None;
        let name = if ask.lang == Lang::Zh { "看今天的这一页" } else { "This page as it is today" };
        let href = Frame::bare(ask, "", String::new()).keeping(ask, KEPT).today();
        self.way(name, href)
    }
}

#[derive(Template)]
#[template(path = "failure.html")]
struct Page {
    frame: Frame,
    said: String,
    ways: Vec<(String, String)>,
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let told = *self.0;
        let title = told.title.get(told.ask.lang).to_string();
        let frame = Frame::bare(&told.ask, "", title.clone()).keeping(&told.ask, &[KEPT, &["as_of"]].concat());
        let home = (frame.t("全部清单", "All plans").to_string(), frame.to("/"));
        let mut ways: Vec<_> = told.ways.into_iter().take(MAX_WAYS).collect();
        if ways.len() != 1 {
            ways.push(home);
        }
        let said = told.said.get(told.ask.lang).to_string();
        let body = Page { frame, said, ways }.render().unwrap_or(title);
        let mut response = (told.status, Html(body)).into_response();
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }
}

/// The answer to an address that the site does not know.
pub(crate) async fn nowhere(State(site): State<Arc<Site>>, ask: Ask) -> Failure {
    site.missing(&ask)
}

/// The answer when a handler broke down; the language is not known there.
pub(crate) fn broke_down() -> Response {
    Failure::broken(&Ask::unknown()).into_response()
}
