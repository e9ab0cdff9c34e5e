//! A small value for each character, found by two looks at tables. For what is asked of every character of a text.

/// Characters of the basic plane to values; every other character has the default.
#[derive(Debug, Clone)]
pub struct CharMap<T> {
    /// Which page holds the characters of this high byte; page 0 is blank.
    pages: Box<[u16; PAGE]>,
    values: Vec<T>,
}

const PAGE: usize = 256;

impl<T: Copy + Default> Default for CharMap<T> {
    fn default() -> Self {
        Self { pages: Box::new([0; PAGE]), values: vec![T::default(); PAGE] }
    }
}

impl<T: Copy + Default> CharMap<T> {
    /// The value of a character.
    #[inline]
    pub fn get(&self, c: char) -> T {
        let code = c as usize;
        let page = self.pages.get(code / PAGE).copied().unwrap_or(0);
        self.values[usize::from(page) * PAGE + code % PAGE]
    }

    /// Sets the value of a character of the basic plane; others keep the default.
    pub fn set(&mut self, c: char, value: T) {
        let code = c as usize;
        let Some(page) = self.pages.get_mut(code / PAGE) else { return };
        if *page == 0 {
            let next = self.values.len() / PAGE;
            *page = next as u16;
            self.values.resize((next + 1) * PAGE, T::default());
        }
        self.values[usize::from(*page) * PAGE + code % PAGE] = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_has_its_own_value() {
        let mut map = CharMap::<u16>::default();
        let all = || (0u32..0x1_0000).filter_map(char::from_u32);
        all().for_each(|c| map.set(c, c as u16));
        map.set('\u{1_0041}', 7);
        assert!(all().all(|c| map.get(c) == c as u16));
        assert_eq!((map.get('\u{1_0041}'), map.get('\u{1_f600}')), (0, 0));
    }
}
