// Package verify has machine codes of hwident, version 1, by Go's standard library, for licence
// servers to copy.
// SPDX-License-Identifier: MIT
package verify

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"errors"
	"strings"
)

const (
	alphabet = "0123456789abcdefghjkmnpqrstvwxyz"
	profiles = " usbc"
)

func check(profile byte, digits string) byte {
	double := func(c int) int { return (c << 1) ^ (c>>4)*0x25 }
	c := strings.IndexByte(profiles, profile)
	for i := range digits {
		c = double(c) ^ strings.IndexByte(alphabet, digits[i])
	}
	return alphabet[double(c)]
}

func mac(key, data []byte) []byte {
	h := hmac.New(sha256.New, key)
	h.Write(data)
	return h.Sum(nil)
}

func spell(profile byte, digits string) string {
	return "hw1" + string(profile) + "-" + digits
}

// Derive returns the code of a component's bytes: a UUID's 16 in either order, or a serial number's.
// The key may be nil.
func Derive(profile byte, value []byte, app string, key []byte) string {
	if profile == 'u' {
		v := value
		swapped := append([]byte{v[3], v[2], v[1], v[0], v[5], v[4], v[7], v[6]}, v[8:]...)
		if bytes.Compare(swapped, value) < 0 {
			value = swapped
		}
	} else {
		value = bytes.TrimFunc(value, func(r rune) bool { return r <= ' ' })
	}
	tag := strings.IndexByte(profiles, profile)
	ikm := append([]byte{byte(tag), byte(len(value) >> 8), byte(len(value))}, value...)
	salt := []byte("hwident/1")
	if len(key) > 0 {
		salt = append(append(salt, 0), key...)
	}
	okm := mac(mac(salt, ikm), []byte("app\x00"+app+"\x00"+string(profile)+"\x01"))
	var digits strings.Builder
	for bit := 0; bit < 160; bit += 5 {
		pair := int(okm[bit/8])<<8 | int(okm[bit/8+1])
		digits.WriteByte(alphabet[pair>>(11-bit%8)&31])
	}
	return spell(profile, digits.String()+string(check(profile, digits.String())))
}

// Read returns the proper spelling of a code as typed, or an error: label, length, character or check.
func Read(text string) (string, error) {
	typed := strings.Map(func(r rune) rune {
		if strings.ContainsRune("-\t\r\n ", r) {
			return -1
		}
		if 'A' <= r && r <= 'Z' {
			return r - 'A' + 'a'
		}
		return r
	}, text)
	if len(typed) < 4 || typed[:2] != "hw" || !strings.Contains("1il", typed[2:3]) ||
		!strings.Contains("usbc", typed[3:4]) {
		return "", errors.New("label")
	}
	profile, digits := typed[3], strings.NewReplacer("o", "0", "i", "1", "l", "1").Replace(typed[4:])
	if strings.Trim(digits, alphabet) != "" {
		return "", errors.New("character")
	}
	if len(digits) != 33 {
		return "", errors.New("length")
	}
	if check(profile, digits[:32]) != digits[32] {
		return "", errors.New("check")
	}
	return spell(profile, digits), nil
}
