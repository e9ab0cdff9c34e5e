//! What can be wrong with a PDF: tables of objects that lie or lead in circles, streams that unpack without end, trees of
//! pages that come back, fonts that say nothing, and drawings that never stop.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use crate::Case;

const WORDS: &str = "BT /F1 12 Tf 72 700 Td <65b05efa684968815341516d5ea7> Tj ET";
const CATALOGUE: &str = "<</Type/Catalog/Pages 2 0 R>>";
const TREE: &str = "<</Kids[3 0 R]>>";
const PAGE: &str = "<</Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>";
const FONT: &str = "<</Subtype/Type0/Encoding/UniGB-UCS2-H/DescendantFonts[<</Subtype/CIDFontType0\
    /CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)>>>>]>>";
const SILENT: &str = "<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType0\
    /CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)>>>>]>>";

pub(crate) const CASES: &[Case] = &[
    ("a sound PDF", "a.pdf", sound, "read"),
    ("a PDF cut in half", "a.pdf", || sound()[..sound().len() / 2].to_vec(), "S006"),
    ("a PDF of its first line", "a.pdf", || b"%PDF-1.7\n".to_vec(), "S006"),
    ("a PDF whose table was cut off", "a.pdf", without_table, "read"),
    ("a PDF with a password", "a.pdf", || file(&objects(stream("", WORDS)), "/Encrypt<</Filter/Standard>>"), "S008"),
    ("a PDF locked by an older table", "a.pdf", locked_before, "S008"),
    ("a table of objects before itself", "a.pdf", || file(&objects(stream("", WORDS)), "/Prev 9"), "read"),
    ("tables of objects in a circle", "a.pdf", circle_of_tables, "read"),
    ("a table of objects that are all elsewhere", "a.pdf", elsewhere, "S006"),
    ("a table of a thousand million objects", "a.pdf", claimed, "read"),
    ("a packed table of a hundred million objects", "a.pdf", packed_table, "S005"),
    ("objects that name each other", "a.pdf", || changed(1, "<</Kids 2 0 R>>"), "S001"),
    ("a page that is the catalogue", "a.pdf", || changed(1, "<</Kids[1 0 R]>>"), "S001"),
    ("a tree of pages in a circle", "a.pdf", || changed(2, "<</Kids[2 0 R 3 0 R]>>"), "S001"),
    (
        "a tree of a million pages that are one",
        "a.pdf",
        || changed(1, &format!("<</Kids[{}]>>", "3 0 R ".repeat(1_000_000))),
        "S006",
    ),
    ("a hundred thousand pages", "a.pdf", || changed(1, &format!("<</Kids[{}]>>", "<<>>".repeat(100_000))), "S005"),
    ("a count of pages that is a lie", "a.pdf", || changed(1, "<</Kids[3 0 R]/Count 2147483647>>"), "read"),
    ("a page that is missing", "a.pdf", || changed(1, "<</Kids[3 0 R 99 0 R]>>"), "S006"),
    ("a length that is too long", "a.pdf", || contents(lying("2147483647")), "read"),
    ("a length below nought", "a.pdf", || contents(lying("-7")), "read"),
    ("a length that is its own stream", "a.pdf", || contents(lying("5 0 R")), "read"),
    ("streams that never end", "a.pdf", endless, "S005"),
    ("a stream that unpacks to half a gigabyte", "a.pdf", || contents(flate(&zeros(), "")), "S005"),
    ("a stream packed twice", "a.pdf", packed_twice, "S005"),
    (
        "a stream of repeated runs",
        "a.pdf",
        || contents(stream_of("/Filter[/RunLengthDecode/RunLengthDecode]", &runs())),
        "S005",
    ),
    (
        "a stream with rows of a million columns",
        "a.pdf",
        || contents(flate(&[2; 9000], "/DecodeParms<</Predictor 15/Columns 1000000000>>")),
        "S001",
    ),
    ("a stream that is not packed as it says", "a.pdf", || contents(stream("/Filter/FlateDecode", WORDS)), "S006"),
    ("a stream of objects that is a bomb", "a.pdf", object_bomb, "S005"),
    ("a stream of a million objects", "a.pdf", million_objects, "S005"),
    ("a stream of objects in itself", "a.pdf", || contents(stream("/Type/ObjStm/First 4/N 1", "9 0 null")), "S001"),
    ("values nested two hundred thousand deep", "a.pdf", || changed(2, &"[".repeat(200_000)), "S006"),
    ("forms in forms without end", "a.pdf", forms, "S005"),
    ("a font that is not there", "a.pdf", || changed(3, "null"), "S010"),
    ("a font that names no characters", "a.pdf", || changed(3, SILENT), "S010"),
    ("a font that names four thousand million", "a.pdf", wide_map, "read"),
    (
        "a font with widths for all of them",
        "a.pdf",
        || changed(3, &FONT.replace("/CIDSystemInfo", "/W[0 4294967295 500]/CIDSystemInfo")),
        "read",
    ),
    ("a map of characters that uses itself", "a.pdf", own_map, "read"),
    ("pictures of pages", "a.pdf", picture, "S009"),
    ("a picture in a line that never ends", "a.pdf", || contents(stream("", "BI /W 9 /H 9 ID xxxx")), "S009"),
    ("a million saved states", "a.pdf", || contents(stream("", &format!("{}{WORDS}", "q ".repeat(1_000_000)))), "read"),
    ("four hundred thousand lines", "a.pdf", || contents(stream("", &many_lines())), "read"),
    ("a million characters at one place", "a.pdf", || contents(stream("", &crowd())), "read"),
    (
        "words at places that are no numbers",
        "a.pdf",
        || contents(stream("", &format!("1e38 0 0 1e38 1e38 1e38 cm 1e38 0 0 1e38 0 0 cm {WORDS}"))),
        "S001",
    ),
];

