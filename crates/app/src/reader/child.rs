//! Reading in a process of its own. The bytes go in, a reading comes out; whatever becomes of the process, here it is a
//! document or a sentence that says why there is none.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_extract::{Document, carry};

use super::limits::{Limits, NotLimited};
use super::turns::Turns;
use super::{Direct, Reader};

/// How long a process that has said everything may take to leave.
const LEAVING: Duration = Duration::from_millis(500);

/// Lets a program read, which is started anew for each document, so many at once.
#[derive(Debug)]
pub struct InChild {
    program: PathBuf,
    arguments: Vec<String>,
    limits: Limits,
    turns: Turns,
}

/// Why a process gave no reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stopped {
    /// It took too long by the clock.
    Clock,
    /// It took too much time of the processor.
    Processor,
    /// It wanted too much memory.
    Memory,
    /// It said too much.
    Answer,
    /// It ended before it was done.
    Ended,
}

/// The reading process: takes a document from `from`, says what it reads on `to`. Binds itself first.
pub fn answer(limits: Limits, mut from: impl Read, to: impl Write) -> Result<(), AnswerError> {
    limits.bind().map_err(AnswerError::NotLimited)?;
    let mut length = [0; 4];
    from.read_exact(&mut length).map_err(AnswerError::Io)?;
    let mut name = vec![0; (u32::from_le_bytes(length) as usize).min(MAX_NAME)];
    from.read_exact(&mut name).map_err(AnswerError::Io)?;
    let mut bytes = vec![];
    from.read_to_end(&mut bytes).map_err(AnswerError::Io)?;
    let outcome = Direct.read(&String::from_utf8_lossy(&name), &bytes);
    drop(bytes);
    let mut to = io::BufWriter::new(to);
    carry::pack(&outcome, &mut to).and_then(|()| to.flush()).map_err(AnswerError::Io)
}

/// Why the reading process did not answer.
#[derive(Debug, thiserror::Error)]
pub enum AnswerError {
    /// It could not bind itself.
    #[error("{0}")]
    NotLimited(NotLimited),
    /// It is not spoken to as it has to be.
    #[error("{0}")]
    Io(io::Error),
}

/// The longest name of a document, in bytes.
const MAX_NAME: usize = 4096;

impl InChild {
    /// Starts `program` with `arguments` for each document; it has to call [`answer`]. The limits are told to it as its last
    /// arguments: MiB, and seconds of the processor.
    pub fn new(program: &Path, arguments: &[&str], limits: Limits) -> Self {
        let arguments = arguments.iter().map(|a| a.to_string());
        let told = [limits.memory.to_string(), limits.processor.to_string()];
        let at_once = thread::available_parallelism().map_or(1, usize::from);
        let arguments = arguments.chain(told).collect();
        Self { program: program.to_path_buf(), arguments, limits, turns: Turns::new(at_once) }
    }

    /// What the process said, all of it.
    fn ask(&self, name: &str, bytes: &[u8]) -> Result<Vec<u8>, Stopped> {
        let started = Instant::now();
        let mut child = self.start().map_err(|_| Stopped::Ended)?;
        thread::scope(|scope| {
            let (said, hear) = mpsc::channel();
            let (input, output) = (child.stdin.take(), child.stdout.take());
            // Either thread ends when the process does, which is killed below if it does not end by itself.
            scope.spawn(move || input.map(|input| send(input, name, bytes)));
            let most = self.limits.answer;
            scope.spawn(move || said.send(output.map(|output| take(output, most))));
            let heard = hear.recv_timeout(self.limits.clock.saturating_sub(started.elapsed()));
            let status = leave(&mut child, if heard.is_ok() { LEAVING } else { Duration::ZERO });
            match heard {
                Err(_) => Err(Stopped::Clock),
                Ok(Some(Ok(said))) if said.len() as u64 > most => Err(Stopped::Answer),
                Ok(Some(Ok(said))) if status.is_some_and(|s| s.success()) => Ok(said),
                Ok(_) => Err(why(status)),
            }
        })
    }

    /// The process knows nothing of where it was started: no variables, no folder of ours, no way to talk but two pipes.
    fn start(&self) -> io::Result<Child> {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).env_clear().current_dir("/");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()
    }
}

impl Reader for InChild {
    fn read(&self, name: &str, bytes: &[u8]) -> Result<Document, Box<Diagnostic>> {
        if bytes.len() > yinuo_extract::MAX_BYTES {
            return Err(Box::new(yinuo_extract::too_large()));
        }
        let said = {
            let _turn = self.turns.take();
            self.ask(name, bytes).map_err(|why| self.stopped(why))?
        };
        carry::unpack(&said, name, bytes).unwrap_or_else(|_| Err(self.stopped(Stopped::Ended)))
    }
}

impl InChild {
    fn stopped(&self, why: Stopped) -> Box<Diagnostic> {
        let Limits { memory, processor, clock, .. } = self.limits;
        let clock = clock.as_secs_f32();
        let (zh, en) = match why {
            Stopped::Clock => (format!("读取超过 {clock} 秒"), format!("it took over {clock} s")),
            Stopped::Processor => {
                (format!("读取占用处理器超过 {processor} 秒"), format!("it took over {processor} s of the processor"))
            }
            Stopped::Memory => (format!("读取需要的内存超过 {memory} MiB"), format!("it needed over {memory} MiB")),
            Stopped::Answer => ("读出的内容过多".to_string(), "it held too much".to_string()),
            Stopped::Ended => ("读取中途停止".to_string(), "reading ended halfway".to_string()),
        };
        let message = Text::new(
            format!("文件没能在限度内读完：{zh}"),
            format!("the document could not be read within its limits: {en}"),
        );
        let help = Text::new(
            "再试一次；仍然不行的，只保留清单所在的部分，另存为新文件再试",
            "try again; if that fails, keep only the part that holds the list, save it as a new file and try that",
        );
        Box::new(Diagnostic::new(&codes::READING_STOPPED, message).help(help))
    }
}

fn send(mut input: impl Write, name: &str, bytes: &[u8]) -> io::Result<()> {
    let name = &name.as_bytes()[..name.floor_char_boundary(MAX_NAME)];
    input.write_all(&(name.len() as u32).to_le_bytes())?;
    input.write_all(name)?;
    input.write_all(bytes)
}

/// All that is said, and one byte more than is allowed.
fn take(output: impl Read, most: u64) -> io::Result<Vec<u8>> {
    let mut said = vec![];
    output.take(most + 1).read_to_end(&mut said)?;
    Ok(said)
}

/// Waits until the process has left, and makes it leave when it does not.
fn leave(child: &mut Child, patience: Duration) -> Option<ExitStatus> {
    let until = Instant::now() + patience;
    while Instant::now() < until {
        match child.try_wait() {
            Ok(None) => thread::sleep(Duration::from_micros(200)),
            Ok(left) => return left,
            Err(_) => break,
        }
    }
    let _ = child.kill();
    child.wait().ok()
}

/// What a process died of. The standard library ends a process for which there is no memory by SIGABRT.
#[cfg(unix)]
fn why(status: Option<ExitStatus>) -> Stopped {
    use std::os::unix::process::ExitStatusExt;

    const ABORT: i32 = 6;
    const PROCESSOR_TIME: i32 = 24;
    match status.and_then(|s| s.signal()) {
        Some(ABORT) => Stopped::Memory,
        Some(PROCESSOR_TIME) => Stopped::Processor,
        _ => Stopped::Ended,
    }
}

#[cfg(not(unix))]
fn why(_: Option<ExitStatus>) -> Stopped {
    Stopped::Ended
}
