// Machine codes of hwident, version 1, by Rust's standard library, for licence servers to copy.
// Rust's library has no SHA-256: the first half of this file is one. A program that has the crate
// hmac can use that instead.
// SPDX-License-Identifier: MIT
const ALPHABET: &[u8] = b"0123456789abcdefghjkmnpqrstvwxyz";
const PROFILES: &str = " usbc";

// FIPS 180-4, 4.2.2 and 5.3.3
#[rustfmt::skip]
const K: [u32; 64] = [
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
];
#[rustfmt::skip]
const H: [u32; 8] = [
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
];

/// FIPS 180-4, 6.2.2: the state after one block of 64 bytes.
fn compress(state: [u32; 8], block: &[u8]) -> [u32; 8] {
    let mut w = [0u32; 64];
    for i in 0..16 {
        w[i] = u32::from_be_bytes(block[4 * i..4 * i + 4].try_into().unwrap());
    }
    for i in 16..64 {
        let (a, b) = (w[i - 15], w[i - 2]);
        let s0 = a.rotate_right(7) ^ a.rotate_right(18) ^ a >> 3;
        let s1 = b.rotate_right(17) ^ b.rotate_right(19) ^ b >> 10;
        w[i] = w[i - 16]
            .wrapping_add(s0)
            .wrapping_add(w[i - 7])
            .wrapping_add(s1);
    }
    let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = state;
    for i in 0..64 {
        let s1 = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
        let choice = e & f ^ !e & g;
        let t1 = h
            .wrapping_add(s1)
            .wrapping_add(choice)
            .wrapping_add(K[i])
            .wrapping_add(w[i]);
        let s0 = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
        let majority = a & b ^ a & c ^ b & c;
        let t2 = s0.wrapping_add(majority);
        (h, g, f, e, d, c, b, a) = (g, f, e, d.wrapping_add(t1), c, b, a, t1.wrapping_add(t2));
    }
    let after = [a, b, c, d, e, f, g, h];
    std::array::from_fn(|i| state[i].wrapping_add(after[i]))
}

fn sha256(data: &[u8]) -> Vec<u8> {
    let mut padded = [data, &[0x80]].concat();
    padded.resize((padded.len() + 8 + 63) / 64 * 64 - 8, 0);
    padded.extend((data.len() as u64 * 8).to_be_bytes());
    let state = padded.chunks(64).fold(H, compress);
    state.iter().flat_map(|word| word.to_be_bytes()).collect()
}

/// RFC 2104.
fn hmac(key: &[u8], data: &[u8]) -> Vec<u8> {
    let mut block = if key.len() > 64 {
        sha256(key)
    } else {
        key.to_vec()
    };
    block.resize(64, 0);
    let pad = |with: u8| block.iter().map(|byte| byte ^ with).collect::<Vec<u8>>();
    let inner = sha256(&[&pad(0x36), data].concat());
    sha256(&[pad(0x5c), inner].concat())
}

fn value_of(digit: u8) -> Option<usize> {
    ALPHABET.iter().position(|&each| each == digit)
}

fn check(profile: char, digits: &[u8]) -> u8 {
    let double = |c: usize| (c << 1) ^ (c >> 4) * 0x25;
    let tag = PROFILES.find(profile).expect("a profile");
    let sum = digits.iter().fold(tag, |c, &digit| {
        double(c) ^ value_of(digit).expect("a digit")
    });
    ALPHABET[double(sum)]
}

fn spell(profile: char, digits: &[u8]) -> String {
    format!("hw1{profile}-{}", String::from_utf8_lossy(digits))
}

/// A UUID's bytes in the order that is the smaller one; a serial number's without blanks around it.
fn canonical(profile: char, value: &[u8]) -> Vec<u8> {
    if profile == 'u' {
        let order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
        return value.to_vec().min(order.map(|at| value[at]).to_vec());
    }
    let begin = value
        .iter()
        .position(|&byte| byte > 0x20)
        .unwrap_or(value.len());
    let end = value
        .iter()
        .rposition(|&byte| byte > 0x20)
        .map_or(begin, |last| last + 1);
    value[begin..end].to_vec()
}

/// The code of a component's bytes: a UUID's 16 in either order, or a serial number's. The key may be
/// empty.
pub fn derive(profile: char, value: &[u8], app: &str, key: &[u8]) -> String {
    let value = canonical(profile, value);
    let tag = PROFILES.find(profile).expect("a profile") as u8;
    let ikm = [&[tag], &(value.len() as u16).to_be_bytes()[..], &value].concat();
    let salt = if key.is_empty() {
        b"hwident/1".to_vec()
    } else {
        [b"hwident/1\0", key].concat()
    };
    let okm = hmac(
        &hmac(&salt, &ikm),
        format!("app\0{app}\0{profile}\x01").as_bytes(),
    );
    let five = |bit: usize| {
        let pair = (okm[bit / 8] as usize) << 8 | okm[bit / 8 + 1] as usize;
        ALPHABET[pair >> (11 - bit % 8) & 31]
    };
    let mut digits: Vec<u8> = (0..160).step_by(5).map(five).collect();
    digits.push(check(profile, &digits));
    spell(profile, &digits)
}

/// The proper spelling of a code as typed, or what is wrong: label, length, character or check.
pub fn read(text: &str) -> Result<String, &'static str> {
    let typed = text
        .replace(['-', '\t', '\r', '\n', ' '], "")
        .to_ascii_lowercase();
    let profile = match typed.as_bytes() {
        [b'h', b'w', b'1' | b'i' | b'l', profile @ (b'u' | b's' | b'b' | b'c'), ..] => {
            *profile as char
        }
        _ => return Err("label"),
    };
    let digits = typed[4..]
        .replace('o', "0")
        .replace(['i', 'l'], "1")
        .into_bytes();
    if digits.iter().any(|&digit| value_of(digit).is_none()) {
        return Err("character");
    }
    if digits.len() != 33 {
        return Err("length");
    }
    if check(profile, &digits[..32]) != digits[32] {
        return Err("check");
    }
    Ok(spell(profile, &digits))
}
