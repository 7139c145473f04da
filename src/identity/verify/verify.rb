# Machine codes of hwident, version 1, by Ruby's standard library, for licence servers to copy.
# SPDX-License-Identifier: MIT
require "openssl"

module Hwident
  ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
  PROFILES = " usbc"

  module_function

  def check(profile, digits)
    double = ->(c) { (c << 1) ^ ((c >> 4) * 0x25) }
    sum = digits.each_char.reduce(PROFILES.index(profile)) { |c, d| double[c] ^ ALPHABET.index(d) }
    ALPHABET[double[sum]]
  end

  # The code of a component's bytes: a UUID's 16 in either order, or a serial number's.
  def derive(profile, value, app, key = "")
    value = value.b
    if profile == "u"
      swapped = value.unpack("C*").values_at(3, 2, 1, 0, 5, 4, 7, 6, *8..15).pack("C*")
      value = [value, swapped].min
    else
      value = value.gsub(/\A[\0- ]+|[\0- ]+\z/n, "")
    end
    ikm = [PROFILES.index(profile), value.bytesize].pack("Cn") + value
    salt = "hwident/1".b + (key.empty? ? "" : "\0" + key.b)
    okm = OpenSSL::KDF.hkdf(ikm, salt: salt, info: "app\0#{app}\0#{profile}", length: 20, hash: "SHA256")
    digits = okm.unpack1("B*").scan(/.{5}/).map { |five| ALPHABET[five.to_i(2)] }.join
    "hw1#{profile}-#{digits}#{check(profile, digits)}"
  end

  # The proper spelling of a code as typed, or an ArgumentError: label, length, character or check.
  def read(text)
    typed = text.to_s.b.delete("-\t\r\n ").tr("A-Z", "a-z")
    profile = typed[/\Ahw[1il]([usbc])/n, 1] or raise ArgumentError, "label"
    digits = typed[4..].tr("oil", "011")
    raise ArgumentError, "character" unless digits.count("^" + ALPHABET).zero?
    raise ArgumentError, "length" unless digits.size == 33
    raise ArgumentError, "check" unless check(profile, digits[0, 32]) == digits[32]
    "hw1#{profile}-#{digits}"
  end
end
