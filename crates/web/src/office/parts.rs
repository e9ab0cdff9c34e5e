//! The parts of a commitment's page in the office: cells with their numbers and borders, findings, and who could be named.
//! What was typed into a form and turned down stays in it.

use yinuo_diag::{Lang, Severity};
use yinuo_model::{At, Bound, Commitment, Mode, Passage};

use super::fields::Fields;
use super::item::Item;
use crate::view::pieces::{self, Piece};
use crate::view::{border, number, period, words};

/// A cell with the numbers in it and the border to the next one.
pub(super) struct CellView<'a> {
    pub(super) name: String,
    pub(super) at: String,
    pub(super) pieces: Vec<Piece<'a>>,
    pub(super) measures: Vec<MeasureView>,
    /// The border to the next cell.
    pub(super) border: Option<BorderView>,
}

/// A number, and what it could be read as.
pub(super) struct MeasureView {
    pub(super) id: String,
    pub(super) text: String,
    pub(super) quantity: String,
    pub(super) mode: &'static str,
    pub(super) modes: Vec<(String, &'static str, bool)>,
    pub(super) bounds: Vec<(String, &'static str, bool)>,
    pub(super) reason: String,
    pub(super) open: bool,
}

/// A border, and the places where it could stand.
pub(super) struct BorderView {
    pub(super) right: String,
    pub(super) right_name: String,
    pub(super) places: Vec<(usize, String, bool)>,
    pub(super) reason: String,
    pub(super) open: bool,
}

/// A finding that applies.
pub(super) struct FindingView {
    pub(super) id: String,
    pub(super) grave: bool,
    pub(super) word: &'static str,
    pub(super) message: String,
    pub(super) reason: String,
    pub(super) open: bool,
}

const MODES: [Mode; 5] = [Mode::Annual, Mode::Period, Mode::Cumulative, Mode::Rate, Mode::Context];
const BOUNDS: [Bound; 5] = [Bound::Exact, Bound::AtLeast, Bound::AtMost, Bound::About, Bound::MoreThan];

/// A mode by its word in forms.
pub(super) fn mode(word: &str) -> Option<Mode> {
    MODES.into_iter().find(|m| format!("{m:?}") == word)
}

/// A bound by its word in forms.
pub(super) fn bound(word: &str) -> Option<Bound> {
    BOUNDS.into_iter().find(|b| format!("{b:?}") == word)
}

impl Item {
    pub(super) fn cells<'a>(
        &self,
        c: &Commitment,
        text: &'a str,
        own: &'a [pieces::Mark],
        typed: &Fields,
    ) -> Vec<CellView<'a>> {
        let lang = self.room.ask.lang;
        let cells = border::cells(c);
        let view = |(n, (at, passage)): (usize, &(At, &Passage))| CellView {
            name: period::cell(*at, lang),
            at: at.to_string(),
            pieces: pieces::passage(text, passage, own),
            measures: self.measures(c, *at, typed),
            border: cells
                .get(n + 1)
                .and_then(|(right, next)| border_view(*at, passage, *right, next, text, typed, lang)),
        };
        cells.iter().enumerate().map(view).collect()
    }

    fn measures(&self, c: &Commitment, at: At, typed: &Fields) -> Vec<MeasureView> {
        let lang = self.room.ask.lang;
        let ids =
            self.reading.record.as_ref().and_then(|r| r.reading.commitment(self.id)).map(|(_, ids)| &ids.measures);
        let all = c.measures.iter().zip(ids.into_iter().flatten()).filter(|(m, _)| m.at == at);
        all.map(|(m, id)| {
            let id = id.to_string();
            let open = typed.get("what") == "measure" && typed.get("measure") == id;
            let chosen = |name: &str, now: String| if open { typed.get(name).to_string() } else { now };
            let (mode, bound) = (chosen("mode", format!("{:?}", m.mode)), chosen("bound", format!("{:?}", m.bound)));
            MeasureView {
                text: m.text.to_string(),
                quantity: number::quantity(m, lang),
                mode: words::mode(m.mode, lang),
                modes: MODES.map(|o| (format!("{o:?}"), words::mode(o, lang), format!("{o:?}") == mode)).to_vec(),
                bounds: BOUNDS.map(|o| (format!("{o:?}"), words::bound(o, lang), format!("{o:?}") == bound)).to_vec(),
                reason: if open { typed.get("reason").to_string() } else { String::new() },
                open,
                id,
            }
        })
        .collect()
    }

    pub(super) fn findings(&self, typed: &Fields) -> Vec<FindingView> {
        let lang = self.room.ask.lang;
        let Some(record) = &self.reading.record else { return vec![] };
        let dismissed = &record.reading.dismissed;
        let about = record.reading.findings.iter().filter(|f| f.said.commitment == Some(self.number));
        let view = |f: &yinuo_ledger::Finding| {
            let open = typed.get("what") == "dismiss" && typed.get("finding") == f.id.to_string();
            FindingView {
                id: f.id.to_string(),
                grave: f.said.severity >= Severity::Warning,
                word: words::severity(f.said.severity, lang),
                message: f.said.message.get(lang).to_string(),
                reason: if open { typed.get("reason").to_string() } else { String::new() },
                open,
            }
        };
        about.filter(|f| !dismissed.contains_key(&f.id)).map(view).collect()
    }

    /// Units and posts that can be given something: id, name, chosen.
    pub(super) fn holders(&self, typed: &Fields) -> Vec<(String, String, bool)> {
        let state = self.room.look.view.state();
        let units = state.units().map(|(id, m)| (id.to_string(), m));
        let posts = state.posts().map(|(id, m)| (id.to_string(), m));
        let chosen = |id: &str| typed.all("holder").any(|h| h == id);
        let open = units.chain(posts).filter(|(_, m)| m.closed.is_none());
        open.map(|(id, m)| (id.clone(), m.name.clone(), chosen(&id))).collect()
    }
}

fn border_view(
    left: At,
    before: &Passage,
    right: At,
    after: &Passage,
    text: &str,
    typed: &Fields,
    lang: Lang,
) -> Option<BorderView> {
    let at = right.to_string();
    let open = typed.get("what") == "border" && typed.get("left") == left.to_string() && typed.get("right") == at;
    let chosen: Option<usize> = typed.read("to").filter(|_| open);
    let places = border::places(text, before, after);
    if places.is_empty() {
        return None;
    }
    Some(BorderView {
        right: at,
        right_name: period::cell(right, lang),
        places: places.into_iter().map(|(to, words)| (to, words, chosen == Some(to))).collect(),
        reason: if open { typed.get("reason").to_string() } else { String::new() },
        open,
    })
}
