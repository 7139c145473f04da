<?php
// Prints a file of vectors or of typed codes with its last column computed anew by verify.php.
// SPDX-License-Identifier: MIT
require __DIR__ . '/../../src/identity/verify/verify.php';

function key_of(string $text): string
{
    return $text === '-' ? '' : (str_starts_with($text, 'hex:') ? hex2bin(substr($text, 4)) : $text);
}

function rerun(array $row): string
{
    if (count($row) === 4) {
        return Hwident\derive($row[0], hex2bin($row[1]), $row[2], key_of($row[3]));
    }
    try {
        return Hwident\read($row[0] === 'null' ? null : key_of($row[0]));
    } catch (InvalidArgumentException $error) {
        return $error->getMessage();
    }
}

$lines = file($argv[1], FILE_IGNORE_NEW_LINES);
echo array_shift($lines), "\n";
foreach ($lines as $line) {
    $row = array_slice(explode("\t", $line), 0, -1);
    echo implode("\t", [...$row, rerun($row)]), "\n";
}
