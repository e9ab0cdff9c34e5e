//! Characters to the ones people write. Fonts share one glyph between an ideograph and the radical or the compatibility
//! form that looks like it, and a PDF then names the wrong one of them: `⽉` for `月`.

/// Radicals that have no decomposition in Unicode, each with the ideograph it stands for.
const RADICALS: &str = "⺁厂⺄乙⺅亻⺇几⺈刀⺋卩⺌小⺍小⺏尢⺒巳⺓幺⺔彑⺖忄⺗心⺘扌⺙攵⺛旡⺝月⺞歺⺠民⺡氵⺢水⺣灬⺤爪⺥爪⺦丬⺧牛⺨犭⺩王⺪疋⺬示⺭礻⺮竹⺯糸⺰纟⺱罓⺲罒⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑长⻒镸⻓长⻔门⻕阝⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龟⻲亀⻳龟";

/// The ideographs of the 214 radicals from U+2F00 on, in their order, in the forms written in China.
const KANGXI: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// The character a person would write; `None` for one that shows nothing.
pub(super) fn folded(c: char) -> Option<char> {
    match c {
        '\u{2f00}'..='\u{2fd5}' => KANGXI.chars().nth(c as usize - 0x2f00),
        '\u{2e80}'..='\u{2ef3}' => {
            let at = RADICALS.chars().step_by(2).position(|r| r == c);
            at.and_then(|n| RADICALS.chars().nth(2 * n + 1)).or(Some(c))
        }
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\t' => Some(' '),
        '\u{f0b7}' | '\u{f06c}' => Some('•'),
        // One glyph is the bar and the dash in Chinese fonts; people type the dash.
        '\u{2015}' => Some('—'),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => None,
        c if c.is_control() => None,
        c => Some(c),
    }
}

/// The signs that a font draws as one; empty for any other character.
pub(super) fn letters(c: char) -> &'static str {
    match c {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        // Chinese fonts draw the two dashes that people type as one sign.
        '⸺' => "——",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_become_ideographs() {
        for (from, to) in [
            ('⽉', '月'),
            ('⼀', '一'),
            ('⿕', '龠'),
            ('⼾', '户'),
            ('⻓', '长'),
            ('⻔', '门'),
            ('⻢', '马'),
            ('⺠', '民'),
            ('桥', '桥'),
            ('―', '—'),
        ] {
            assert_eq!(folded(from), Some(to));
        }
        assert_eq!((letters('⸺'), letters('ﬁ'), letters('桥')), ("——", "fi", ""));
        assert_eq!(KANGXI.chars().count(), 214);
        assert_eq!([folded('\u{a0}'), folded('\u{200b}'), folded('\u{7}')], [Some(' '), None, None]);
    }
}