/// A stream with this written in its dictionary, and its length.
fn stream_of(dict: &str, bytes: &[u8]) -> Vec<u8> {
    let mut out = format!("<<{dict}/Length {}>>\nstream\n", bytes.len()).into_bytes();
    out.extend(bytes);
    out.extend(b"\nendstream");
    out
}

fn stream(dict: &str, text: &str) -> Vec<u8> {
    stream_of(dict, text.as_bytes())
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(vec![], Compression::best());
    encoder.write_all(bytes).expect("bytes are packed");
    encoder.finish().expect("bytes are packed")
}

fn flate(bytes: &[u8], dict: &str) -> Vec<u8> {
    stream_of(&format!("/Filter/FlateDecode{dict}"), &packed(bytes))
}

/// The objects of a file of one page with these contents.
fn objects(contents: Vec<u8>) -> Vec<Vec<u8>> {
    let mut all: Vec<Vec<u8>> = [CATALOGUE, TREE, PAGE, FONT].map(|o| o.as_bytes().to_vec()).into();
    all.push(contents);
    all
}

/// A file of these objects, the first of which is the catalogue, with this in its trailer.
fn file(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut out = b"%PDF-1.5\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (n, object) in objects.iter().enumerate() {
        table += &format!("{:010} 00000 n \n", out.len());
        out.extend(format!("{} 0 obj\n", n + 1).bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    let start = out.len();
    let end =
        format!("{table}trailer\n<</Size {}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    out.extend(end.bytes());
    out
}

fn contents(contents: Vec<u8>) -> Vec<u8> {
    file(&objects(contents), "")
}

fn sound() -> Vec<u8> {
    contents(stream("", WORDS))
}

/// The sound file with another object in the place of one, counted from nought.
fn changed(n: usize, object: &str) -> Vec<u8> {
    let mut all = objects(stream("", WORDS));
    all[n] = object.as_bytes().to_vec();
    file(&all, "")
}

/// Where the table of the objects begins.
fn table(bytes: &[u8]) -> usize {
    bytes.windows(5).rposition(|w| w == b"\nxref").expect("a table") + 1
}

fn without_table() -> Vec<u8> {
    let mut bytes = sound();
    bytes.truncate(table(&bytes));
    bytes.extend(b"startxref\n99999999\n%%EOF");
    bytes
}

fn locked_before() -> Vec<u8> {
    let mut bytes = file(&objects(stream("", WORDS)), "/Encrypt<</Filter/Standard>>");
    let (before, now) = (table(&bytes), bytes.len());
    bytes.extend(format!("xref\n0 0\ntrailer\n<</Root 1 0 R/Prev {before}>>\nstartxref\n{now}\n%%EOF").bytes());
    bytes
}

fn circle_of_tables() -> Vec<u8> {
    let mut bytes = sound();
    let mut before = table(&bytes);
    for _ in 0..50_000 {
        let now = bytes.len();
        bytes.extend(format!("xref\n0 0\ntrailer\n<</Prev {before}/XRefStm {now}>>\n").bytes());
        before = now;
    }
    bytes.extend(format!("startxref\n{before}\n%%EOF").bytes());
    bytes
}

fn elsewhere() -> Vec<u8> {
    let mut bytes = sound();
    let start = table(&bytes);
    for digit in bytes[start..].iter_mut().filter(|b| **b == b'1') {
        *digit = b'7';
    }
    bytes
}

fn claimed() -> Vec<u8> {
    let text = String::from_utf8(sound()).expect("letters");
    text.replace("xref\n0 6", "xref\n0 1000000000").into_bytes()
}

fn packed_table() -> Vec<u8> {
    let mut bytes = b"%PDF-1.5\n".to_vec();
    let dict = "/Type/XRef/W[1 2 1]/Index[0 100000000]/Size 100000000/Root 1 0 R";
    bytes.extend(b"1 0 obj\n");
    bytes.extend(flate(&[1; 50 << 20], dict));
    bytes.extend(b"\nendobj\nstartxref\n9\n%%EOF");
    bytes
}

/// A stream of words with a length that is not its own.
fn lying(length: &str) -> Vec<u8> {
    format!("<</Length {length}>>\nstream\n{WORDS}\nendstream").into_bytes()
}

fn endless() -> Vec<u8> {
    let mut all = objects(stream("", WORDS));
    let kids: String = (0..2000).map(|n| format!("{} 0 R ", n + 6)).collect();
    all[2] = format!("<</Contents[{kids}]>>").into_bytes();
    all.extend((0..2000).map(|_| b"<</Length 99999999>>\nstream\nq".to_vec()));
    file(&all, "")
}

fn zeros() -> Vec<u8> {
    vec![b' '; 500 << 20]
}

fn packed_twice() -> Vec<u8> {
    contents(stream_of("/Filter[/FlateDecode/FlateDecode]", &packed(&packed(&zeros()))))
}

/// Runs of runs: each two bytes become 128 and those 64 times as many.
fn runs() -> Vec<u8> {
    [0x81, 0x81].repeat(100_000)
}

fn object_bomb() -> Vec<u8> {
    contents(flate(&zeros()[..100 << 20], "/Type/ObjStm/First 4/N 1"))
}

fn million_objects() -> Vec<u8> {
    let heads: String = (0..1_000_000).map(|n| format!("{} 0 ", n + 100)).collect();
    let mut all = objects(flate(heads.as_bytes(), &format!("/Type/ObjStm/First {}/N 1000000", heads.len())));
    all[2] = b"<</Contents 100 0 R>>".to_vec();
    file(&all, "")
}

fn forms() -> Vec<u8> {
    let mut all = objects(stream("", "/A Do"));
    all[2] = b"<</Contents 5 0 R/Resources<</XObject<</A 6 0 R>>>>>>".to_vec();
    all.push(stream("/Subtype/Form/Resources<</XObject<</A 6 0 R>>>>", &"/A Do ".repeat(16)));
    file(&all, "")
}

/// The sound file with a map of characters.
fn mapped(map: &str) -> Vec<u8> {
    let mut all = objects(stream("", WORDS));
    all[3] = SILENT.replace("/Encoding", "/ToUnicode 6 0 R/Encoding").into_bytes();
    all.push(stream("", map));
    file(&all, "")
}

fn wide_map() -> Vec<u8> {
    mapped(
        "1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <00000000> <ffffffff> <0020> endbfrange 1 beginbfrange <0000> <ffff> <0000> endbfrange",
    )
}

fn own_map() -> Vec<u8> {
    let mut all = objects(stream("", WORDS));
    all[3] = FONT.replace("/UniGB-UCS2-H", " 6 0 R").into_bytes();
    all.push(stream("/Type/CMap/UseCMap 6 0 R", "/UniGB-UCS2-H usecmap"));
    file(&all, "")
}

fn picture() -> Vec<u8> {
    let mut all = objects(stream("", "/I Do"));
    all[2] = b"<</Contents 5 0 R/Resources<</XObject<</I 6 0 R>>>>>>".to_vec();
    all.push(stream("/Subtype/Image/Width 20000/Height 30000/Filter/DCTDecode", "x"));
    file(&all, "")
}

fn many_lines() -> String {
    let lines: String = (0..200_000).map(|n| format!("0 {0} m 500 {0} l S {0} 0 m {0} 800 l S ", n % 800)).collect();
    format!("{WORDS} {lines}")
}

fn crowd() -> String {
    let word = "<65b05efa684968815341516d5ea765b05efa6849> Tj 0 0 Td ";
    format!("BT /F1 12 Tf 72 700 Td {} ET", word.repeat(100_000))
}
