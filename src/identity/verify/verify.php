<?php
// Machine codes of hwident, version 1, by PHP's standard library, for licence servers to copy.
// SPDX-License-Identifier: MIT
declare(strict_types=1);

namespace Hwident;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const PROFILES = ' usbc';

function check(string $profile, string $digits): string
{
    $double = fn(int $c): int => ($c << 1) ^ ($c >> 4) * 0x25;
    $sum = strpos(PROFILES, $profile);
    foreach (str_split($digits) as $digit) {
        $sum = $double($sum) ^ strpos(ALPHABET, $digit);
    }
    return ALPHABET[$double($sum)];
}

/** The code of a component's bytes: a UUID's 16 in either order, or a serial number's. */
function derive(string $profile, string $value, string $app, string $key = ''): string
{
    if ($profile === 'u') {
        $swapped = '';
        foreach ([3, 2, 1, 0, 5, 4, 7, 6] as $at) {
            $swapped .= $value[$at];
        }
        $swapped .= substr($value, 8);
        $value = strcmp($value, $swapped) < 0 ? $value : $swapped;
    } else {
        $value = trim($value, "\0..\x20");
    }
    $ikm = pack('Cn', strpos(PROFILES, $profile), strlen($value)) . $value;
    $salt = 'hwident/1' . ($key === '' ? '' : "\0$key");
    $okm = hash_hkdf('sha256', $ikm, 20, "app\0$app\0$profile", $salt) . "\0";
    $digits = '';
    for ($bit = 0; $bit < 160; $bit += 5) {
        $pair = unpack('n', $okm, intdiv($bit, 8))[1];
        $digits .= ALPHABET[$pair >> (11 - $bit % 8) & 31];
    }
    return "hw1$profile-$digits" . check($profile, $digits);
}

/** The proper spelling of a code as typed, or an exception: label, length, character or check. */
function read(?string $text): string
{
    $upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    $typed = strtr(preg_replace('/[-\t\r\n ]/', '', $text ?? ''), $upper, 'abcdefghijklmnopqrstuvwxyz');
    if (!preg_match('/^hw[1il]([usbc])/', $typed, $label)) {
        throw new \InvalidArgumentException('label');
    }
    $digits = strtr(substr($typed, 4), 'oil', '011');
    if (strspn($digits, ALPHABET) !== strlen($digits)) {
        throw new \InvalidArgumentException('character');
    }
    if (strlen($digits) !== 33) {
        throw new \InvalidArgumentException('length');
    }
    if (check($label[1], substr($digits, 0, 32)) !== $digits[32]) {
        throw new \InvalidArgumentException('check');
    }
    return "hw1$label[1]-$digits";
}
