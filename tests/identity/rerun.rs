// Prints a file of vectors or of typed codes with its last column computed anew by verify.rs.
// SPDX-License-Identifier: MIT
#[path = "../../src/identity/verify/verify.rs"]
mod verify;

fn unhex(text: &str) -> Vec<u8> {
    let byte = |at: usize| u8::from_str_radix(&text[at..at + 2], 16).unwrap();
    (0..text.len()).step_by(2).map(byte).collect()
}

fn key(text: &str) -> Vec<u8> {
    match text.strip_prefix("hex:") {
        Some(digits) => unhex(digits),
        None if text == "-" => Vec::new(),
        None => text.into(),
    }
}

/// A string is never missing in Rust: null is an empty one.
fn typed(text: &str) -> String {
    match text {
        "null" => String::new(),
        _ => String::from_utf8_lossy(&key(text)).into_owned(),
    }
}

fn rerun(row: &[&str]) -> String {
    match row {
        [profile, value, app, secret] => verify::derive(
            profile.chars().next().unwrap(),
            &unhex(value),
            app,
            &key(secret),
        ),
        _ => verify::read(&typed(row[0])).unwrap_or_else(|wrong| wrong.to_string()),
    }
}

fn main() {
    let text = std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();
    let mut lines = text.split_terminator('\n');
    println!("{}", lines.next().unwrap());
    for line in lines {
        let (row, _) = line.rsplit_once('\t').unwrap();
        println!("{row}\t{}", rerun(&row.split('\t').collect::<Vec<_>>()));
    }
}
