//! The first page after a start, and how many pages a second are served beside a bare handler with the same bytes.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use axum::Router;
use axum::http::header;
use axum::routing::get;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use yinuo_app::{Edition, Library};
use yinuo_compiler::Options;

use crate::median;

const STARTS: usize = 9;
const CONNECTIONS: usize = 8;
const REQUESTS_PER_CONNECTION: usize = 500;
const ROUNDS: usize = 5;

/// Both measurements.
pub fn all() {
    first_page();
    throughput();
}

/// Milliseconds from the start of `yinuo demo` until the whole plan page has arrived.
fn first_page() {
    let program = program();
    if !program.is_file() {
        println!("No {} here, so the first page is not measured.", program.display());
        return;
    }
    // A folder of its own, which the first start fills: what the user's own demonstration holds is no part of this.
    let data = tempfile::tempdir().expect("a temporary folder");
    start_and_ask(&program, data.path());
    let times = (0..STARTS).map(|_| start_and_ask(&program, data.path())).collect();
    println!("From the start of the process to the whole plan page: {:.0} ms (median of {STARTS}).", median(times));
}

/// `yinuo` beside this program's folder.
fn program() -> PathBuf {
    let here = std::env::current_exe().unwrap_or_default();
    here.parent().and_then(|deps| deps.parent()).map(|release| release.join("yinuo")).unwrap_or_default()
}

fn start_and_ask(program: &Path, data: &Path) -> f64 {
    let start = Instant::now();
    let mut child = Command::new(program)
        .args(["demo", "--listen", "127.0.0.1:0", "--data"])
        .arg(data)
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut line).expect("it says its address");
    let address = line.trim_start_matches("http://").split('/').next().unwrap_or_default().to_string();
    let page = ask(&address, &redirect(&ask(&address, "/")));
    let time = start.elapsed().as_secs_f64() * 1000.0;
    assert!(page.starts_with("HTTP/1.1 200") && page.trim_end().ends_with("</html>"), "the plan page arrives whole");
    child.kill().and_then(|()| child.wait()).expect("the program ends");
    time
}

/// One answer on a connection of its own, headers included.
fn ask(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("the server listens");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").expect("the server reads");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("the answer is text");
    answer
}

/// Where an answer sends us.
fn redirect(answer: &str) -> String {
    answer.lines().find_map(|l| l.strip_prefix("location: ")).unwrap_or("/").to_string()
}

/// Requests a second of the plan page and of a handler that returns the same bytes from memory.
fn throughput() {
    let options = Options::default();
    let list = include_str!("../../../examples/guangming-2016.txt");
    let edition = Edition::compile("guangming-2016.txt", list.as_bytes(), &options).expect("the example is a document");
    let library = Library::of(vec![edition]);
    Runtime::new().expect("a runtime").block_on(async {
        let (listener, site) = listen().await;
        tokio::spawn(yinuo_web::serve(library, listener, yinuo_web::Options::default(), std::future::pending()));
        let place = site.clone();
        let (path, page) = tokio::task::spawn_blocking(move || {
            let path = redirect(&ask(&place, "/"));
            let page = ask(&place, &path);
            (path, page)
        })
        .await
        .expect("the page arrives");
        let body = page.split_once("\r\n\r\n").map(|(_, body)| body.to_string()).unwrap_or_default();
        let size = body.len();
        let (listener, bare) = listen().await;
        let bytes = axum::body::Bytes::from(body);
        let handler = move || async move { ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], bytes) };
        tokio::spawn(async { axum::serve(listener, Router::new().route("/", get(handler))).await });

        let (mut ours, mut theirs) = (vec![], vec![]);
        for _ in 0..ROUNDS {
            theirs.push(load(&bare, "/").await);
            ours.push(load(&site, &path).await);
        }
        let (ours, theirs) = (median(ours), median(theirs));
        println!("\nThe plan page, {size} bytes, {CONNECTIONS} connections on loopback, median of {ROUNDS} rounds:\n");
        println!("| | requests/s |\n|---|---|\n| bare handler | {theirs:.0} |\n| plan page | {ours:.0} |");
        println!("\nThe plan page reaches {:.2} of the bare handler.", ours / theirs);
    });
}

async fn listen() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address").to_string();
    (listener, address)
}

/// Requests a second over several connections that are kept open.
async fn load(address: &str, path: &str) -> f64 {
    let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\n\r\n");
    let start = Instant::now();
    let clients: Vec<_> =
        (0..CONNECTIONS).map(|_| tokio::spawn(client(address.to_string(), request.clone()))).collect();
    for client in clients {
        client.await.expect("every answer arrives whole");
    }
    (CONNECTIONS * REQUESTS_PER_CONNECTION) as f64 / start.elapsed().as_secs_f64()
}

async fn client(address: String, request: String) {
    let mut stream = tokio::net::TcpStream::connect(address).await.expect("the server listens");
    let mut buffer = vec![0; 64 * 1024];
    for _ in 0..REQUESTS_PER_CONNECTION {
        stream.write_all(request.as_bytes()).await.expect("the server reads");
        let (mut seen, mut whole) = (vec![], usize::MAX);
        let mut arrived = 0;
        while arrived < whole {
            let n = stream.read(&mut buffer).await.expect("the server writes");
            assert!(n > 0, "the connection stays open");
            arrived += n;
            if whole == usize::MAX {
                seen.extend_from_slice(&buffer[..n]);
                whole = length(&seen).unwrap_or(usize::MAX);
            }
        }
    }
}

/// Bytes of the whole answer, once its headers are there.
pub fn length(seen: &[u8]) -> Option<usize> {
    let head = seen.windows(4).position(|w| w == b"\r\n\r\n")? + 4;
    let headers = String::from_utf8_lossy(&seen[..head]).to_ascii_lowercase();
    let body: usize = headers.lines().find_map(|l| l.strip_prefix("content-length: "))?.parse().ok()?;
    Some(head + body)
}
