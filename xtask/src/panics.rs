//! What the WebAssembly would say when it panics, taken out: on a phone nobody hears it.
//!
//! A panic ends the app all the same, at once: the instruction `unreachable` is a trap, and the page's own script goes on
//! without the app (loader/early.js). Rust's own way to this, `panic = "immediate-abort"`, wants a compiler that is not
//! stable and a standard library built anew. What it gives stands in docs/size.md.

use anyhow::{Context, Result, ensure};
use std::collections::HashSet;
use walrus::ir::{Instr, InstrSeqId, Unreachable, Value, Visitor, VisitorMut, dfs_in_order, dfs_pre_order_mut};
use walrus::{ConstExpr, DataKind, FunctionId, LocalFunction, Module};

/// How the name of a file ends that a panic names as its place.
const SOURCE: &[u8] = b".rs";

/// WebAssembly that ends where `wasm` would panic, and says nothing.
///
/// # Errors
/// When it cannot be read, or names no place in its source: then the compiler writes these in another way than is known.
pub fn silence(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::from_buffer(wasm).map_err(|error| error.context("the WebAssembly cannot be read"))?;
    end_at_once(&mut module);
    let places = forget_places(&mut module)?;
    ensure!(places > 0, "the WebAssembly names no place in its source as panics do: see xtask/src/panics.rs");
    Ok(module.emit_wasm())
}

/// Puts a trap in place of each function that never returns, and of each call of one. Whatever leads only there is then of
/// no use, and wasm-opt takes it out.
fn end_at_once(module: &mut Module) {
    let ends: HashSet<FunctionId> =
        module.funcs.iter_local().filter(|(_, function)| never_returns(function)).map(|(id, _)| id).collect();
    for (id, function) in module.funcs.iter_local_mut() {
        let entry = function.entry_block();
        if ends.contains(&id) {
            function.block_mut(entry).instrs.drain(..).for_each(drop);
            function.builder_mut().func_body().unreachable();
        } else {
            dfs_pre_order_mut(&mut Calls { ends: &ends }, function, entry);
        }
    }
}

/// Whether the function ends in a trap, and no way leads out of it before.
fn never_returns(function: &LocalFunction) -> bool {
    let entry = function.entry_block();
    let mut ways = Ways { entry, out: false };
    dfs_in_order(&mut ways, function, entry);
    !ways.out && matches!(function.block(entry).instrs.last(), Some((Instr::Unreachable(_), _)))
}

/// Looks for ways out of a function.
struct Ways {
    entry: InstrSeqId,
    out: bool,
}

impl Visitor<'_> for Ways {
    fn visit_instr(&mut self, instr: &Instr, _: &walrus::ir::InstrLocId) {
        self.out |= match instr {
            Instr::Return(_) | Instr::ReturnCall(_) | Instr::ReturnCallIndirect(_) | Instr::ReturnCallRef(_) => true,
            Instr::Br(branch) => branch.block == self.entry,
            Instr::BrIf(branch) => branch.block == self.entry,
            Instr::BrTable(table) => table.default == self.entry || table.blocks.contains(&self.entry),
            _ => false,
        };
    }
}

/// Puts traps in place of calls.
struct Calls<'a> {
    ends: &'a HashSet<FunctionId>,
}

impl VisitorMut for Calls<'_> {
    fn visit_instr_mut(&mut self, instr: &mut Instr, _: &mut walrus::ir::InstrLocId) {
        if let Instr::Call(call) = instr
            && self.ends.contains(&call.func)
        {
            *instr = Unreachable {}.into();
        }
    }
}

/// Blanks the places in the source that panics name, and the names of the files. It gives the number of places.
///
/// Each is a `core::panic::Location`: where the name stands and how long it is, line and column, four bytes each.
fn forget_places(module: &mut Module) -> Result<usize> {
    let mut places = 0;
    let mut names = Vec::new();
    let mut image = Image::of(module)?;
    for place in (0..image.bytes.len()).step_by(4) {
        let [Some(name), Some(length), Some(line), Some(column)] =
            [0, 4, 8, 12].map(|field| image.number(place + field))
        else {
            break;
        };
        let name = name.wrapping_sub(image.start);
        let Some(text) = image.bytes.get(name..name.saturating_add(length)) else { continue };
        if text.ends_with(SOURCE) && text.is_ascii() && (1..100_000).contains(&line) && (1..1_000).contains(&column) {
            places += 1;
            names.push(name..name + length);
            image.bytes[place..place + 16].fill(0);
        }
    }
    for name in names {
        image.bytes[name].fill(0);
    }
    image.put_into(module);
    Ok(places)
}

