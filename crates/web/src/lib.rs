//! The portal: server-rendered pages over plans, from files or from a ledger, and the office area that writes to a ledger.
//! A handler takes a request apart, asks for one reading or calls one use case, and hands the outcome to a page; nothing
//! here reads files or compiles. Start with [`router`] and [`ledger_router`], the site on one screen.

mod address;
mod aside;
mod ask;
mod cache;
mod failure;
mod frame;
mod handlers;
mod headers;
mod office;
mod routes;
mod serve;
mod sheet;
mod site;
mod view;

pub use aside::Aside;
pub use routes::{ledger_router, router};
pub use serve::{office_path, serve, serve_ledger};
pub use sheet::comparison_sheet;
pub use site::Options;
