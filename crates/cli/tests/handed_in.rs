//! The server as people meet it, over the network: a document is handed in and read by a process of its own; one of a hundred
//! megabytes is turned down in words, without the server holding it.
#![cfg(target_os = "linux")]
#![allow(clippy::disallowed_methods, reason = "starts a server and looks at its memory")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

/// A server, ended when the test is over.
struct Server {
    child: Child,
    address: String,
    cookie: String,
    _folder: tempfile::TempDir,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    /// A server over an empty ledger, with somebody signed in.
    fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut command = Command::new(env!("CARGO_BIN_EXE_yinuo"));
        command.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(folder.path());
        let mut child = command.stdout(Stdio::piped()).spawn().expect("the program starts");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let mut first_word = || {
            let line = lines.next().expect("a line").expect("a line");
            line.split_whitespace().next().expect("an address").trim_start_matches("http://").to_string()
        };
        let (site, office) = (first_word(), first_word());
        let address = site.trim_end_matches('/').to_string();
        let mut server = Self { child, address, cookie: String::new(), _folder: folder };
        let entered = server.get(&office[server.address.len()..]);
        let cookie = entered.split("set-cookie: ").nth(1).and_then(|c| c.split(';').next());
        server.cookie = cookie.unwrap_or_else(|| panic!("no cookie in {entered}")).to_string();
        server
    }

    fn get(&self, path: &str) -> String {
        self.send(&format!("GET {path} HTTP/1.1"), 0, |_| Ok(()))
    }

    /// Sends a request, head and body, and gives all that is answered.
    fn send(&self, line: &str, length: usize, body: impl Fn(&mut TcpStream) -> std::io::Result<()>) -> String {
        let mut stream = TcpStream::connect(&self.address).expect("the server answers");
        let (host, cookie) = (&self.address, &self.cookie);
        let head = format!("{line}\r\nhost: {host}\r\ncookie: {cookie}\r\nconnection: close\r\n");
        let form = "sec-fetch-site: same-origin\r\ncontent-type: multipart/form-data; boundary=edge\r\n";
        write!(stream, "{head}{form}content-length: {length}\r\n\r\n").expect("the head is taken");
        body(&mut stream).expect("the body is taken");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer
    }

    /// Hands in a document that is made of these bytes, so many times.
    fn hand_in(&self, name: &str, bytes: &[u8], times: usize) -> String {
        let desk = self.get("/office");
        let token = desk.split("name=\"form\" value=\"").nth(1).and_then(|t| t.split('"').next()).expect("a token");
        let part = |name: &str| format!("--edge\r\ncontent-disposition: form-data; name={name}\r\n\r\n");
        let before = part("\"form\"") + token + "\r\n" + &part(&format!("\"document\"; filename=\"{name}\""));
        let after = "\r\n--edge--\r\n";
        let length = before.len() + bytes.len() * times + after.len();
        self.send("POST /office/documents HTTP/1.1", length, |to| {
            to.write_all(before.as_bytes())?;
            (0..times).try_for_each(|_| to.write_all(bytes))?;
            to.write_all(after.as_bytes())
        })
    }

    /// The most memory it ever had, in MiB.
    fn most_memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("a status");
        let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:")).expect("a figure");
        line.trim().trim_end_matches(" kB").parse::<u64>().expect("a number") / 1024
    }
}

#[test]
fn a_hundred_megabytes_are_turned_down_and_not_held() {
    let server = Server::start();
    let before = server.most_memory();
    let answer = server.hand_in("大文件.docx", &[b'a'; 1 << 20], 100);
    assert!(answer.starts_with("HTTP/1.1 422") && answer.contains("文件超过 16 MiB"), "{answer}");
    assert!(answer.contains("S003") && answer.contains("只保留清单所在的部分"), "{answer}");
    let grown = server.most_memory() - before;
    assert!(grown < 48, "the server grew by {grown} MiB");
}

#[test]
fn a_document_is_read_by_the_program_itself() {
    let server = Server::start();
    let handed = server.hand_in("清单.txt", "临溪区2026年民生实事\n1.新建候车亭12座。\n2.修桥三座。\n".as_bytes(), 1);
    assert!(handed.starts_with("HTTP/1.1 303") && handed.contains("/office/documents/"), "{handed}");
    let noise: Vec<u8> = (0..=255).collect();
    let refused = server.hand_in("坏.docx", &[&b"PK\x03\x04"[..], &noise].concat(), 1);
    assert!(refused.starts_with("HTTP/1.1 422") && refused.contains("S006"), "{refused}");
}
