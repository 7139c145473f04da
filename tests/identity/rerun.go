// Prints a file of vectors or of typed codes with its last column computed anew by verify.go.
// SPDX-License-Identifier: MIT
package main

import (
	"encoding/hex"
	"fmt"
	"os"
	"strings"

	"rerun/verify"
)

func unhex(text string) []byte {
	value, err := hex.DecodeString(text)
	if err != nil {
		panic(err)
	}
	return value
}

func key(text string) []byte {
	if text == "-" {
		return nil
	}
	if strings.HasPrefix(text, "hex:") {
		return unhex(text[4:])
	}
	return []byte(text)
}

// A string is never missing in Go: null is an empty one.
func typed(text string) string {
	if text == "null" {
		return ""
	}
	return string(key(text))
}

func rerun(row []string) string {
	if len(row) == 4 {
		return verify.Derive(row[0][0], unhex(row[1]), row[2], key(row[3]))
	}
	code, err := verify.Read(typed(row[0]))
	if err != nil {
		return err.Error()
	}
	return code
}

func main() {
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	fmt.Println(lines[0])
	for _, line := range lines[1:] {
		columns := strings.Split(line, "\t")
		row := columns[:len(columns)-1]
		fmt.Println(strings.Join(append(row, rerun(row)), "\t"))
	}
}
