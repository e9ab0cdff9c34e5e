//! A small invented plan with its text, and a site over it. Built by hand, so that the pages' tests depend on the pages
//! alone and not on how a compiler reads.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use tower::ServiceExt;
use yinuo_app::{Edition, Library, Suppressed};
use yinuo_compiler::Compiled;
use yinuo_diag::{Diagnostic, Span, Text, codes};
use yinuo_model::{
    At, Bound, Category, Commitment, Declared, Kind, Measure, Milestone, Mode, Owner, Passage, Period, Place, Plan,
    Relation, Role, Source, Step, Target, Time, TimeValue, Value, Verb,
};
use yinuo_web::{Options, router};

const TEXT: &str = "东港区2031年民生实事\n\n（一）养老（2项）\n\n1\n为300名老人建立健康档案（区卫健局）。\n建档100名。\n\
                    9月底前建档200名。\n2\n推进老年食堂<script>。\n摸底。\n";

/// What a site answered.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

/// A site over the invented plan.
pub fn site() -> Router {
    router(Arc::new(Library::of(vec![edition()])), Options::default())
}

/// Asks a site.
pub async fn ask(site: &Router, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::get(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = site.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    Answer { status: parts.status, headers: parts.headers, body: String::from_utf8(bytes.to_vec()).unwrap() }
}

/// The main part of a page without drawings, one block a line.
pub fn essential(html: &str) -> String {
    let start = html.find("<main").expect("a page has a main part");
    let end = html.find("</main>").expect("a page has a main part");
    let mut rest = &html[start..end];
    let mut out = String::new();
    while let Some(svg) = rest.find("<svg") {
        out.push_str(&rest[..svg]);
        let tail = &rest[svg..];
        rest = tail.find("</svg>").map_or("", |close| &tail[close + 6..]);
    }
    out.push_str(rest);
    let lines = out.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

fn span(words: &str) -> Span {
    let start = TEXT.find(words).unwrap_or_else(|| panic!("{words} stands in the text"));
    Span::new(start, start + words.len())
}

fn passage(words: &str) -> Passage {
    Passage { text: words.into(), spans: [span(words)].into_iter().collect() }
}

fn measure(at: At, words: &str, number: i64, mode: Mode) -> Measure {
    let value = Value::One(number.into());
    let (object, bound) = (Some("老人".into()), Bound::Exact);
    Measure {
        at,
        place: Place::Span(span(words)),
        text: words.into(),
        value,
        unit: "名".into(),
        object,
        bound,
        mode,
        change: None,
        part_of: None,
    }
}

fn milestone(half: i8, words: &str, verb: Verb, deadline: Option<TimeValue>) -> Milestone {
    let step = Step { passage: passage(words), verb, stage: None, deadline, condition: None, actor: None };
    Milestone { period: Period::Half(2031, half), passage: passage(words), steps: vec![step] }
}

fn records() -> Commitment {
    let at = |half| At::Period(Period::Half(2031, half));
    let september = TimeValue::Month(2031, 9);
    let time =
        Time {
            at: at(2), place: Place::Span(span("9月底前")), text: "9月底前".into(), value: september, before: true
        };
    Commitment {
        number: 1,
        label: "1".into(),
        title: passage("为300名老人建立健康档案（区卫健局）。"),
        body: None,
        short_title: "老人健康档案".into(),
        kind: Kind::Service,
        owners: vec![Owner {
            role: Role::Responsible,
            name: "区卫健局".into(),
            at: At::Title,
            place: Place::Span(span("区卫健局")),
        }],
        milestones: vec![
            milestone(1, "建档100名。", Verb::Complete, None),
            milestone(2, "9月底前建档200名。", Verb::Complete, Some(september)),
        ],
        measures: vec![
            measure(At::Title, "300名", 300, Mode::Annual),
            measure(at(1), "100名", 100, Mode::Period),
            measure(at(2), "200名", 200, Mode::Period),
        ],
        times: vec![time],
        targets: vec![Target {
            measure: 0,
            parts: vec![1, 2],
            relation: Relation::Sum,
            total: 300.into(),
            reconciles: true,
        }],
    }
}

fn canteens() -> Commitment {
    Commitment {
        number: 2,
        label: "2".into(),
        title: passage("推进老年食堂<script>。"),
        body: None,
        short_title: "老年食堂<script>".into(),
        kind: Kind::Institution,
        owners: vec![],
        milestones: vec![milestone(1, "摸底。", Verb::Plan, None)],
        measures: vec![],
        times: vec![],
        targets: vec![],
    }
}

fn edition() -> Edition {
    let document = yinuo_extract::read("list.txt", TEXT.as_bytes()).unwrap();
    let source = Source {
        name: "list.txt".into(),
        sha256: document.sha256.clone(),
        media_type: "text/plain".into(),
        encoding: "utf-8".into(),
    };
    let category =
        Category {
            ordinal: 1, name: "养老".into(), declared_items: Some(2), commitments: vec![records(), canteens()]
        };
    let plan = Plan {
        title: Some("东港区2031年民生实事".into()),
        jurisdiction: Some("东港区".into()),
        year: Some(2031),
        published: None,
        source,
        declared: Declared { categories: None, items: Some(2) },
        categories: vec![category],
    };
    let words = Text::new("第 2 项没有可以核对的目标", "item 2 names nothing that can be checked");
    let finding = Diagnostic::new(&codes::NO_MEASURABLE_TARGET, words)
        .about(2, At::Title)
        .label(span("推进老年食堂<script>"), Text::new("", ""))
        .help(Text::new("写明建几处", "say how many"));
    let compiled_at = "2031-01-05T02:00:00Z".parse().unwrap();
    let compiled = Compiled { plan, findings: vec![finding], doubts: vec![] };
    let aside = Diagnostic::new(&codes::NO_OWNER_NAMED, Text::new("有一项没有写明责任单位", "one item names no owner"));
    let suppressed = vec![Suppressed { finding: aside, reason: "由区府办统一负责".into() }];
    let settings = Default::default();
    Edition { document: document.into(), compiled, suppressed, columns: vec![], settings, compiled_at }
}
