# Prints a file of vectors or of typed codes with its last column computed anew by verify.rb.
# SPDX-License-Identifier: MIT
require_relative "../../src/identity/verify/verify"

def key_of(text)
  return "" if text == "-"

  text.start_with?("hex:") ? [text[4..]].pack("H*") : text
end

def rerun(row)
  return Hwident.read(row[0] == "null" ? nil : key_of(row[0])) if row.size == 2

  profile, value, app, key = row
  Hwident.derive(profile, [value].pack("H*"), app, key_of(key))
rescue ArgumentError => e
  e.message
end

header, *lines = File.readlines(ARGV[0], chomp: true, encoding: "UTF-8")
puts header
lines.each do |line|
  row = line.split("\t", -1)[0..-2]
  puts [*row, rerun(row)].join("\t")
end
