//! The portal: server-rendered pages over compiled plans. A handler takes a request apart, asks the library for one
//! reading and hands it to a page; nothing here reads files or compiles. Start with [`router`], the site on one screen.

mod address;
mod ask;
mod cache;
mod failure;
mod frame;
mod handlers;
mod headers;
mod routes;
mod serve;
mod site;
mod view;

pub use routes::router;
pub use serve::serve;
pub use site::Options;
