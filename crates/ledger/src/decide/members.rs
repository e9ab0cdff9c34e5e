//! Units, posts, and who answers for what.

use jiff::civil::Date;
use yinuo_diag::Diagnostic;
use yinuo_model::Role;

use super::{Ask, checks, reject};
use crate::body::{Assigned, PostClosed, PostCreated, UnitClosed, UnitCreated};
use crate::{Body, CommitmentId, Holder, Member, PostId, UnitId};

impl Ask<'_> {
    pub(super) fn assign(
        &self,
        commitment: CommitmentId,
        role: Role,
        holders: &[Holder],
        from: Date,
    ) -> Result<Vec<Body>, Vec<Diagnostic>> {
        let state = self.view.state();
        let edition = commitment.minted_by();
        let mut problems = vec![];
        if state.edition(edition).is_none_or(|e| e.said.ids.iter().all(|ids| ids.id != commitment)) {
            problems.push(reject::unknown(commitment));
        }
        for holder in holders {
            let id = match holder {
                Holder::Unit(unit) => unit.to_string(),
                Holder::Post(post) => post.to_string(),
            };
            problems.extend(self.unusable(id, state.holder(*holder)));
        }
        let before = state.holders(commitment, from).into_iter().find(|(r, _)| *r == role);
        if before.map_or(holders.is_empty(), |(_, a)| a.said.holders == holders) {
            problems.push(reject::nothing_to_change("责任没有变化", "nothing changes in who answers for it"));
        }
        let body = Assigned { edition, commitment, role, holders: holders.to_vec(), from };
        done(problems, Body::Assigned(body))
    }

    pub(super) fn create_unit(&self, name: &str) -> Result<Vec<Body>, Vec<Diagnostic>> {
        let problems = self.new_name(name, self.view.state().units.values());
        done(problems, Body::UnitCreated(UnitCreated { name: name.trim().to_string() }))
    }

    pub(super) fn close_unit(&self, unit: UnitId, on: Date) -> Result<Vec<Body>, Vec<Diagnostic>> {
        let problem = self.unusable(unit, self.view.state().unit(unit));
        done(problem.into_iter().collect(), Body::UnitClosed(UnitClosed { unit, on }))
    }

    pub(super) fn create_post(&self, name: &str, unit: Option<UnitId>) -> Result<Vec<Body>, Vec<Diagnostic>> {
        let state = self.view.state();
        let mut problems = self.new_name(name, state.posts.values().filter(|p| p.unit == unit));
        problems.extend(unit.and_then(|u| self.unusable(u, state.unit(u))));
        done(problems, Body::PostCreated(PostCreated { name: name.trim().to_string(), unit }))
    }

    pub(super) fn close_post(&self, post: PostId, on: Date) -> Result<Vec<Body>, Vec<Diagnostic>> {
        let problem = self.unusable(post, self.view.state().post(post));
        done(problem.into_iter().collect(), Body::PostClosed(PostClosed { post, on }))
    }

    /// What is wrong with a name for something new among these.
    fn new_name<'m>(&self, name: &str, others: impl Iterator<Item = &'m Member>) -> Vec<Diagnostic> {
        let mut open = others.filter(|m| m.closed.is_none());
        let taken = open.any(|m| m.name == name.trim()).then(|| reject::name_taken(name.trim()));
        checks::name(name).into_iter().chain(taken).collect()
    }
}

fn done(problems: Vec<Diagnostic>, body: Body) -> Result<Vec<Body>, Vec<Diagnostic>> {
    if problems.is_empty() { Ok(vec![body]) } else { Err(problems) }
}
