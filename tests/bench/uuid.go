// What a Go program does for the machine's UUID: DigitalOcean's go-smbios, as its README shows it.
// SPDX-License-Identifier: MIT
package main

import (
	"fmt"
	"log"

	"github.com/digitalocean/go-smbios/smbios"
)

func main() {
	stream, _, err := smbios.Stream()
	if err != nil {
		log.Fatal(err)
	}
	defer stream.Close()
	structures, err := smbios.NewDecoder(stream).Decode()
	if err != nil {
		log.Fatal(err)
	}
	for _, s := range structures {
		if s.Header.Type != 1 || len(s.Formatted) < 20 {
			continue
		}
		u := s.Formatted[4:20]
		fmt.Printf("%02x%02x%02x%02x-%02x%02x-%02x%02x-%x-%x\n", u[3], u[2], u[1], u[0], u[5],
			u[4], u[7], u[6], u[8:10], u[10:])
		return
	}
}
