//! What a reading process may take, and how it binds itself before it looks at a single byte. A limit once set cannot be
//! raised again, so that whoever takes the process over is bound as well.

use std::fmt;
use std::time::Duration;

/// What reading one document may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Memory, in MiB.
    pub memory: u64,
    /// Time of the processor, in whole seconds.
    pub processor: u64,
    /// Time by the clock: longer, since others may use the processor meanwhile.
    pub clock: Duration,
    /// Length of the answer, in bytes.
    pub answer: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { memory: 256, processor: 4, clock: Duration::from_secs(8), answer: 64 << 20 }
    }
}

/// The system did not set a limit, so nothing is read.
#[derive(Debug)]
pub struct NotLimited(std::io::Error);

impl fmt::Display for NotLimited {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the system sets no limits: {}", self.0)
    }
}

impl Limits {
    /// Binds this process for good: memory, time, no file or connection opened any more, none written, no program started, no
    /// picture of its memory left behind, and no life after whoever asked.
    #[cfg(target_os = "linux")]
    pub(super) fn bind(&self) -> Result<(), NotLimited> {
        use rustix::process::{Resource, Rlimit, Signal, set_parent_process_death_signal, setrlimit};

        let failed = |e: rustix::io::Errno| NotLimited(e.into());
        set_parent_process_death_signal(Some(Signal::KILL)).map_err(failed)?;
        rustix::thread::set_no_new_privs(true).map_err(failed)?;
        let (memory, seconds) = (self.memory << 20, self.processor);
        // At the first limit of time the process is told, so that its end says what it died of; at the second it is killed.
        let limits = [
            (Resource::As, memory, memory),
            (Resource::Cpu, seconds, seconds + 1),
            (Resource::Core, 0, 0),
            (Resource::Fsize, 0, 0),
            (Resource::Nofile, 3, 3),
            (Resource::Nproc, 0, 0),
        ];
        for (resource, soft, hard) in limits {
            setrlimit(resource, Rlimit { current: Some(soft), maximum: Some(hard) }).map_err(failed)?;
        }
        Ok(())
    }

    /// Elsewhere the clock of whoever asked is the only limit.
    #[cfg(not(target_os = "linux"))]
    pub(super) fn bind(&self) -> Result<(), NotLimited> {
        Ok(())
    }
}