/// What the memory holds at the start.
struct Image {
    /// The address of the first byte, a multiple of four.
    start: usize,
    bytes: Vec<u8>,
}

impl Image {
    fn of(module: &Module) -> Result<Self> {
        let parts = module.data.iter().map(|data| Some((address(&data.kind)?, &data.value)));
        let parts = parts.collect::<Option<Vec<_>>>().context("expected data at fixed addresses")?;
        let start = parts.iter().map(|(at, _)| at - at % 4).min().unwrap_or_default();
        let end = parts.iter().map(|(at, bytes)| at + bytes.len()).max().unwrap_or_default();
        let mut image = Self { start, bytes: vec![0; end - start] };
        for (at, bytes) in parts {
            image.bytes[at - start..][..bytes.len()].copy_from_slice(bytes);
        }
        Ok(image)
    }

    fn number(&self, place: usize) -> Option<usize> {
        let bytes = self.bytes.get(place..place + 4)?;
        Some(u32::from_le_bytes(bytes.try_into().ok()?) as usize)
    }

    fn put_into(self, module: &mut Module) {
        let parts: Vec<_> = module.data.iter().map(|data| data.id()).collect();
        for part in parts {
            let data = module.data.get_mut(part);
            if let Some(at) = address(&data.kind) {
                let length = data.value.len();
                data.value.copy_from_slice(&self.bytes[at - self.start..][..length]);
            }
        }
    }
}

fn address(kind: &DataKind) -> Option<usize> {
    match kind {
        DataKind::Active { offset: ConstExpr::Value(Value::I32(at)), .. } => usize::try_from(*at).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where `src/a.rs` stands, and line 3, column 7 of it.
    const PLACE: &str = r"src/a.rs\00\04\00\00\08\00\00\00\03\00\00\00\07\00\00\00";

    /// A module with these functions and that text at address 1024.
    fn module(functions: &str, data: &str) -> Vec<u8> {
        let text = format!(
            r#"(module (import "a" "say" (func $say (param i32))) (memory 1) {functions} (data (i32.const 1024) "{data}"))"#
        );
        // As it is written anew, so that only what was changed differs.
        Module::from_buffer(&wat::parse_str(text).unwrap()).unwrap().emit_wasm()
    }

    fn silent(functions: &str, data: &str) -> Vec<u8> {
        silence(&module(functions, data)).unwrap()
    }

    #[test]
    fn a_panic_is_a_trap_that_says_nothing() {
        let loud = r#"(func $fail (param i32) local.get 0 call $say unreachable)
            (func (export "get") (param i32) (result i32)
                local.get 0 if local.get 0 call $fail end local.get 0)"#;
        let quiet = r#"(func $fail (param i32) unreachable)
            (func (export "get") (param i32) (result i32)
                local.get 0 if local.get 0 unreachable end local.get 0)"#;
        let blank = r"\00".repeat(24);
        assert_eq!(silent(loud, PLACE), module(quiet, &blank));
    }

    #[test]
    fn what_may_return_stays() {
        for way in [
            "if return end",
            "br_if 0",
            "if br 1 end",
            "if i32.const 7 br_table 0 1 end",
            "if i32.const 7 br_table 1 0 end",
        ] {
            let function =
                format!(r#"(func (export "get") (param i32) local.get 0 call $say local.get 0 {way} unreachable)"#);
            assert_eq!(silent(&function, PLACE), module(&function, &r"\00".repeat(24)), "{way}");
        }
    }

    #[test]
    fn other_data_stays() {
        for data in [
            // No file of the source.
            r"src/a.js\00\04\00\00\08\00\00\00\03\00\00\00\07\00\00\00",
            // Too long, elsewhere, no line, no column, cut off.
            r"src/a.rs\00\04\00\00\09\00\00\00\03\00\00\00\07\00\00\00",
            r"src/a.rs\00\08\00\00\08\00\00\00\03\00\00\00\07\00\00\00",
            r"src/a.rs\00\04\00\00\08\00\00\00\00\00\00\00\07\00\00\00",
            r"src/a.rs\00\04\00\00\08\00\00\00\03\00\00\00\00\00\00\00",
            r"src/a.rs\00\04\00\00\08\00\00\00\03\00\00\00",
        ] {
            let error = silence(&module("", data)).unwrap_err().to_string();
            assert!(error.starts_with("the WebAssembly names no place"), "{data}: {error}");
        }
        let text = format!(r"{PLACE}help\01\02");
        assert_eq!(silent("", &text), module("", &format!(r"{}help\01\02", r"\00".repeat(24))));
    }

    #[test]
    fn what_is_no_webassembly_is_refused() {
        assert!(silence(b"<html>").unwrap_err().to_string().starts_with("the WebAssembly cannot be read"));
    }
}
