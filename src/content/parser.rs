//! JSON (RFC 8259) for serde. `serde_json` takes 2.5 KB more of WebAssembly, for numbers, formats and errors that the content
//! does not have (docs/size.md); the tests compare with it.

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;
use std::fmt;

/// How deep lists and objects may stand in each other: deeper ones could use up the stack.
const DEPTH: usize = 100;

/// What was expected instead of what is there.
#[derive(Debug)]
pub struct Expected(&'static str);

impl fmt::Display for Expected {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(self.0)
    }
}

impl std::error::Error for Expected {}

impl Error for Expected {
    /// No value that is read here finds anything wrong by itself.
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self("another value")
    }
}

type Result<T> = std::result::Result<T, Expected>;

/// A text that is read from its beginning.
pub struct Parser<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
}

impl<'t> Parser<'t> {
    /// At the beginning of a text.
    pub fn new(text: &'t str) -> Self {
        Self { text, at: 0, depth: 0 }
    }

    /// The line and the column, in characters, from 1.
    pub fn position(&self) -> (usize, usize) {
        let read = self.text.get(..self.at).unwrap_or_default();
        read.chars()
            .fold((1, 1), |(line, column), letter| if letter == '\n' { (line + 1, 1) } else { (line, column + 1) })
    }

    /// Nothing but space may follow.
    pub fn end(&mut self) -> Result<()> {
        match self.next_token() {
            None => Ok(()),
            Some(_) => Err(Expected("nothing more")),
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The first byte that is no space.
    fn next_token(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
        self.peek()
    }

    fn take(&mut self, text: &str) -> bool {
        let found = self.text.as_bytes().get(self.at..).is_some_and(|rest| rest.starts_with(text.as_bytes()));
        self.at += if found { text.len() } else { 0 };
        found
    }

    fn digits(&mut self) -> Result<()> {
        let from = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        if self.at == from { Err(Expected("a digit")) } else { Ok(()) }
    }

    /// A number (section 6): its value if it is whole and not too large.
    fn number(&mut self) -> Result<Option<i64>> {
        let from = self.at;
        self.take("-");
        if !self.take("0") {
            self.digits()?;
        }
        let whole = self.text.get(from..self.at).and_then(|digits| digits.parse().ok());
        let end = self.at;
        if self.take(".") {
            self.digits()?;
        }
        if self.take("e") || self.take("E") {
            let _ = self.take("+") || self.take("-");
            self.digits()?;
        }
        Ok(whole.filter(|_| self.at == end))
    }

    /// What stands in quotes (section 7), from behind the first one.
    fn string(&mut self) -> Result<String> {
        let mut text = String::new();
        loop {
            let from = self.at;
            while self.peek().is_some_and(|byte| !matches!(byte, b'"' | b'\\' | 0..0x20)) {
                self.at += 1;
            }
            text.push_str(self.text.get(from..self.at).unwrap_or_default());
            if self.take("\"") {
                return Ok(text);
            }
            match self.peek() {
                Some(b'\\') => self.at += 1,
                None | Some(b'\n' | b'\r') => {
                    return Err(Expected("the text to end with a quotation mark in the same line"));
                }
                Some(_) => return Err(Expected("\\t in place of a tab, and no other control character")),
            }
            text.push(self.escaped()?);
        }
    }

    /// What stands behind a backslash.
    fn escaped(&mut self) -> Result<char> {
        const WRONG: Expected =
            Expected("one of \" \\ / b f n r t, or u and four hexadecimal digits, behind the backslash");
        let letter = match self.peek() {
            Some(letter @ (b'"' | b'\\' | b'/')) => letter,
            Some(b'b') => 8,
            Some(b'f') => 12,
            Some(b'n') => b'\n',
            Some(b'r') => b'\r',
            Some(b't') => b'\t',
            Some(b'u') => {
                self.at += 1;
                let high = self.hexadecimal().ok_or(WRONG)?;
                let code = match high {
                    // Two of them are one character (RFC 8259, section 7).
                    0xd800..0xdc00 => match self.take("\\u").then(|| self.hexadecimal()).flatten() {
                        Some(low @ 0xdc00..0xe000) => 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00),
                        _ => return Err(Expected("the second half of a character behind its first")),
                    },
                    0xdc00..0xe000 => return Err(Expected("the first half of a character before its second")),
                    code => code,
                };
                return char::from_u32(code).ok_or(WRONG);
            }
            _ => return Err(WRONG),
        };
        self.at += 1;
        Ok(letter.into())
    }

    fn hexadecimal(&mut self) -> Option<u32> {
        let digits = self.text.as_bytes().get(self.at..self.at + 4)?;
        let code = digits.iter().try_fold(0, |code, &digit| Some(code * 16 + char::from(digit).to_digit(16)?))?;
        self.at += 4;
        Some(code)
    }

    /// Goes on to the next entry of a list or an object, if it does not end here.
    fn entry(&mut self, first: &mut bool, end: u8, expected: &'static str) -> Result<bool> {
        match self.next_token() {
            Some(byte) if byte == end => {
                self.at += 1;
                Ok(false)
            }
            // What is missing there says who reads it.
            _ if std::mem::take(first) => Ok(true),
            Some(b',') => {
                self.at += 1;
                if self.next_token() == Some(end) { Err(Expected("another entry behind the comma")) } else { Ok(true) }
            }
            _ => Err(Expected(expected)),
        }
    }
}

impl<'de> Deserializer<'de> for &mut Parser<'_> {
    type Error = Expected;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let token = self.next_token();
        match token {
            Some(b'"') => {
                self.at += 1;
                visitor.visit_string(self.string()?)
            }
            Some(b'-' | b'0'..=b'9') => match self.number()? {
                Some(whole) => visitor.visit_i64(whole),
                None => visitor.visit_f64(f64::NAN),
            },
            Some(open @ (b'[' | b'{')) => {
                self.at += 1;
                self.depth += 1;
                if self.depth > DEPTH {
                    return Err(Expected("lists and objects that do not stand so deep in each other"));
                }
                let entries = Entries { parser: self, first: true };
                let value = if open == b'[' { visitor.visit_seq(entries) } else { visitor.visit_map(entries) };
                self.depth -= 1;
                value
            }
            _ if self.take("true") => visitor.visit_bool(true),
            _ if self.take("false") => visitor.visit_bool(false),
            _ if self.take("null") => visitor.visit_unit(),
            _ => Err(Expected("a value")),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct newtype_struct seq
        tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// The entries of a list or an object.
struct Entries<'p, 't> {
    parser: &'p mut Parser<'t>,
    first: bool,
}

impl<'de> SeqAccess<'de> for Entries<'_, '_> {
    type Error = Expected;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        let more = self.parser.entry(&mut self.first, b']', "a comma, or ] at the end of the list")?;
        if more { seed.deserialize(&mut *self.parser).map(Some) } else { Ok(None) }
    }
}

impl<'de> MapAccess<'de> for Entries<'_, '_> {
    type Error = Expected;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        if !self.parser.entry(&mut self.first, b'}', "a comma, or } at the end of the object")? {
            return Ok(None);
        }
        if self.parser.peek() != Some(b'"') {
            return Err(Expected("a key in quotation marks"));
        }
        seed.deserialize(&mut *self.parser).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        self.parser.next_token();
        if !self.parser.take(":") {
            return Err(Expected("a colon behind the key"));
        }
        seed.deserialize(&mut *self.parser)
    }
}
