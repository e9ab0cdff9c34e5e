//! The values a PDF is made of. They hold what was written and know nothing of what it is for.

use std::collections::BTreeMap;

/// A value.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) enum Object {
    #[default]
    Null,
    Bool(bool),
    Number(f64),
    Text(Vec<u8>),
    Name(Vec<u8>),
    Array(Vec<Object>),
    Dict(Dict),
    Stream(Stream),
    /// The number of another object.
    Ref(u32),
    /// Any other word: an operator, a keyword.
    Word(Vec<u8>),
}

/// Names with their values.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Dict(pub BTreeMap<Vec<u8>, Object>);

/// A dictionary with bytes behind it; `start..end` in the file.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stream {
    pub dict: Dict,
    pub start: usize,
    pub end: usize,
}

impl Dict {
    /// The value as it stands; null where there is none.
    pub fn get(&self, name: &str) -> &Object {
        self.0.get(name.as_bytes()).unwrap_or(&Object::Null)
    }

    /// Whether `Type` is this.
    pub fn is_a(&self, kind: &str) -> bool {
        self.get("Type").name() == Some(kind.as_bytes())
    }
}

impl Object {
    pub fn number(&self) -> Option<f64> {
        if let Object::Number(n) = self { Some(*n) } else { None }
    }

    /// A number that counts something.
    pub fn count(&self) -> Option<usize> {
        self.number().filter(|n| *n >= 0.0 && *n < 4e9).map(|n| n as usize)
    }

    pub fn name(&self) -> Option<&[u8]> {
        if let Object::Name(n) = self { Some(n) } else { None }
    }

    pub fn array(&self) -> Option<&[Object]> {
        if let Object::Array(all) = self { Some(all) } else { None }
    }

    /// The dictionary, also that of a stream.
    pub fn dict(&self) -> Option<&Dict> {
        match self {
            Object::Dict(d) => Some(d),
            Object::Stream(s) => Some(&s.dict),
            _ => None,
        }
    }
}
