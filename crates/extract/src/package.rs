//! The zip container of .docx and .xlsx: parts by name, each unpacked only when asked for and only within limits. Names
//! are never used as paths, so that a name with `..` harms nothing.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use yinuo_diag::{Diagnostic, Text, codes};
use zip::ZipArchive;
use zip::result::ZipError;

use crate::limits;

/// The most entries.
const MAX_ENTRIES: usize = 4096;
/// The most bytes of one part.
const MAX_PART: u64 = 48 * 1024 * 1024;
/// The most bytes of all parts that are read.
const MAX_TOTAL: u64 = 64 * 1024 * 1024;
/// How much larger than its packed bytes a part may be, once it is over [`RATIO_FROM`].
const MAX_RATIO: u64 = 200;
const RATIO_FROM: u64 = 1024 * 1024;

/// An opened container.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    names: HashMap<String, usize>,
    unpacked: u64,
}

impl<'a> Package<'a> {
    /// Reads the directory.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Box<Diagnostic>> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| refused(&e))?;
        if archive.len() > MAX_ENTRIES {
            return Err(limits::over(
                format!("压缩包里有 {} 个文件，超过 {MAX_ENTRIES} 个", archive.len()),
                format!("the archive holds {} parts, more than {MAX_ENTRIES}", archive.len()),
            ));
        }
        let names = archive.file_names().enumerate();
        let names = names.filter_map(|(n, name)| Some((name.ok()?.trim_start_matches('/').to_ascii_lowercase(), n)));
        Ok(Self { names: names.collect(), archive, unpacked: 0 })
    }

    /// Whether there is such a part. Names are compared without regard to case, as the standard asks.
    pub fn has(&self, name: &str) -> bool {
        self.names.contains_key(&name.to_ascii_lowercase())
    }

    /// The text of a part; `None` when there is no such part.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Box<Diagnostic>> {
        let Some(&n) = self.names.get(&name.to_ascii_lowercase()) else { return Ok(None) };
        let file = self.archive.by_index(n).map_err(|e| refused(&e))?;
        let limit = MAX_PART.min(MAX_TOTAL - self.unpacked);
        let packed = file.compressed_size();
        let ratio_limit = (packed.max(1)).saturating_mul(MAX_RATIO).max(RATIO_FROM);
        let mut bytes = vec![];
        // What the directory says of sizes is not believed: reading stops at the limit whatever it says.
        let read = file.take(limit.min(ratio_limit) + 1).read_to_end(&mut bytes);
        if bytes.len() as u64 > limit.min(ratio_limit) {
            return Err(limits::over(
                "压缩包解开后过大，可能是压缩炸弹",
                "the archive unpacks to far more than its size; it may be a decompression bomb",
            ));
        }
        read.map_err(|_| damaged())?;
        // Packed bytes count as well: a part that unpacks to nothing may be asked for again and again.
        self.unpacked = (self.unpacked + packed.max(bytes.len() as u64)).min(MAX_TOTAL);
        decode(bytes).map(Some)
    }
}

/// XML of office files is UTF-8; the standard allows UTF-16 as well.
fn decode(bytes: Vec<u8>) -> Result<String, Box<Diagnostic>> {
    match encoding_rs::Encoding::for_bom(&bytes) {
        Some((encoding, mark)) => {
            let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..]);
            text.map(|t| t.into_owned()).ok_or_else(damaged)
        }
        None => String::from_utf8(bytes).map_err(|_| damaged()),
    }
}

fn refused(error: &ZipError) -> Box<Diagnostic> {
    match error {
        ZipError::UnsupportedArchive(why) if *why == ZipError::PASSWORD_REQUIRED => encrypted(),
        ZipError::InvalidPassword => encrypted(),
        _ => damaged(),
    }
}

/// The diagnostic for a file that cannot be read to its end.
pub(crate) fn damaged() -> Box<Diagnostic> {
    let message = Text::new("文件不完整或已损坏，没有读取", "the file is incomplete or damaged and was not read");
    Box::new(Diagnostic::new(&codes::FILE_DAMAGED, message).help(Text::new(
        "重新下载或请对方重发；能用 Word、Excel 或 WPS 打开的，另存为新文件再试",
        "get it again, or open it in an office program and save it as a new file",
    )))
}

/// The diagnostic for a file that asks for a password.
pub(crate) fn encrypted() -> Box<Diagnostic> {
    let message = Text::new("文件有打开密码，读不到内容", "the file can only be opened with a password");
    Box::new(Diagnostic::new(&codes::FILE_ENCRYPTED, message).help(Text::new(
        "在 Office 或 WPS 里打开，去掉密码，另存后再试",
        "open it in the office program, remove the password and save it again",
    )))
}
