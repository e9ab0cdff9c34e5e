//! The words that version 1 uses for the enumerations of `model`. They are written out here, apart from the words of
//! `yinuo.plan/1`, so that neither format changes with the other.

use yinuo_diag::Severity;
use yinuo_model::{Bound, Direction, Kind, Mode, Reading, Relation, Role, Stage, Verb};

use crate::{Clock, Differs, wire::Fault};

/// An enumeration with a fixed word for each of its values.
pub(super) trait FixedWord: Sized + Copy {
    /// The word.
    fn word(self) -> String;
    /// The value of a word.
    fn of(word: &str) -> Result<Self, Fault>;
}

macro_rules! words {
    ($($type:ident $field:literal { $($value:ident $word:literal)* })*) => {
        $(
            impl FixedWord for $type {
                fn word(self) -> String {
                    match self { $($type::$value => $word,)* }.to_string()
                }

                fn of(word: &str) -> Result<Self, Fault> {
                    match word { $($word => Ok($type::$value),)* _ => Err(Fault::Wrong($field)) }
                }
            }
        )*
    };
}

words! {
    Clock "clock" { System "system" Given "given" }
    Differs "differs" { Moved "moved" Reworded "reworded" Numbers "numbers_changed" Owners "owners_changed" }
    Severity "severity" { Note "note" Warning "warning" Error "error" }
    Role "role" { Lead "lead" Responsible "responsible" Cooperating "cooperating" Leader "leader" }
    Bound "bound" {
        Exact "exact" AtLeast "at_least" AtMost "at_most" About "about" MoreThan "more_than"
    }
    Mode "mode" { Annual "annual" Period "period" Cumulative "cumulative" Rate "rate" Context "context" }
    Direction "change" { Increase "increase" Decrease "decrease" }
    Reading "about" { Cell "cell" Mode "mode" Target "target" }
    Relation "relation" {
        Sum "sum" LastCumulative "last_cumulative" PercentComplete "percent_complete"
        UnitConvertedSum "unit_converted_sum" None "none"
    }
    Kind "kind" {
        Works "works" Activity "activity" Service "service" Benefit "benefit" Procurement "procurement"
        Platform "platform" Housing "housing" Inspection "inspection" Institution "institution"
    }
    Verb "verb" { Complete "complete" Do "do" Start "start" Plan "plan" Continue "continue" None "none" }
    Stage "stage" {
        Study "study" Approval "approval" Land "land" Design "design" Tender "tender" Contract "contract"
        Start "start" Structure "structure" Completion "completion" Acceptance "acceptance" Handover "handover"
        Settlement "settlement" Use "use"
    }
}
