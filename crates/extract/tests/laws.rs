//! Laws of reading that hold for any bytes: no panic, and blocks that lie in the text, in order, on character borders.

use proptest::prelude::*;
use yinuo_extract::{Document, read};

fn assert_blocks(doc: &Document) {
    let mut end = 0;
    for block in &doc.blocks {
        let (start, stop) = (block.span.start as usize, block.span.end as usize);
        assert!(end <= start && start < stop);
        let words = doc.text.get(start..stop).expect("a block stands on character borders");
        assert!(!words.contains(['\n', '\r']) && words.trim() == words);
        end = stop;
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), name in "[a-z]{1,3}(\\.md)?") {
        if let Ok(doc) = read(&name, &bytes) {
            assert_blocks(&doc);
        }
    }

    #[test]
    fn utf8_text_is_kept_to_the_byte(text in "[#\\-* \u{3000}\r\n\t一-龥0-9a-z，。]{0,200}", name in "a(\\.md|\\.txt)") {
        if let Ok(doc) = read(&name, text.as_bytes()) {
            // of Markdown pairs of bold marks are left out, and nothing else
            let bold = name.ends_with(".md") && text.contains("**");
            let kept = |t: &str| if bold { t.replace('*', "") } else { t.to_string() };
            prop_assert_eq!(kept(&doc.text), kept(&text));
            assert_blocks(&doc);
        }
    }

    #[test]
    fn gb18030_is_read_back(text in "[一-龥]{20,60}[0-9，。\n]{0,9}[一-龥]{20,60}") {
        let (bytes, ..) = encoding_rs::GB18030.encode(&text);
        prop_assume!(std::str::from_utf8(&bytes).is_err());
        let doc = read("a.txt", &bytes).expect("Chinese text is text");
        prop_assert_eq!(&doc.text, &text);
        prop_assert_eq!(doc.encoding, "gb18030");
    }
}
